import LambdaEventsShared
import LambdaJSON

/// The headers of an HTTP request or response with all values of each: looked up without regard to
/// case, kept in order.
///
/// ```swift
/// let accepted = request.multiValueHeaders["Accept"]
///
/// var headers: MultiValueHeaders = ["Set-Cookie": ["a=1", "b=2"]]
/// headers.append("c=3", to: "Set-Cookie")
/// ```
///
/// ``HTTPHeaders`` is for headers that have one value each. Both compare names alike.
public struct MultiValueHeaders: Sendable {
    /// The headers as they stand in the JSON.
    private var fields: [Field]

    private typealias Field = (name: String, values: [String])

    /// Creates empty headers.
    public init() {
        fields = []
    }

    /// Creates headers from names and values.
    ///
    /// The values of a repeated name come one after the other.
    ///
    /// - Parameter headers: The names and values, in order.
    public init(_ headers: some Sequence<(String, [String])>) {
        self.init()
        for (name, values) in headers {
            self[name] += values
        }
    }

    /// All values of a header.
    ///
    /// Empty if there is no header of that name; set it to `[]` to remove the header.
    ///
    /// - Parameter name: The name, in any case. Setting keeps the case of a name that is already
    ///   there.
    public subscript(name: String) -> [String] {
        get {
            // JSON can have a name twice, in different case.
            var values: [String]?
            for field in fields where field.name.isEqualIgnoringASCIICase(to: name) {
                values = values.map { $0 + field.values } ?? field.values
            }
            return values ?? []
        }
        set {
            let first = fields.firstIndex { $0.name.isEqualIgnoringASCIICase(to: name) }
            guard let first, !newValue.isEmpty else {
                fields.removeAll { $0.name.isEqualIgnoringASCIICase(to: name) }
                if !newValue.isEmpty { fields.append((name, newValue)) }
                return
            }
            let others = fields[(first + 1)...].filter {
                !$0.name.isEqualIgnoringASCIICase(to: name)
            }
            fields.replaceSubrange((first + 1)..., with: others)
            fields[first].values = newValue
        }
    }

    /// Adds a value to a header.
    ///
    /// - Parameters:
    ///   - value: The value to add.
    ///   - name: The name, in any case.
    public mutating func append(_ value: String, to name: String) {
        self[name] += [value]
    }
}

extension MultiValueHeaders: Sequence {
    /// The names and values, in the order they came in.
    ///
    /// - Returns: An iterator over pairs.
    public func makeIterator() -> some IteratorProtocol<(name: String, values: [String])> {
        fields.makeIterator()
    }

    /// The number of names.
    public var count: Int { fields.count }

    /// Whether there are no headers.
    public var isEmpty: Bool { fields.isEmpty }
}

extension MultiValueHeaders: ExpressibleByDictionaryLiteral {
    /// Creates headers from a literal.
    ///
    /// The values of a repeated name come one after the other.
    ///
    /// - Parameter elements: The names and values, in order.
    public init(dictionaryLiteral elements: (String, [String])...) {
        self.init(elements)
    }
}

extension MultiValueHeaders: Hashable {
    /// Whether two sets of headers have the same values under the same names.
    ///
    /// Neither the order nor the case of the names matters, but the order of the values of a name
    /// does.
    public static func == (left: Self, right: Self) -> Bool {
        guard left.count == right.count else { return false }
        return left.fields.allSatisfy { field in
            left.occurrences(of: field) == right.occurrences(of: field)
        }
    }

    /// Hashes names and values in a way that the order and case of names do not matter.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for field in fields {
            var fieldHasher = Hasher()
            for byte in field.name.utf8 { fieldHasher.combine(byte.asciiLowercased) }
            fieldHasher.combine(field.values)
            sum &+= fieldHasher.finalize()
        }
        hasher.combine(sum)
    }

    private func occurrences(of field: Field) -> Int {
        fields.count {
            $0.values == field.values && $0.name.isEqualIgnoringASCIICase(to: field.name)
        }
    }
}

extension MultiValueHeaders: Codable {
    /// Reads headers from a JSON object of arrays of strings.
    ///
    /// A header that is null counts as absent.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is not an object, or one of its values not an
    ///   array of strings.
    public init(from decoder: any Decoder) throws {
        if let native = JSONValueDecoder(decoder) {
            fields = try native.stringListMembers
            return
        }
        let container = try decoder.container(keyedBy: Name.self)
        let names = container.allKeys
        fields = []
        fields.reserveCapacity(names.count)
        for name in names {
            guard let values = try container.decodeIfPresent([String].self, forKey: name) else {
                continue
            }
            fields.append((name.stringValue, values))
        }
    }

    /// Writes the headers as a JSON object, in their order.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        if let native = encoder as? JSONValueEncoder {
            native.encode(stringListMembers: fields)
            return
        }
        var container = encoder.container(keyedBy: Name.self)
        for field in fields {
            var values = container.nestedUnkeyedContainer(forKey: Name(stringValue: field.name))
            for value in field.values { try values.encode(value) }
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }
}

extension MultiValueHeaders: CustomStringConvertible {
    /// The names of the headers.
    ///
    /// Values can be secrets and are left out.
    public var description: String {
        "MultiValueHeaders(" + fields.map(\.name).joined(separator: ", ") + ")"
    }
}
