import LambdaKinesisEvents

extension KinesisEvent.StreamRecord {
    /// Decodes the JSON in the data.
    ///
    /// No JSON begins as gzip does, so there is nothing to configure.
    func decodePayload<Payload: Decodable>() throws -> Payload {
        isGzip ? try decodeGunzippedData(as: Payload.self) : try decodeData(as: Payload.self)
    }

    func text() throws -> String {
        guard let text = dataText else {
            throw Self.corrupted("Expected UTF-8 in Base64 in the data of the record")
        }
        return text
    }

    func bytes() throws -> [UInt8] {
        guard let bytes = dataBytes else {
            throw Self.corrupted("Expected Base64 in the data of the record")
        }
        return bytes
    }
}
