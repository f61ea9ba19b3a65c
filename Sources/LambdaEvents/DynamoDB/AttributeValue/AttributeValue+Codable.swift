import LambdaJSON

// An attribute value is an object with one member, whose name is the type:
//
//     {"S": "text"}   {"N": "1.5"}   {"L": [{"BOOL": true}, {"NULL": true}]}
//
// Members with other names are ignored beside it, and so is null, as everywhere. What has no type
// that is known, or two of them, or a value that does not go with its type, is kept as it is.

extension AttributeValue {
    /// The types of values, by the names DynamoDB has for them.
    enum TypeName: String, CodingKey {
        case string = "S"
        case number = "N"
        case binary = "B"
        case bool = "BOOL"
        case null = "NULL"
        case map = "M"
        case list = "L"
        case stringSet = "SS"
        case numberSet = "NS"
        case binarySet = "BS"
    }
}

extension AttributeValue: Codable {
    /// Reads a value of any type.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: What the decoder throws; no JSON value is an error.
    public init(from decoder: any Decoder) throws {
        if let native = decoder as? JSONValueDecoder {
            self = try Self.read(native)
        } else {
            self = try Self.read(decoder)
        }
    }

    /// Reads a value through containers.
    private static func read(_ decoder: any Decoder) throws -> AttributeValue {
        guard let container = try? decoder.container(keyedBy: TypeName.self) else {
            return .other(try JSONValue(from: decoder))
        }
        let types = try container.allKeys.filter { try !container.decodeNil(forKey: $0) }
        guard types.count == 1, let type = types.first,
            let value = try? read(type, from: container)
        else { return .other(try JSONValue(from: decoder)) }
        return value
    }

    private static func read(
        _ type: TypeName,
        from container: KeyedDecodingContainer<TypeName>
    ) throws -> AttributeValue? {
        switch type {
        case .string: return .string(try container.decode(String.self, forKey: type))
        case .number: return .number(try container.decode(String.self, forKey: type))
        case .binary:
            return .binary(Binary(base64: try container.decode(String.self, forKey: type)))
        case .bool: return .bool(try container.decode(Bool.self, forKey: type))
        case .null: return try container.decode(Bool.self, forKey: type) ? .null : nil
        case .map: return .map(try container.decode([String: AttributeValue].self, forKey: type))
        case .list: return .list(try container.decode([AttributeValue].self, forKey: type))
        case .stringSet: return .stringSet(try container.decode([String].self, forKey: type))
        case .numberSet: return .numberSet(try container.decode([String].self, forKey: type))
        case .binarySet:
            let texts = try container.decode([String].self, forKey: type)
            return .binarySet(texts.map(Binary.init(base64:)))
        }
    }

    /// Writes the value as DynamoDB does.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .string(let value): try Self.write(value, as: .string, to: encoder)
        case .number(let value): try Self.write(value, as: .number, to: encoder)
        case .binary(let value): try Self.write(value.base64, as: .binary, to: encoder)
        case .bool(let value): try Self.write(value, as: .bool, to: encoder)
        case .null: try Self.write(true, as: .null, to: encoder)
        case .map(let value): try Self.write(value, as: .map, to: encoder)
        case .list(let value): try Self.write(value, as: .list, to: encoder)
        case .stringSet(let value): try Self.write(value, as: .stringSet, to: encoder)
        case .numberSet(let value): try Self.write(value, as: .numberSet, to: encoder)
        case .binarySet(let value):
            try Self.write(value.map(\.base64), as: .binarySet, to: encoder)
        case .other(let value): try value.encode(to: encoder)
        }
    }

    private static func write(
        _ value: some Encodable,
        as type: TypeName,
        to encoder: any Encoder
    ) throws {
        if let native = encoder as? JSONValueEncoder {
            try native.encode(onlyMember: type.rawValue, value)
        } else {
            var container = encoder.container(keyedBy: TypeName.self)
            try container.encode(value, forKey: type)
        }
    }
}
