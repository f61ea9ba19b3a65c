// How the models treat what is missing.
//
// AWS leaves some collections out when they are empty, sends others empty, and some of its consoles
// send null. A handler wants none of that: it wants to loop. So the models declare a collection as
// `[Element]` or `[String: Value]` where absent, null and empty mean the same, and as an Optional
// where they do not. The same goes for a flag, which is `Bool` where absent means false.
//
// Synthesised conformances call `decode(_:forKey:)` and `encode(_:forKey:)` by overload resolution
// inside this module, and so find the more specific overloads below. That is the whole mechanism:
// there is no wrapper type, and no model has to write its conformance by hand. It works for any
// decoder and encoder, because it only uses what a keyed container offers anyway.
//
// A string whose absence has a meaning gets it from coding keys that conform to `DefaultsStrings`.
//
// Writing follows the service: an empty collection is left out. Where the service does send an
// empty collection, the model's coding keys conform to `WritesEmptyCollections`.

extension KeyedDecodingContainer {
    func decode<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode<Value: Decodable>(
        _ type: [String: Value].Type,
        forKey key: Key
    ) throws -> [String: Value] {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }

    /// In a map of strings, a value that is null counts as absent.
    ///
    /// It is looked for only where reading strings has failed, so that the usual map is read once
    /// and without Optionals.
    func decode(_ type: [String: String].Type, forKey key: Key) throws -> [String: String] {
        do {
            return try decodeIfPresent(type, forKey: key) ?? [:]
        } catch {
            let values = try decodeIfPresent([String: String?].self, forKey: key) ?? [:]
            return values.compactMapValues { $0 }
        }
    }

    func decode(_ type: HTTPHeaders.Type, forKey key: Key) throws -> HTTPHeaders {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try decodeIfPresent(type, forKey: key) ?? false
    }
}

/// Coding keys of an object that is another one if its collections are missing.
protocol RequiresCollections: CodingKey {}

extension KeyedDecodingContainer where Key: RequiresCollections {
    func decode<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element] {
        try requiredDecode(type, forKey: key)
    }
}

/// Coding keys of an object in which strings have a default.
protocol DefaultsStrings: CodingKey {
    /// What a string is when it is missing. `nil` if it must be there.
    var defaultString: String? { get }
}

extension KeyedDecodingContainer where Key: DefaultsStrings {
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        guard let text = key.defaultString else { return try requiredDecode(type, forKey: key) }
        return try decodeIfPresent(type, forKey: key) ?? text
    }
}

// Where nothing is known of the key or the value, `encode` is that of the container.
extension KeyedEncodingContainer {
    private mutating func plainEncode<Value: Encodable>(
        _ value: Value,
        forKey key: Key
    ) throws {
        try encode(value, forKey: key)
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Element: Encodable>(_ value: [Element], forKey key: Key) throws {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }

    mutating func encode<Value: Encodable>(_ value: [String: Value], forKey key: Key) throws {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }

    mutating func encode(_ value: HTTPHeaders, forKey key: Key) throws {
        if !value.isEmpty { try plainEncode(value, forKey: key) }
    }
}

/// Coding keys of an object whose collections the service sends even when they are empty.
protocol WritesEmptyCollections: CodingKey {}

extension KeyedEncodingContainer where Key: WritesEmptyCollections {
    mutating func encode<Element: Encodable>(_ value: [Element], forKey key: Key) throws {
        try plainEncode(value, forKey: key)
    }

    mutating func encode<Value: Encodable>(_ value: [String: Value], forKey key: Key) throws {
        try plainEncode(value, forKey: key)
    }
}
