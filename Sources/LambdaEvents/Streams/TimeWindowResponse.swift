import LambdaEventsCoding
public import LambdaJSON

/// What a handler of a time window returns: the state for the next invocation of the window.
///
/// Lambda takes a response without a state for a failure. What the handler returns from the final
/// invocation of a window is thrown away, but for the failures.
///
/// ```swift
/// func handle(
///     _ event: KinesisTimeWindowEvent,
///     context: LambdaContext
/// ) async throws -> TimeWindowResponse {
///     var total = try event.decodeState(as: Total.self) ?? Total()
///     for record in event.records { total.add(try record.kinesis.decodeData(as: Sale.self)) }
///     if event.isFinalInvokeForWindow { try await save(total) }
///     return try TimeWindowResponse(encoding: total)
/// }
/// ```
///
/// A state can have 1 MB. A larger one ends the window early.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html>
public struct TimeWindowResponse: Codable, Hashable, Sendable {
    /// The state for the next invocation of the window: any object.
    public var state: JSONValue

    /// The records that failed, as in a ``StreamBatchResponse``.
    ///
    /// Empty if all succeeded.
    public var batchItemFailures: [StreamBatchResponse.ItemFailure]

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(
        state: JSONValue,
        batchItemFailures: [StreamBatchResponse.ItemFailure] = []
    ) {
        self.state = state
        self.batchItemFailures = batchItemFailures
    }

    /// Creates a response with the JSON of a value as state.
    ///
    /// - Parameters:
    ///   - state: The state, which encodes as an object: a structure, or a dictionary with names as keys.
    ///   - failures: What of the batch failed. The default is nothing.
    /// - Throws: `EncodingError` if the state encodes as anything else, which Lambda would take for a
    ///   failure without a word, and what encoding the state throws.
    public init(
        encoding state: some Encodable,
        failures: StreamBatchResponse = StreamBatchResponse()
    ) throws {
        let value = try JSONValue(encoding: state)
        guard case .object = value else { throw Self.notAnObject(type(of: state), value) }
        self.init(state: value, batchItemFailures: failures.batchItemFailures)
    }

    private static func notAnObject(_ type: Any.Type, _ value: JSONValue) -> EncodingError {
        let problem = LambdaJSONError(
            "Expected the state of a time window to be encoded as an object, as a structure is; "
                + "\(type) is encoded as \(value.kind)"
        )
        return .unencodable(type, problem, at: [])
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case state
        case batchItemFailures
    }
}

extension JSONValue {
    /// What it is, in words.
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The state of a time window as a type.
    ///
    /// `nil` for an empty object, which is what the first invocation of a window gets.
    package func decodeState<State: Decodable>(as type: State.Type) throws -> State? {
        if case .object(let members) = self, members.isEmpty { return nil }
        return try decode(type)
    }
}
