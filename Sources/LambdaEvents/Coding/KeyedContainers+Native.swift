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
        case .value(let value): try Value(native: value)
        case .absent: nil
        case .unknown: try plainDecodeIfPresent(type, forKey: key)
        }
    }

    @inlinable @inline(__always)
    package func decodeIfPresent<Element: Decodable>(
        _ type: [Element].Type,
        forKey key: Key
    ) throws -> [Element]? {
        switch NativeMembers.array(key.stringValue, in: box) {
        case .elements(let elements): try [Element](native: elements)
        case .absent: nil
        case .unknown: try plainDecodeIfPresent(type, forKey: key)
        }
    }

    @inlinable @inline(__always)
    package func decodeIfPresent<Value: Decodable>(
        _ type: [String: Value].Type,
        forKey key: Key
    ) throws -> [String: Value]? {
        switch NativeMembers.object(key.stringValue, in: box) {
        case .elements(let members): try [String: Value](native: members)
        case .absent: nil
        case .unknown: try plainDecodeIfPresent(type, forKey: key)
        }
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
            return try Value(native: value)
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
        if case .elements(let elements) = NativeMembers.array(key.stringValue, in: box) {
            return try [Element](native: elements)
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

extension Decodable {
    /// Decodes a member of a type that the compiler may not know, such as the detail of an event.
    ///
    /// It may be a dictionary or an array, which are as large as a pointer.
    @inlinable @inline(__always)
    package init(native value: NativeValue) throws {
        if MemoryLayout<Self>.size == MemoryLayout<[Int]>.size {
            self = try value.decode(Self.self)
        } else {
            try self.init(from: value.decoder)
        }
    }
}

// Arrays and dictionaries are made here, where the compiler knows of what.

/// Whether a type is decoded by its `init(from:)` alone.
///
/// Scalars, arrays and dictionaries are not, and they are as small.
@inlinable @inline(__always)
package func isByItself<Value>(_ type: Value.Type) -> Bool {
    MemoryLayout<Value>.size > MemoryLayout<String>.size && type != JSONValue.self
}

extension Array where Element: Decodable {
    @inlinable
    package init(native elements: NativeElements) throws {
        guard isByItself(Element.self), elements.areByThemselves else {
            self = try elements.array(of: Element.self)
            return
        }
        self = []
        reserveCapacity(elements.reservation(stride: MemoryLayout<Element>.stride))
        var elements = elements
        while let element = elements.nextElement() {
            append(try Element(from: element.decoder))
        }
    }
}

extension Dictionary where Key == String, Value: Decodable {
    @inlinable
    package init(native members: NativeElements) throws {
        guard isByItself(Value.self), members.areByThemselves else {
            self = try members.dictionary(of: Value.self)
            return
        }
        let stride = MemoryLayout<(String, Value)>.stride
        self.init(minimumCapacity: members.reservation(stride: stride))
        var members = members
        while let member = members.nextMember() {
            // Names that are canonically equivalent are one, and of these the first counts.
            do {
                let value = try Value(from: member.value.decoder)
                if let first = updateValue(value, forKey: member.name) { self[member.name] = first }
            } catch {
                guard self[member.name] != nil else { throw error }
            }
        }
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
