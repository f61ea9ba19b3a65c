import LambdaEventsCoding
public import LambdaJSON

/// The answer of an authorizer: who the client is, and a policy that says what it may call.
///
/// ```swift
/// return .allow(
///     principalID: "user-1",
///     methods: [request.methodARN.anyMethod],
///     context: ["tenant": "tenant-1", "level": 3, "trial": false]
/// )
/// ```
///
/// All authorizers of REST and WebSocket APIs answer with it, and those of HTTP APIs that are not
/// configured for simple responses.
///
/// API Gateway keeps the answer for later requests with the same token, as long as the authorizer's
/// configuration says. The policy should therefore be about all that the token allows, not only
/// about the method that was asked for.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html>
public struct APIGatewayAuthorizerResponse: Codable, Hashable, Sendable {
    /// Who the client is, in whichever way the API counts users.
    ///
    /// JSON key: `principalId`.
    public var principalID: String

    /// What the client may call.
    public var policyDocument: IAMPolicyDocument

    /// What the function behind the method gets to know as `requestContext.authorizer`.
    ///
    /// Empty if that is nothing. Of REST APIs it gets text, whatever the type was.
    public var context: [String: ContextValue]

    /// The API key of the client, by which its use is counted.
    ///
    /// `nil` unless the API takes keys from its authorizer.
    public var usageIdentifierKey: String?

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(
        principalID: String,
        policyDocument: IAMPolicyDocument,
        context: [String: ContextValue] = [:],
        usageIdentifierKey: String? = nil
    ) {
        self.principalID = principalID
        self.policyDocument = policyDocument
        self.context = context
        self.usageIdentifierKey = usageIdentifierKey
    }

    enum CodingKeys: String, CodingKey {
        case principalID = "principalId"
        case policyDocument
        case context
        case usageIdentifierKey
    }
}

extension APIGatewayAuthorizerResponse {
    /// The client may call methods.
    ///
    /// - Parameters:
    ///   - principalID: Who the client is.
    ///   - methods: The ARNs of the methods, with `*` for any characters.
    ///   - context: What the function behind the method gets to know. The default is nothing.
    ///   - usageIdentifierKey: The API key of the client. The default is none.
    /// - Returns: The response.
    public static func allow(
        principalID: String,
        methods: [APIGatewayMethodARN],
        context: [String: ContextValue] = [:],
        usageIdentifierKey: String? = nil
    ) -> Self {
        Self(
            principalID: principalID,
            policyDocument: .invoke(.allow, methods),
            context: context,
            usageIdentifierKey: usageIdentifierKey
        )
    }

    /// The client may not call methods, and gets status 403 where it tries.
    ///
    /// - Parameters:
    ///   - principalID: Who the client is.
    ///   - methods: The ARNs of the methods, with `*` for any characters.
    ///   - context: What the answer to the client may be made from. The default is nothing.
    /// - Returns: The response.
    public static func deny(
        principalID: String,
        methods: [APIGatewayMethodARN],
        context: [String: ContextValue] = [:]
    ) -> Self {
        Self(
            principalID: principalID,
            policyDocument: .invoke(.deny, methods),
            context: context
        )
    }
}

extension IAMPolicyDocument {
    fileprivate static func invoke(_ effect: Effect, _ methods: [APIGatewayMethodARN]) -> Self {
        Self(statements: [
            Statement(
                effect: effect,
                action: "execute-api:Invoke",
                resource: OneOrMore(methods.map(\.rawValue))
            )
        ])
    }
}

// MARK: - Context

extension APIGatewayAuthorizerResponse {
    /// A value that an authorizer hands on: a string, a number or a Boolean.
    ///
    /// API Gateway answers the client with status 500 if an authorizer returns anything else.
    public enum ContextValue: Hashable, Sendable {
        /// A string.
        case string(String)

        /// A number.
        case number(JSONNumber)

        /// A Boolean.
        case bool(Bool)
    }
}

extension APIGatewayAuthorizerResponse.ContextValue: Codable {
    /// Reads a value from a JSON string, number or Boolean.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is something else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        switch try container.decode(JSONValue.self) {
        case .string(let value): self = .string(value)
        case .number(let value): self = .number(value)
        case .bool(let value): self = .bool(value)
        case .null, .array, .object:
            if let native = decoder as? JSONValueDecoder {
                throw native.mismatch(Self.self, expected: "a string, a number or a Boolean")
            }
            throw DecodingError.typeMismatch(
                Self.self,
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "Expected a string, a number or a Boolean."
                )
            )
        }
    }

    /// Writes the value.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .bool(let value): try container.encode(value)
        }
    }
}

extension APIGatewayAuthorizerResponse.ContextValue: ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
{
    /// Creates a string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Creates a number.
    public init(integerLiteral value: Int64) {
        self = .number(JSONNumber(value))
    }

    /// Creates a number.
    public init(floatLiteral value: Double) {
        self = .number(JSONNumber(floatLiteral: value))
    }

    /// Creates a Boolean.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}
