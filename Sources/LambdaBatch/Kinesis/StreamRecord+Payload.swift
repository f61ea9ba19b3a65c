import LambdaKinesisEvents

extension KinesisEvent.StreamRecord {
    /// Decodes the JSON in the data.
    ///
    /// No JSON begins as gzip does, so there is nothing to configure.
    func decodePayload<Payload: Decodable>() throws -> Payload {
        isGzip ? try decodeGunzippedData(as: Payload.self) : try decodeData(as: Payload.self)
    }

    func text() throws -> String {
        guard let text = dataText else { throw Self.unreadable("UTF-8 in Base64") }
        return text
    }

    func bytes() throws -> [UInt8] {
        guard let bytes = dataBytes else { throw Self.unreadable("Base64") }
        return bytes
    }

    private static func unreadable(_ expected: String) -> DecodingError {
        .dataCorrupted(
            DecodingError.Context(
                codingPath: [],
                debugDescription: "Expected \(expected) in the data of the record."
            )
        )
    }
}
