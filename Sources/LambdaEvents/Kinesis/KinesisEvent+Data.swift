import LambdaEventsGzip
import LambdaEventsShared
public import LambdaJSON

extension KinesisEvent.StreamRecord {
    /// The bytes of the data.
    ///
    /// `nil` if ``data`` is not Base64.
    public var dataBytes: [UInt8]? { Base64.decode(data) }

    /// The text of the data.
    ///
    /// `nil` if ``data`` is not Base64, or the bytes not UTF-8.
    public var dataText: String? {
        dataBytes.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// Decodes the JSON in the data.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The decoder. One of `LambdaFoundation` knows dates and decimal numbers.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the data are not Base64, not JSON, or JSON of another shape.
    public func decodeData<Value: Decodable>(
        as type: Value.Type = Value.self,
        using decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> Value {
        try decoder.decode(type, from: bytes())
    }

    /// Whether the data are gzip.
    ///
    /// So are the logs that a subscription of CloudWatch Logs sends to a stream.
    public var isGzip: Bool { startsWith([0x1F, 0x8B]) }

    /// Restores data that are gzip.
    ///
    /// - Parameter limit: How many bytes may come out. The default is 32 MiB: a record of a
    ///   megabyte can stand for a gigabyte, more than the memory of most functions.
    /// - Returns: The bytes that were compressed.
    /// - Throws: `DecodingError` if the data are not Base64, not gzip, damaged, or longer than the
    ///   limit.
    public func gunzippedData(limit: Int = 32 << 20) throws -> [UInt8] {
        switch Gzip.decompress(try bytes(), limit: limit) {
        case .bytes(let bytes): return bytes
        case .failure(let reason): throw Self.corrupted("\(reason) in the data of the record")
        }
    }

    /// Decodes the JSON in data that are gzip.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - limit: How many bytes of JSON there may be. The default is 32 MiB.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the data cannot be restored, are not JSON, or JSON of another
    ///   shape.
    public func decodeGunzippedData<Value: Decodable>(
        as type: Value.Type = Value.self,
        limit: Int = 32 << 20
    ) throws -> Value {
        try LambdaJSONDecoder().decode(type, from: gunzippedData(limit: limit))
    }

    /// Whether the data are several records in one, as the Kinesis Producer Library joins them.
    ///
    /// Lambda passes them on as they are, and so does this type: the parts follow the four bytes
    /// F3 89 9A C2 as a message of Protocol Buffers.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/streams/latest/dev/kinesis-kpl-concepts.html>
    public var isAggregated: Bool { startsWith([0xF3, 0x89, 0x9A, 0xC2]) }

    /// Four bytes lie within the first eight characters.
    private func startsWith(_ bytes: [UInt8]) -> Bool {
        Base64.decode(String(data.prefix(8)))?.starts(with: bytes) ?? false
    }

    private func bytes() throws -> [UInt8] {
        guard let bytes = dataBytes else {
            throw Self.corrupted("Expected Base64 in the data of the record")
        }
        return bytes
    }

    package static func corrupted(_ reason: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(LambdaJSONError(reason), at: []))
    }
}
