public import LambdaJSON
public import LambdaRuntime

extension TestLambda {
    /// What came of an invocation.
    ///
    /// ```swift
    /// let invocation = try await lambda.invoke(fixture: "sqs/standard.json")
    /// #expect(try invocation.output(as: SQSBatchResponse.self).batchItemFailures.isEmpty)
    /// #expect(invocation.logs.contains(.info, "Shipping"))
    /// ```
    public struct Invocation: Sendable {
        /// The identifier of the invocation.
        public let requestID: String

        /// What the function posted about the invocation, in order.
        ///
        /// Usually one answer. None if the function could not answer, as when the event came without
        /// an identifier; two if the service refused a response as too large and the function reported
        /// that.
        public let posts: [RecordedRequest]

        /// What was logged about the invocation, by the handler and by the runtime.
        public let logs: [LambdaLogger.Record]

        /// The metrics that the handler wrote, with `LambdaMetrics`.
        public let metrics: [CapturedMetric]

        /// The time from the moment the event was sent until the answer had arrived.
        ///
        /// Zero if there was no answer.
        public let duration: Duration

        /// Whether the answer came after the deadline.
        ///
        /// Lambda would have ended the invocation by then, and refuses the answer with status 410.
        public let timedOut: Bool
    }
}

extension TestLambda.Invocation {
    /// The answer: the last of ``posts``.
    ///
    /// `nil` if the function posted nothing.
    public var answer: RecordedRequest? { posts.last }

    /// The error with which the invocation failed, in the middle of a streamed response perhaps.
    ///
    /// `nil` if it did not.
    public var error: ReportedError? {
        guard let answer else { return nil }
        if answer.operation == "error" { return ReportedError(answer) }
        return ReportedError(trailersOf: answer)
    }

    /// The response in pieces.
    ///
    /// `nil` if the function answered in one piece, failed before the first one, or did not answer.
    public var stream: StreamedResponse? {
        posts.last { $0.isStreamed }.map { StreamedResponse($0) }
    }

    /// What X-Ray shows of the failure: its `exceptions`, `working_directory` and `paths`.
    ///
    /// `nil` if the invocation did not fail.
    public var errorCause: JSONValue? {
        answer?.header(.errorCause).flatMap {
            try? LambdaJSONDecoder().decode(JSONValue.self, from: Array($0.utf8))
        }
    }

    /// What the function answered; of a streamed HTTP response the body.
    ///
    /// - Throws: ``LambdaTestError`` if the invocation failed or was not answered.
    public var output: [UInt8] {
        get throws {
            if let error { throw LambdaTestError.failed(error) }
            guard let answer else { throw LambdaTestError.unanswered(requestID) }
            return stream?.body ?? answer.body
        }
    }

    /// What the function answered, as text.
    ///
    /// Invalid UTF-8 is replaced by U+FFFD.
    ///
    /// - Throws: ``LambdaTestError`` if the invocation failed or was not answered.
    public var text: String {
        get throws { String(decoding: try output, as: UTF8.self) }
    }

    /// Decodes what the function answered.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The decoder. The default is a new one.
    /// - Returns: The decoded output.
    /// - Throws: ``LambdaTestError`` if the invocation failed, was not answered, or was answered with
    ///   something else.
    public func output<Output: Decodable>(
        as type: Output.Type = Output.self,
        with decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> Output {
        let bytes = try output
        do {
            return try decoder.decode(type, from: bytes)
        } catch {
            throw LambdaTestError.undecodable(type, error)
        }
    }
}
