// How the models treat what is missing.
//
// AWS leaves some collections out when they are empty, sends others empty, and some of its consoles
// send null. A handler wants none of that: it wants to loop. So the models declare a collection as
// `[Element]` or `[String: Value]` where absent, null and empty mean the same, and as an Optional
// where they do not. The same goes for a flag, which is `Bool` where absent means false.
//
// Synthesised conformances call `decode(_:forKey:)` and `encode(_:forKey:)` by overload resolution,
// and so find the more specific overloads below in every file that imports this module. That is the
// whole mechanism: there is no wrapper type, and no model has to write its conformance by hand. It
// works for any decoder and encoder, because it only uses what a keyed container offers anyway.
// They are inlinable because generic code of another module runs unspecialized otherwise, and in a
// module that is not re-exported, so that they change nothing outside the models.
//
// A string whose absence has a meaning gets it from coding keys that conform to `DefaultsStrings`.
//
// Writing follows the service: an empty collection is left out. Where the service does send an
// empty collection, the model's coding keys conform to `WritesEmptyCollections`.

import LambdaEventsShared

extension KeyedDecodingContainer {
    @inlinable
    package func decode<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    @inlinable
    package func decode<Value: Decodable>(
        _ type: [String: Value].Type,
        forKey key: Key
    ) throws -> [String: Value] {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }

    /// In a map of strings, a value that is null counts as absent.
    ///
    /// It is looked for only where reading strings has failed, so that the usual map is read once
    /// and without Optionals.
    @inlinable
    package func decode(_ type: [String: String].Type, forKey key: Key) throws -> [String: String] {
        do {
            return try decodeIfPresent(type, forKey: key) ?? [:]
        } catch {
            let values = try decodeIfPresent([String: String?].self, forKey: key) ?? [:]
            return values.compactMapValues { $0 }
        }
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

    @inlinable
    package func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try decodeIfPresent(type, forKey: key) ?? false
    }
}

/// Coding keys of an object that is another one if its collections are missing.
@usableFromInline
package protocol RequiresCollections: CodingKey {}

extension KeyedDecodingContainer where Key: RequiresCollections {
    @inlinable
    package func decode<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element] {
        try requiredDecode(type, forKey: key)
    }
}

/// Coding keys of an object in which strings have a default.
@usableFromInline
package protocol DefaultsStrings: CodingKey {
    /// What a string is when it is missing. `nil` if it must be there.
    var defaultString: String? { get }
}

extension KeyedDecodingContainer where Key: DefaultsStrings {
    @inlinable
    package func decode(_ type: String.Type, forKey key: Key) throws -> String {
        guard let text = key.defaultString else { return try requiredDecode(type, forKey: key) }
        return try decodeIfPresent(type, forKey: key) ?? text
    }
}

// Where nothing is known of the key or the value, `encode` is that of the container.
extension KeyedEncodingContainer {
    @inlinable
    package mutating func plainEncode<Value: Encodable>(
        _ value: Value,
        forKey key: Key
    ) throws {
        try encode(value, forKey: key)
    }
}

extension KeyedEncodingContainer {
    @inlinable
    package mutating func encode<Element: Encodable>(_ value: [Element], forKey key: Key) throws {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }

    @inlinable
    package mutating func encode<Value: Encodable>(_ value: [String: Value], forKey key: Key) throws
    {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }
}

/// Coding keys of an object whose collections the service sends even when they are empty.
@usableFromInline
package protocol WritesEmptyCollections: CodingKey {
    /// Whether the service sends this collection when it is empty. True unless the type says
    /// otherwise.
    var writesEmpty: Bool { get }
}

extension WritesEmptyCollections {
    @inlinable
    package var writesEmpty: Bool { true }
}

extension KeyedEncodingContainer where Key: WritesEmptyCollections {
    @inlinable
    package mutating func encode<Element: Encodable>(_ value: [Element], forKey key: Key) throws {
        if !value.isEmpty || key.writesEmpty { try plainEncode(value, forKey: key) }
    }

    @inlinable
    package mutating func encode<Value: Encodable>(_ value: [String: Value], forKey key: Key) throws
    {
        if !value.isEmpty || key.writesEmpty { try plainEncode(value, forKey: key) }
    }
}
