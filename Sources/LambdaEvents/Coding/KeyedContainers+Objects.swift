// How the models treat shared types that are maps: as the maps of KeyedContainers+Collections.swift.

public import LambdaEventsShared

extension KeyedDecodingContainer {
    @inlinable
    package func decode(
        _ type: MultiValueHeaders.Type,
        forKey key: Key
    ) throws -> MultiValueHeaders {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }

    /// In a map of lists, a value that is null counts as absent, as in a map of strings.
    @inlinable
    package func decode(
        _ type: [String: [String]].Type,
        forKey key: Key
    ) throws -> [String: [String]] {
        do {
            return try decodeIfPresent(type, forKey: key) ?? [:]
        } catch {
            let values = try decodeIfPresent([String: [String]?].self, forKey: key) ?? [:]
            return values.compactMapValues { $0 }
        }
    }
}

extension KeyedEncodingContainer {
    @inlinable
    package mutating func encode(_ value: MultiValueHeaders, forKey key: Key) throws {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }
}

extension KeyedDecodingContainer {
    @inlinable
    package func decode(_ type: JWTClaims.Type, forKey key: Key) throws -> JWTClaims {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }
}

extension KeyedEncodingContainer {
    @inlinable
    package mutating func encode(_ value: JWTClaims, forKey key: Key) throws {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }
}
