import LambdaAPIGatewayEvents
import LambdaAPIGatewayV2Events
import LambdaFunctionURLEvents
public import LambdaHTTPShared
public import LambdaJSON

extension HTTPRequest {
    /// Who the caller of a request is, as far as the service has found out.
    ///
    /// What it can find out depends on how it authorizes requests. A load balancer tells nothing here.
    public struct Identity: Hashable, Sendable {
        /// The claims of the token that a JWT or Cognito authorizer has accepted.
        ///
        /// `nil` if the request was not authorized by a token.
        public var claims: JWTClaims?

        /// The scopes of the token that the route asks for.
        ///
        /// Empty if it asks for none.
        public var scopes: [String]

        /// What a Lambda authorizer has returned as its context.
        ///
        /// Empty if there is none.
        public var context: [String: JSONValue]

        /// The ARN of the caller, if IAM has authorized the request.
        ///
        /// `nil` otherwise.
        public var userARN: String?

        /// The account of the caller, if IAM has authorized the request.
        ///
        /// `nil` otherwise.
        public var accountID: String?

        /// Creates an identity, by default one of which nothing is known.
        ///
        /// Parameters match the properties of the same name.
        public init(
            claims: JWTClaims? = nil,
            scopes: [String] = [],
            context: [String: JSONValue] = [:],
            userARN: String? = nil,
            accountID: String? = nil
        ) {
            self.claims = claims
            self.scopes = scopes
            self.context = context
            self.userARN = userARN
            self.accountID = accountID
        }
    }
}

extension HTTPRequest.Identity {
    init(_ authorizer: APIGatewayV2Request.Authorizer?) {
        self.init(
            claims: authorizer?.jwt?.claims,
            scopes: authorizer?.jwt?.scopes ?? [],
            context: authorizer?.lambda ?? [:],
            userARN: authorizer?.iam?.userARN,
            accountID: authorizer?.iam?.accountID
        )
    }

    init(_ iam: FunctionURLRequest.IAM?) {
        self.init(userARN: iam?.userARN, accountID: iam?.accountID)
    }

    init(_ context: APIGatewayRequest.Context) {
        self.init(
            claims: context.authorizer?.claims,
            scopes: context.authorizer?.scopes ?? [],
            context: context.authorizer?.context ?? [:],
            userARN: context.identity.userARN,
            accountID: context.identity.accountID
        )
    }
}
