import LambdaEventsCoding
public import LambdaJSON

/// The answer of an authorizer of an HTTP API that is configured for simple responses: yes or no.
///
/// ```swift
/// return .deny
/// return .allow(context: ["user": "user-1", "groups": ["admin", "staff"]])
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html>
public struct APIGatewayV2SimpleAuthorizerResponse: Codable, Hashable, Sendable {
    /// Whether the client may send the request.
    ///
    /// Absent is false.
    public var isAuthorized: Bool

    /// What the function behind the route gets to know as `requestContext.authorizer.lambda`: any
    /// JSON.
    ///
    /// Empty if that is nothing.
    public var context: [String: JSONValue]

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(isAuthorized: Bool, context: [String: JSONValue] = [:]) {
        self.isAuthorized = isAuthorized
        self.context = context
    }

    /// The client may send the request.
    ///
    /// - Parameter context: What the function behind the route gets to know. The default is nothing.
    /// - Returns: The response.
    public static func allow(context: [String: JSONValue] = [:]) -> Self {
        Self(isAuthorized: true, context: context)
    }

    /// The client may not send the request, and gets status 403.
    public static var deny: Self { Self(isAuthorized: false) }
}
