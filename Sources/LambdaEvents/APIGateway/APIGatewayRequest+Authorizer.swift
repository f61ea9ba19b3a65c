import LambdaEventsShared
public import LambdaHTTPShared
public import LambdaJSON

extension APIGatewayRequest {
    /// What the authorizer of a method or route found out.
    ///
    /// Each kind of authorizer sends other members, and a Lambda authorizer those it likes. They are
    /// kept as they came; the properties find the known ones.
    ///
    /// ```swift
    /// let authorizer = request.requestContext.authorizer
    /// let user = authorizer?.claims?.subject         // Cognito user pool, JWT
    /// let tenant = authorizer?["tenant"]?.stringValue  // context of a Lambda authorizer
    /// ```
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html>
    public struct Authorizer: Hashable, Sendable {
        /// The members as they were sent, by name.
        public var values: [String: JSONValue]

        /// Creates an authorizer from its members.
        ///
        /// - Parameter values: The members as they are sent, by name.
        public init(_ values: [String: JSONValue]) {
            self.values = values
        }

        /// A member as it was sent.
        ///
        /// `nil` if there is no member of that name. Set it to `nil` to remove the member.
        ///
        /// - Parameter name: The name of the member.
        public subscript(name: String) -> JSONValue? {
            get { values[name] }
            set { values[name] = newValue }
        }
    }
}

extension APIGatewayRequest.Authorizer {
    /// Creates what an authorizer of tokens sends.
    ///
    /// - Parameters:
    ///   - claims: The claims of the token.
    ///   - scopes: The scopes of the token. `nil`, the default, leaves them out, as Cognito does.
    public init(claims: JWTClaims, scopes: [String]? = nil) {
        self.init(["claims": .object(claims.values)])
        if let scopes { values["scopes"] = .array(scopes.map { .string($0) }) }
    }

    /// Creates what a Lambda authorizer sends.
    ///
    /// - Parameters:
    ///   - principalID: Whom the authorizer recognized.
    ///   - context: The context the authorizer returned. The default is empty.
    public init(principalID: String, context: [String: JSONValue] = [:]) {
        self.init(context)
        values["principalId"] = .string(principalID)
    }

    /// The claims of the token that a Cognito or JWT authorizer accepted.
    ///
    /// `nil` if the authorizer is of another kind.
    public var claims: JWTClaims? {
        values["claims"]?.objectValue.map { JWTClaims($0) }
    }

    /// The scopes of the token that the route asks for.
    ///
    /// Empty if it asks for none, or if the authorizer is of another kind.
    public var scopes: [String] {
        values["scopes"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }

    /// Whom a Lambda authorizer recognized.
    ///
    /// `nil` if the authorizer is of another kind.
    ///
    /// JSON key: `principalId`.
    public var principalID: String? { values["principalId"]?.stringValue }

    /// How long the Lambda authorizer took, in milliseconds.
    ///
    /// `nil` if the authorizer is of another kind. 0 if its answer came from the cache.
    public var integrationLatency: Int? {
        values["integrationLatency"].flatMap { $0.intValue ?? $0.stringValue.flatMap { Int($0) } }
    }

    /// What a Lambda authorizer returned as its context: the members but for those above.
    ///
    /// Empty if it returned none.
    ///
    /// A REST API hands on texts, though AWS's samples have numbers and Booleans too.
    public var context: [String: JSONValue] {
        let others: Set = ["claims", "scopes", "principalId", "integrationLatency"]
        return values.filter { !others.contains($0.key) }
    }
}

extension APIGatewayRequest.Authorizer: Codable {
    /// Reads an authorizer from a JSON object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is not an object.
    public init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: JSONValue].self)
    }

    /// Writes the authorizer as a JSON object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}

extension APIGatewayRequest.Authorizer: ExpressibleByDictionaryLiteral {
    /// Creates an authorizer from a literal.
    ///
    /// Of members with equal names the last counts.
    ///
    /// - Parameter elements: The names and values.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        values = Dictionary(elements) { _, last in last }
    }
}
