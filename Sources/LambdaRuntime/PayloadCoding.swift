public import LambdaJSON

/// Turns the bytes of an event into a handler's event type.
///
/// A handler that wants another decoder than `LambdaJSONDecoder`, or one with
/// settings, returns it from ``LambdaHandler/payloadDecoder``.
public protocol PayloadDecoder: Sendable {
    /// Decodes a value.
    ///
    /// The bytes are the payload. They are valid during the call only.
    func decode<Value: Decodable>(
        _ type: Value.Type,
        from bytes: UnsafeRawBufferPointer
    ) throws -> Value
}

/// Turns what a handler returns into the bytes of its response.
///
/// A handler that wants another encoder than `LambdaJSONEncoder`, or one with
/// settings, returns it from ``LambdaHandler/payloadEncoder``.
public protocol PayloadEncoder: Sendable {
    /// Encodes a value and appends the result.
    ///
    /// What the buffer has already must stay as it is.
    func encode<Value: Encodable>(_ value: Value, into bytes: inout [UInt8]) throws
}

extension LambdaJSONDecoder: PayloadDecoder {}

extension LambdaJSONEncoder: PayloadEncoder {}
