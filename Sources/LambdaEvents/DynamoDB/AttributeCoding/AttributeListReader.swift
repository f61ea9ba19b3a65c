import LambdaJSON

/// The unkeyed container of a list, a set, or bytes.
struct AttributeListReader: UnkeyedDecodingContainer {
    enum Elements {
        case values([AttributeValue])
        case bytes([UInt8])

        var count: Int {
            switch self {
            case .values(let values): values.count
            case .bytes(let bytes): bytes.count
            }
        }
    }

    let elements: Elements
    let path: AttributePath?
    let settings: AttributeDecodingSettings

    private(set) var currentIndex = 0

    init(elements: Elements, path: AttributePath?, settings: AttributeDecodingSettings) {
        self.elements = elements
        self.path = path
        self.settings = settings
    }

    var codingPath: [any CodingKey] { AttributePath.keys(path) }

    var count: Int? { elements.count }

    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        guard try next((any Decodable).self).decodeNil() else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let value = try next(type).decode(type)
        currentIndex += 1
        return value
    }

    mutating func decode(_ type: Int128.Type) throws -> Int128 {
        let value = try next(type).decode(type)
        currentIndex += 1
        return value
    }

    mutating func decode(_ type: UInt128.Type) throws -> UInt128 {
        let value = try next(type).decode(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        let container = try next(type).container(keyedBy: type)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try next([AttributeValue].self).unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try next((any Decoder).self)
        currentIndex += 1
        return decoder
    }

    /// The decoder of the next element, which stays the next until it is decoded.
    private func next(_ type: Any.Type) throws -> AttributeDecoder {
        let path = AttributePath(path, AttributeKey(intValue: currentIndex))
        guard !isAtEnd else {
            let problem = LambdaJSONError("Expected another element, found the end of the list")
            throw DecodingError.valueNotFound(
                type,
                DecodingError.Context(problem, at: AttributePath.keys(path))
            )
        }
        let value: AttributeValue =
            switch elements {
            case .values(let values): values[currentIndex]
            case .bytes(let bytes): .number(bytes[currentIndex].description)
            }
        return AttributeDecoder(value: value, path: path, settings: settings)
    }
}
