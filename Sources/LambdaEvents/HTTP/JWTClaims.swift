public import LambdaEventsShared
public import LambdaJSON

/// The claims of a token that an authorizer accepted, as API Gateway hands them on.
///
/// ```swift
/// let claims = request.requestContext.authorizer?.jwt?.claims
/// let user = claims?.subject
/// let isAdmin = claims?.strings(named: "cognito:groups").contains("admin")
/// let plan = claims?["custom:plan"]?.stringValue
/// ```
///
/// A token holds JSON of any type, but API Gateway turns the values into text, each kind of API in
/// its own way; local gateways keep the types. What is stored is what was sent. The properties and
/// functions read all of these forms:
///
/// | in the token | HTTP API | REST API, Cognito |
/// |---|---|---|
/// | `["a", "b"]` | `[a b]` | `a,b` |
/// | `1683172206` | `1683172206` | `Thu May 04 03:50:06 UTC 2023` for dates |
/// | `true` | `true` | `true` |
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html>
public struct JWTClaims: Hashable, Sendable {
    /// The claims as they were sent, by name.
    public var values: [String: JSONValue]

    /// Creates a token without claims.
    public init() {
        values = [:]
    }

    /// Creates claims.
    ///
    /// - Parameter values: The claims as they are sent, by name.
    public init(_ values: [String: JSONValue]) {
        self.values = values
    }

    /// A claim as it was sent.
    ///
    /// `nil` if the token has no claim of that name. Set it to `nil` to remove the claim.
    ///
    /// - Parameter name: The name of the claim.
    public subscript(name: String) -> JSONValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Whether there are no claims.
    public var isEmpty: Bool { values.isEmpty }
}

// MARK: - Claims by type

extension JWTClaims {
    /// Reads a claim as text.
    ///
    /// - Parameter name: The name of the claim.
    /// - Returns: The text, or `nil` if there is no claim of that name, or it is no text.
    public func string(named name: String) -> String? {
        values[name]?.stringValue
    }

    /// Reads a claim as a list.
    ///
    /// API Gateway separates the elements with blanks or commas. An element that contains one
    /// itself cannot be told from two.
    ///
    /// - Parameter name: The name of the claim.
    /// - Returns: The elements, one for a claim that is a single text. Empty if there is no claim
    ///   of that name, or it is something else.
    public func strings(named name: String) -> [String] {
        switch values[name] {
        case .array(let elements): elements.compactMap(\.stringValue)
        case .string(let text): Self.elements(of: text)
        default: []
        }
    }

    /// Reads a claim as a Boolean.
    ///
    /// - Parameter name: The name of the claim.
    /// - Returns: The Boolean, or `nil` if there is no claim of that name, or it is something else.
    public func bool(named name: String) -> Bool? {
        switch values[name] {
        case .bool(let value): value
        case .string("true"): true
        case .string("false"): false
        default: nil
        }
    }

    /// Reads a claim as an instant: seconds since 1970, or a date in the text of Java.
    ///
    /// - Parameter name: The name of the claim.
    /// - Returns: The instant, or `nil` if there is no claim of that name, or it is something else.
    public func timestamp(named name: String) -> Timestamp? {
        switch values[name] {
        case .number(let number): Timestamp(number: number.doubleValue)
        case .string(let text):
            Double(text).map { Timestamp(number: $0) } ?? HumanDate.java(text)
        default: nil
        }
    }

    private static func elements(of text: String) -> [String] {
        let text = text.utf8
        let isBracketed = text.first == UInt8(ascii: "[") && text.last == UInt8(ascii: "]")
        guard isBracketed, text.count > 1 else {
            return elements(of: text[...]) { $0 == UInt8(ascii: ",") }
        }
        return elements(of: text.dropFirst().dropLast()) {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",")
        }
    }

    private static func elements(
        of text: Substring.UTF8View,
        separatedBy isSeparator: (UInt8) -> Bool
    ) -> [String] {
        text.split(whereSeparator: isSeparator).map { String(Substring($0)) }
    }
}

// MARK: - Registered claims

extension JWTClaims {
    /// Who issued the token.
    ///
    /// `nil` if the token does not say.
    ///
    /// JSON key: `iss`.
    public var issuer: String? { string(named: "iss") }

    /// Whom the token is about.
    ///
    /// `nil` if the token does not say.
    ///
    /// JSON key: `sub`.
    public var subject: String? { string(named: "sub") }

    /// For whom the token is meant.
    ///
    /// Empty if the token does not say.
    ///
    /// JSON key: `aud`.
    public var audience: [String] { strings(named: "aud") }

    /// When the token expires.
    ///
    /// `nil` if the token does not say.
    ///
    /// JSON key: `exp`.
    public var expiresAt: Timestamp? { timestamp(named: "exp") }

    /// Before when the token must not be accepted.
    ///
    /// `nil` if the token does not say.
    ///
    /// JSON key: `nbf`.
    public var notBefore: Timestamp? { timestamp(named: "nbf") }

    /// When the token was issued.
    ///
    /// `nil` if the token does not say.
    ///
    /// JSON key: `iat`.
    public var issuedAt: Timestamp? { timestamp(named: "iat") }

    /// The ID of the token.
    ///
    /// `nil` if the token has none.
    ///
    /// JSON key: `jti`.
    public var tokenID: String? { string(named: "jti") }

    /// What the token permits.
    ///
    /// Empty if the token does not say.
    ///
    /// JSON key: `scope`, with blanks between the scopes.
    public var scopes: [String] {
        guard let text = string(named: "scope") else { return strings(named: "scope") }
        return text.split(separator: " ").map(String.init)
    }
}

// MARK: - Coding

extension JWTClaims: Codable {
    /// Reads claims from a JSON object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is not an object.
    public init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: JSONValue].self)
    }

    /// Writes the claims as a JSON object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}

extension JWTClaims: ExpressibleByDictionaryLiteral {
    /// Creates claims from a literal.
    ///
    /// Of claims with equal names the last counts.
    ///
    /// - Parameter elements: The names and values.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        values = Dictionary(elements) { _, last in last }
    }
}

extension JWTClaims: CustomStringConvertible {
    /// The names of the claims.
    ///
    /// Values can be secrets and are left out.
    public var description: String {
        "JWTClaims(" + values.keys.sorted().joined(separator: ", ") + ")"
    }
}
