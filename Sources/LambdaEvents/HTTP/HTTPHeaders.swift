import LambdaEventsShared
import LambdaJSON

/// The headers of an HTTP request or response: looked up without regard to case, kept in order.
///
/// HTTP does not distinguish `Content-Type` from `content-type`, and neither does this type.
/// API Gateway lower-cases the names it sends, other services keep what the client wrote.
///
/// ```swift
/// let type = request.headers["Content-Type"]
///
/// var headers: HTTPHeaders = ["Cache-Control": "no-store"]
/// headers["ETag"] = "\"v2\""
/// for (name, value) in headers { … }
/// ```
///
/// Lookup compares names one after the other, which for the two dozen headers of a request is
/// faster than hashing them, and hashing each of them to decode a request would take longer than
/// the lookups.
///
/// Two names that differ only in case are the same header. Where JSON has both, both are kept as
/// they came, and lookup finds the first. Equality disregards the order of the headers and the case
/// of names.
public struct HTTPHeaders: Sendable {
    /// The headers as they stand in the JSON.
    private var fields: [Field]

    private typealias Field = (name: String, value: String)

    /// Creates empty headers.
    public init() {
        fields = []
    }

    /// Creates headers from names and values, joining the values of a repeated name as
    /// ``append(_:to:)`` does.
    ///
    /// - Parameter headers: The names and values, in order.
    public init(_ headers: some Sequence<(String, String)>) {
        self.init()
        for (name, value) in headers {
            append(value, to: name)
        }
    }

    /// The value of a header.
    ///
    /// `nil` if there is none of that name; set it to `nil` to remove the header.
    ///
    /// - Parameter name: The name, in any case. Setting keeps the case of a name that is already
    ///   there.
    public subscript(name: String) -> String? {
        get {
            fields.first { $0.name.isEqualIgnoringASCIICase(to: name) }?.value
        }
        set {
            guard let newValue else {
                fields.removeAll { $0.name.isEqualIgnoringASCIICase(to: name) }
                return
            }
            guard
                let first = fields.firstIndex(where: { $0.name.isEqualIgnoringASCIICase(to: name) })
            else {
                fields.append((name, newValue))
                return
            }
            // JSON can have a name twice, in different case: what is set replaces both.
            let others = fields[(first + 1)...].filter {
                !$0.name.isEqualIgnoringASCIICase(to: name)
            }
            fields.replaceSubrange((first + 1)..., with: others)
            fields[first].value = newValue
        }
    }

    /// Adds a value to a header, after a comma if the header is already there.
    ///
    /// This is how HTTP joins repeated headers, and how API Gateway sends them.
    /// `Set-Cookie` cannot be joined: use the cookies of the response.
    ///
    /// - Parameters:
    ///   - value: The value to add.
    ///   - name: The name, in any case.
    public mutating func append(_ value: String, to name: String) {
        if let present = self[name] {
            self[name] = present + ", " + value
        } else {
            fields.append((name, value))
        }
    }
}

extension HTTPHeaders {
    /// Adds a header without a look at those that are there.
    ///
    /// A name that is there in another case makes two headers in JSON, of which lookup finds the first.
    package mutating func appendField(named name: String, _ value: String) {
        fields.append((name, value))
    }
}

extension HTTPHeaders: Sequence {
    /// The names and values, in the order they came in.
    ///
    /// - Returns: An iterator over pairs.
    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        fields.makeIterator()
    }

    /// The number of headers.
    public var count: Int { fields.count }

    /// Whether there are no headers.
    public var isEmpty: Bool { fields.isEmpty }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Creates headers from a literal, joining the values of a repeated name.
    ///
    /// - Parameter elements: The names and values, in order.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements)
    }
}

extension HTTPHeaders: Hashable {
    /// Whether two sets of headers have the same values under the same names, in any order and
    /// case.
    public static func == (left: Self, right: Self) -> Bool {
        guard left.count == right.count else { return false }
        return left.fields.allSatisfy { field in
            left.occurrences(of: field) == right.occurrences(of: field)
        }
    }

    /// Hashes names and values in a way that their order and case do not matter.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for field in fields {
            var fieldHasher = Hasher()
            for byte in field.name.utf8 { fieldHasher.combine(byte.asciiLowercased) }
            fieldHasher.combine(field.value)
            sum &+= fieldHasher.finalize()
        }
        hasher.combine(sum)
    }

    private func occurrences(of field: Field) -> Int {
        fields.count {
            $0.value == field.value && $0.name.isEqualIgnoringASCIICase(to: field.name)
        }
    }
}

extension HTTPHeaders: Codable {
    /// Reads headers from a JSON object of strings.
    ///
    /// A header that is null counts as absent.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is not an object, or one of its values not a
    ///   string.
    public init(from decoder: any Decoder) throws {
        if let native = JSONValueDecoder(decoder) {
            fields = try native.stringMembers
            return
        }
        let container = try decoder.container(keyedBy: Name.self)
        let names = container.allKeys
        fields = []
        fields.reserveCapacity(names.count)
        for name in names {
            guard let value = try container.decodeIfPresent(String.self, forKey: name) else {
                continue
            }
            fields.append((name.stringValue, value))
        }
    }

    /// Writes the headers as a JSON object, in their order.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        if let native = JSONValueEncoder(native: encoder) {
            native.encode(stringMembers: fields)
            return
        }
        var container = encoder.container(keyedBy: Name.self)
        for field in fields {
            try container.encode(field.value, forKey: Name(stringValue: field.name))
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

extension HTTPHeaders: CustomStringConvertible {
    /// The names of the headers.
    ///
    /// Values can be secrets and are left out.
    public var description: String {
        "HTTPHeaders(" + fields.map(\.name).joined(separator: ", ") + ")"
    }
}
