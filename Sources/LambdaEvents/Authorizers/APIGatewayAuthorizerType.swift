public import LambdaEventsShared

/// How an authorizer is asked.
public struct APIGatewayAuthorizerType: OpenValue {
    /// The text API Gateway sends.
    public let rawValue: String

    /// Creates a type from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// About a token.
    public static var token: Self { Self(rawValue: "TOKEN") }
    /// About a whole request.
    public static var request: Self { Self(rawValue: "REQUEST") }
}
