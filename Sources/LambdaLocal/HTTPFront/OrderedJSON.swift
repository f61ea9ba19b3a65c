#if LOCAL_RUNNING
/// JSON whose members keep the order in which they were given, for events that people read.
enum OrderedJSON {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([OrderedJSON])
    case object([Member])

    typealias Member = (name: String, value: OrderedJSON)

    /// A text, or null.
    init(_ text: String?) {
        self = text.map(OrderedJSON.string) ?? .null
    }

    /// An object of texts.
    static func texts(_ texts: [(name: String, value: String)]) -> OrderedJSON {
        .object(texts.map { ($0.name, .string($0.value)) })
    }

    /// An object of lists of texts.
    static func lists(_ lists: [(name: String, values: [String])]) -> OrderedJSON {
        .object(lists.map { ($0.name, .array($0.values.map(OrderedJSON.string))) })
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Writes a text.
    ///
    /// RFC 8259 section 7: quotation marks, backslashes and control characters are escaped.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20:
                bytes += "\\u00".utf8
                bytes += [Hexadecimal.digit(byte >> 4), Hexadecimal.digit(byte & 0xf)]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
#endif
