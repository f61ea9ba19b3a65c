extension JSONValue: Codable {
    /// Decodes any value.
    ///
    /// LambdaJSON's decoder reads the value from the text. Another decoder is asked for one type
    /// after the other.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where a decoder has a value of some other kind.
    @inline(never)
    @_optimize(size)
    public init(from decoder: any Decoder) throws {
        if let native = JSONValueDecoder(decoder) {
            self = try native.value
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(JSONNumber.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else if let value = try? container.decode([String: JSONValue].self) {
            self = .object(value)
        } else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "Expected a value that JSON has, too."
            )
        }
    }

    /// Encodes the value.
    ///
    /// - Throws: What the encoder throws.
    @inline(never)
    @_optimize(size)
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSONDocument {
    /// The value at an index.
    ///
    /// The recursion is no deeper than the scan allowed the text to be.
    func value(at index: Int) -> JSONValue {
        let kind = kind(at: index)
        switch kind {
        case .null: return .null
        case .false: return .bool(false)
        case .true: return .bool(true)
        case .integer, .decimal: return .number(JSONNumber(validated: text(at: index)))
        case .array: return .array(elements(of: index))
        case .object: return .object(members(of: index))
        default: return .string(string(at: index))
        }
    }

    private func elements(of array: Int) -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(Tape.detail(tape[array]))
        let end = Tape.end(tape[array + 1])
        var element = array + Tape.headLength
        while element < end {
            elements.append(value(at: element))
            element = self.end(of: element)
        }
        return elements
    }

    func members(of object: Int) -> [String: JSONValue] {
        var members = [String: JSONValue](minimumCapacity: Tape.detail(tape[object]))
        let end = Tape.end(tape[object + 1])
        var key = object + Tape.headLength
        while key < end {
            if kind(at: key) != .repeatedKey {
                let name = name(at: key)
                if let earlier = members.updateValue(value(at: key + 1), forKey: name) {
                    members[name] = earlier
                }
            }
            key = self.end(of: key + 1)
        }
        return members
    }
}
