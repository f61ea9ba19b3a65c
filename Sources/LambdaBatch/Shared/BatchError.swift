public import LambdaRuntime

/// Why a batch failed as a whole.
///
/// What happened to each record is in the log. Lambda is told ``errorType`` and ``message``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html>
public struct BatchError: LambdaReportableError, Hashable, CustomStringConvertible {
    /// The kind of failure.
    public let code: Code

    /// What happened, and what to do.
    public let message: String

    /// The kind of failure, as Lambda is told: `AllRecordsFailed` or `RecordWithoutID`.
    public var errorType: String {
        switch code.kind {
        case .allRecordsFailed: "AllRecordsFailed"
        case .recordWithoutID: "RecordWithoutID"
        }
    }

    /// The message.
    public var errorMessage: String { message }

    /// The message.
    public var description: String { message }

    /// Not one record succeeded, or not the first one of a stream.
    ///
    /// - Parameters:
    ///   - count: How many records the batch has.
    ///   - hasFailed: Whether one of them failed, the first one of a stream; otherwise there was no time
    ///     for them.
    ///   - inOrder: Whether it is the batch of a stream.
    /// - Returns: The error.
    static func allRecordsFailed(_ count: Int, hasFailed: Bool, inOrder: Bool) -> BatchError {
        let what =
            switch (count, inOrder) {
            case (1, _) where hasFailed: "The only record of the batch failed."
            case (1, _): "There was no time for the only record of the batch."
            case (_, true) where hasFailed:
                "The first of \(count) records failed, so the whole batch comes again."
            case (_, true):
                "There was no time for the first of \(count) records, so the whole batch comes again."
            case (_, false) where hasFailed: "None of the \(count) records of the batch succeeded."
            case (_, false): "There was no time for any of the \(count) records of the batch."
            }
        let advice =
            hasFailed
            ? " The log says why."
            : " Set a longer timeout of the function, or smaller batches in the event source mapping."
        return BatchError(code: .allRecordsFailed, message: what + advice)
    }

    static func recordWithoutID(_ index: Int, _ name: String) -> BatchError {
        BatchError(
            code: .recordWithoutID,
            message: "Record \(index) of the batch failed, and has no \(name) to report it by. "
                + "Expected one in every record. The whole batch fails."
        )
    }

    /// A kind of failure.
    public struct Code: Hashable, Sendable {
        enum Kind {
            case allRecordsFailed
            case recordWithoutID
        }

        let kind: Kind

        /// Not one record succeeded, or not the first one of a stream, and the policy is
        /// ``AllFailedPolicy/throwError``.
        public static var allRecordsFailed: Self { Self(kind: .allRecordsFailed) }
        /// A record failed that has nothing to report it by, as only handwritten events do.
        public static var recordWithoutID: Self { Self(kind: .recordWithoutID) }
    }
}
