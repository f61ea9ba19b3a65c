// Which of its maps a request has tells how to answer it, so here, and only here, maps are Optional.
// What is null in them counts as absent, as in the maps of other events.

extension KeyedDecodingContainer where Key == ALBRequest.CodingKeys {
    func decodeIfPresent(
        _ type: [String: String].Type,
        forKey key: Key
    ) throws -> [String: String]? {
        do {
            return try plainDecodeIfPresent(type, forKey: key)
        } catch {
            let values = try plainDecodeIfPresent([String: String?].self, forKey: key)
            return values?.compactMapValues { $0 }
        }
    }

    func decodeIfPresent(
        _ type: [String: [String]].Type,
        forKey key: Key
    ) throws -> [String: [String]]? {
        do {
            return try plainDecodeIfPresent(type, forKey: key)
        } catch {
            let values = try plainDecodeIfPresent([String: [String]?].self, forKey: key)
            return values?.compactMapValues { $0 }
        }
    }

    // Where nothing is known of the value, `decodeIfPresent` is that of the container.
    private func plainDecodeIfPresent<Value: Decodable>(
        _ type: Value.Type,
        forKey key: Key
    ) throws -> Value? {
        try decodeIfPresent(type, forKey: key)
    }
}
