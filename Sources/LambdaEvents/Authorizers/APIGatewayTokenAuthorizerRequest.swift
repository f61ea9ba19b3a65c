import LambdaEventsCoding
import LambdaEventsShared

/// A question to an authorizer of the type `TOKEN`, whether the bearer of a token may call a method
/// of a REST API.
///
/// ```swift
/// func handle(
///     _ request: APIGatewayTokenAuthorizerRequest,
///     context: LambdaContext
/// ) async throws -> APIGatewayAuthorizerResponse {
///     guard let user = try await verify(request.bearerToken) else {
///         return .deny(principalID: "unknown", methods: [request.methodARN.anyMethod])
///     }
///     return .allow(principalID: user, methods: [request.methodARN.anyMethod])
/// }
/// ```
///
/// To answer a request with status 401, throw an error whose text is `Unauthorized`.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html>
public struct APIGatewayTokenAuthorizerRequest: Codable, Hashable, Sendable {
    /// The type of the authorizer: `TOKEN`.
    public var type: APIGatewayAuthorizerType

    /// The value of the header that the authorizer is configured to look at.
    ///
    /// Use ``bearerToken`` for what comes after `Bearer`. It is a secret: do not log it.
    public var authorizationToken: String

    /// The ARN of the method that the client wants to call.
    ///
    /// JSON key: `methodArn`.
    public var methodARN: APIGatewayMethodARN

    /// Creates a request.
    ///
    /// Parameters match the properties of the same name.
    public init(
        type: APIGatewayAuthorizerType = .token,
        authorizationToken: String,
        methodARN: APIGatewayMethodARN
    ) {
        self.type = type
        self.authorizationToken = authorizationToken
        self.methodARN = methodARN
    }

    /// Reads a question about a token, and refuses one about a whole request.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is something else.
    public init(from decoder: any Decoder) throws {
        try decoder.refuse(having: "requestContext")
        let container = try decoder.container(keyedBy: CodingKeys.self)
        type = try container.decode(APIGatewayAuthorizerType.self, forKey: .type)
        authorizationToken = try container.decode(String.self, forKey: .authorizationToken)
        methodARN = try container.decode(APIGatewayMethodARN.self, forKey: .methodARN)
    }

    enum CodingKeys: String, CodingKey {
        case type
        case authorizationToken
        case methodARN = "methodArn"
    }

    /// The token of the scheme `Bearer`, without the name of the scheme.
    ///
    /// `nil` if ``authorizationToken`` is of another scheme.
    public var bearerToken: String? {
        let scheme = authorizationToken.prefix { $0 != " " }
        guard String(scheme).isEqualIgnoringASCIICase(to: "Bearer") else { return nil }
        let token = authorizationToken.dropFirst(scheme.count).drop { $0 == " " }
        return token.isEmpty ? nil : String(token)
    }
}
