// How the models treat headers and claims that are missing: as KeyedContainers+Collections.swift has it
// for maps.

public import LambdaEventsCoding

extension KeyedDecodingContainer {
    @inlinable
    package func decode(_ type: HTTPHeaders.Type, forKey key: Key) throws -> HTTPHeaders {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }
}

extension KeyedEncodingContainer {
    @inlinable
    package mutating func encode(_ value: HTTPHeaders, forKey key: Key) throws {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }
}

extension KeyedDecodingContainer {
    @inlinable
    package func decode(
        _ type: MultiValueHeaders.Type,
        forKey key: Key
    ) throws -> MultiValueHeaders {
        try decodeIfPresent(type, forKey: key) ?? [:]
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
