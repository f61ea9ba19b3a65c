public import LambdaRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Lets a handler read its events with Foundation's decoder.
///
/// ```swift
/// static var payloadDecoder: any PayloadDecoder {
///     let decoder = JSONDecoder()
///     decoder.keyDecodingStrategy = .convertFromSnakeCase
///     return decoder
/// }
/// ```
///
/// The runtime asks for it once, at the cold start.
extension JSONDecoder: PayloadDecoder {
    /// Decodes a value.
    ///
    /// - Parameters:
    ///   - type: The type of the value.
    ///   - bytes: The payload.
    /// - Returns: The value.
    /// - Throws: What `decode(_:from:)` throws.
    public func decode<Value: Decodable>(
        _ type: Value.Type,
        from bytes: UnsafeRawBufferPointer
    ) throws -> Value {
        guard let start = bytes.baseAddress else { return try decode(type, from: Data()) }
        // Without a copy: the decoder copies what it keeps, and the bytes outlive the call.
        let data = Data(
            bytesNoCopy: UnsafeMutableRawPointer(mutating: start),
            count: bytes.count,
            deallocator: .none
        )
        return try decode(type, from: data)
    }
}

/// Lets a handler write its answers with Foundation's encoder.
extension JSONEncoder: PayloadEncoder {
    /// Encodes a value and appends the result.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - bytes: The buffer to append to.
    /// - Throws: What `encode(_:)` throws.
    public func encode<Value: Encodable>(_ value: Value, into bytes: inout [UInt8]) throws {
        bytes.append(contentsOf: try encode(value))
    }
}
