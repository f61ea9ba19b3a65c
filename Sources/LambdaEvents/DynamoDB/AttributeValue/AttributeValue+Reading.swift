import LambdaEventsCoding
import LambdaJSON

// How our own decoder reads values: straight from the text, without a container, a coding key or an
// attempt that fails. An item is a tree of small objects, so that this is most of a stream event.

extension AttributeValue {
    /// Reads a value of any type.
    ///
    /// The recursion is no deeper than the decoder allows the text to be.
    static func read(_ decoder: JSONValueDecoder) throws -> AttributeValue {
        guard var members = decoder.members else {
            return .other(try decoder.decode(JSONValue.self))
        }
        var typed: (type: TypeName, value: JSONValueDecoder)?
        while let member = members.next() {
            guard let type = TypeName(member) else { continue }
            let value = member.value
            guard !value.decodeNil() else { continue }
            guard typed == nil else { return .other(try decoder.decode(JSONValue.self)) }
            typed = (type, value)
        }
        guard let typed, let value = try read(typed.type, from: typed.value) else {
            return .other(try decoder.decode(JSONValue.self))
        }
        return value
    }

    private static func read(
        _ type: TypeName,
        from decoder: JSONValueDecoder
    ) throws -> AttributeValue? {
        switch type {
        case .string: decoder.text.map { .string($0) }
        case .number: decoder.text.map { .number($0) }
        case .binary: decoder.text.map { .binary(Binary(base64: $0)) }
        case .bool: decoder.boolean.map { .bool($0) }
        case .null: decoder.boolean == true ? .null : nil
        case .map: try readItem(decoder).map { .map($0) }
        case .list: try readList(decoder).map { .list($0) }
        case .stringSet: readTexts(decoder).map { .stringSet($0) }
        case .numberSet: readTexts(decoder).map { .numberSet($0) }
        case .binarySet: readTexts(decoder).map { .binarySet($0.map(Binary.init(base64:))) }
        }
    }

    /// Reads values by name.
    ///
    /// `nil` if the JSON value is no object.
    static func readItem(_ decoder: JSONValueDecoder) throws -> [String: AttributeValue]? {
        guard var members = decoder.members else { return nil }
        var item = [String: AttributeValue](
            minimumCapacity: decoder.reservation(
                for: (String, AttributeValue).self,
                count: members.count
            )
        )
        while let member = members.next() {
            let value = try read(member.value)
            // Names that differ in bytes may be equal as strings: then, too, the first counts.
            if let first = item.updateValue(value, forKey: member.name) {
                item[member.name] = first
            }
        }
        return item
    }

    private static func readList(_ decoder: JSONValueDecoder) throws -> [AttributeValue]? {
        guard var elements = decoder.elements else { return nil }
        var list: [AttributeValue] = []
        list.reserveCapacity(
            decoder.reservation(for: AttributeValue.self, count: elements.count)
        )
        while let element = elements.next() { list.append(try read(element)) }
        return list
    }

    private static func readTexts(_ decoder: JSONValueDecoder) -> [String]? {
        guard var elements = decoder.elements else { return nil }
        var texts: [String] = []
        texts.reserveCapacity(decoder.reservation(for: String.self, count: elements.count))
        while let element = elements.next() {
            guard let text = element.text else { return nil }
            texts.append(text)
        }
        return texts
    }
}

extension AttributeValue.TypeName {
    /// The type that a member names.
    ///
    /// `nil` if it is none.
    fileprivate init?(_ member: JSONMember) {
        guard let name = member.plainName else {
            self.init(rawValue: member.name)
            return
        }
        switch (name.count, name.first) {
        case (1, UInt8(ascii: "S")): self = .string
        case (1, UInt8(ascii: "N")): self = .number
        case (1, UInt8(ascii: "B")): self = .binary
        case (1, UInt8(ascii: "M")): self = .map
        case (1, UInt8(ascii: "L")): self = .list
        case (2, UInt8(ascii: "S")) where name[1] == UInt8(ascii: "S"): self = .stringSet
        case (2, UInt8(ascii: "N")) where name[1] == UInt8(ascii: "S"): self = .numberSet
        case (2, UInt8(ascii: "B")) where name[1] == UInt8(ascii: "S"): self = .binarySet
        case (4, UInt8(ascii: "B")) where name.elementsEqual("BOOL".utf8): self = .bool
        case (4, UInt8(ascii: "N")) where name.elementsEqual("NULL".utf8): self = .null
        default: return nil
        }
    }
}

// MARK: - Items in models

/// An item, read at once.
private struct Item: Decodable {
    let attributes: [String: AttributeValue]

    init(from decoder: any Decoder) throws {
        guard let native = decoder as? JSONValueDecoder else {
            attributes = try [String: AttributeValue](from: decoder)
            return
        }
        guard let attributes = try AttributeValue.readItem(native) else {
            throw native.mismatch([String: AttributeValue].self, expected: "an object")
        }
        self.attributes = attributes
    }
}

// Synthesised conformances of this module find these overloads, as those of all models find the ones
// in LambdaEventsCoding. A dictionary would decode its values one by one, each as a type of which
// nothing is known.

extension KeyedDecodingContainer {
    func decode(
        _ type: [String: AttributeValue].Type,
        forKey key: Key
    ) throws -> [String: AttributeValue] {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }

    func decodeIfPresent(
        _ type: [String: AttributeValue].Type,
        forKey key: Key
    ) throws -> [String: AttributeValue]? {
        try decodeIfPresent(Item.self, forKey: key)?.attributes
    }
}
