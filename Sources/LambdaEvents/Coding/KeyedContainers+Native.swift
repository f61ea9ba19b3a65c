// Synthesised conformances find these overloads as they find those of KeyedContainers+Collections:
// they have the names and types of the standard library's functions, and take precedence. Each asks
// LambdaJSON for the member without going through the container. What LambdaJSON does not know, for
// example because the container is another decoder's, is left to the container, and so are errors.

public import LambdaEventsShared
public import LambdaJSON

#if os(Linux)
extension KeyedDecodingContainer {
    /// The container is one reference, to this.
    @inlinable @inline(__always)
    package var box: UnsafeRawPointer { unsafeBitCast(self, to: UnsafeRawPointer.self) }
}

extension KeyedDecodingContainer {
    @inlinable @inline(__always)
    package func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        if let text = NativeMembers.string(key.stringValue, in: box) { return text }
        return try plainDecodeIfPresent(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        if let bool = NativeMembers.bool(key.stringValue, in: box) { return bool }
        return try plainDecodeIfPresent(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        if let integer = NativeMembers.integer(key.stringValue, in: box) { return integer }
        return try plainDecodeIfPresent(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decodeIfPresent<Value: Decodable>(
        _ type: Value.Type,
        forKey key: Key
    ) throws -> Value? {
        switch NativeMembers.member(key.stringValue, in: box) {
        case .value(let value): try Value(from: value.decoder)
        case .absent: nil
        case .unknown: try plainDecodeIfPresent(type, forKey: key)
        }
    }

    @inlinable @inline(__always)
    package func decodeIfPresent<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element]? {
        if let array = try NativeMembers.array(of: Element.self, key.stringValue, in: box) {
            return array
        }
        return try plainDecodeIfPresent(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decodeIfPresent<Value: Decodable>(
        _ type: [String: Value].Type,
        forKey key: Key
    ) throws -> [String: Value]? {
        if let values = try NativeMembers.dictionary(of: Value.self, key.stringValue, in: box) {
            return values
        }
        return try plainDecodeIfPresent(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decodeIfPresent<Value: OpenValue>(
        _ type: Value.Type,
        forKey key: Key
    ) throws -> Value? {
        if let text = NativeMembers.string(key.stringValue, in: box) {
            return text.map { Value(rawValue: $0) }
        }
        return try plainDecodeIfPresent(type, forKey: key)
    }
}

extension KeyedDecodingContainer {
    @inlinable @inline(__always)
    package func decode(_ type: String.Type, forKey key: Key) throws -> String {
        if case .some(.some(let text)) = NativeMembers.string(key.stringValue, in: box) {
            return text
        }
        return try plainDecode(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        if case .some(.some(let integer)) = NativeMembers.integer(key.stringValue, in: box) {
            return integer
        }
        return try plainDecode(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        if case .value(let value) = NativeMembers.member(key.stringValue, in: box) {
            return try Value(from: value.decoder)
        }
        return try plainDecode(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func decode<Value: OpenValue>(_ type: Value.Type, forKey key: Key) throws -> Value {
        if case .some(.some(let text)) = NativeMembers.string(key.stringValue, in: box) {
            return Value(rawValue: text)
        }
        return try plainDecode(type, forKey: key)
    }
}

extension KeyedDecodingContainer {
    @inlinable @inline(__always)
    package func requiredDecode<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element] {
        if case .some(.some(let array)) = try NativeMembers.array(
            of: Element.self,
            key.stringValue,
            in: box
        ) {
            return array
        }
        return try plainDecode(type, forKey: key)
    }

    @inlinable @inline(__always)
    package func requiredDecode(_ type: String.Type, forKey key: Key) throws -> String {
        if case .some(.some(let text)) = NativeMembers.string(key.stringValue, in: box) {
            return text
        }
        return try plainDecode(type, forKey: key)
    }
}
#else
extension KeyedDecodingContainer {
    @inlinable
    package func requiredDecode<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element] {
        try plainDecode(type, forKey: key)
    }

    @inlinable
    package func requiredDecode(_ type: String.Type, forKey key: Key) throws -> String {
        try plainDecode(type, forKey: key)
    }
}
#endif
