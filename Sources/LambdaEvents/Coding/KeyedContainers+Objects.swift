// How the models treat objects that are missing, beside the collections of
// KeyedContainers+Collections.swift.

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

/// An object all of whose members may be missing: where it is missing itself, or null, it is the
/// one without members.
///
/// That spares handlers an unwrapping, where a service always sends the object and people who type
/// events by hand do not.
@usableFromInline
package protocol EmptyWhenMissing {
    init()
}

extension KeyedDecodingContainer {
    @inlinable
    package func decode<Value: Decodable & EmptyWhenMissing>(
        _ type: Value.Type,
        forKey key: Key
    ) throws -> Value {
        try decodeIfPresent(type, forKey: key) ?? Value()
    }
}
