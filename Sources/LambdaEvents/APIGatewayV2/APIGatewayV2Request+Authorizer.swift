import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared
public import LambdaJSON

extension APIGatewayV2Request {
    /// What the authorizer of a route found out: one of the members is set, after its kind.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html>
    public struct Authorizer: Codable, Hashable, Sendable {
        /// The token of a JWT authorizer.
        ///
        /// `nil` if the route has another authorizer.
        public var jwt: JWT?

        /// The identity IAM found.
        ///
        /// `nil` if the route has another authorizer.
        public var iam: IAM?

        /// What a Lambda authorizer returned as its context.
        ///
        /// `nil` if the route has another authorizer, or the authorizer returned no context.
        public var lambda: [String: JSONValue]?

        /// Creates an authorizer.
        ///
        /// Parameters match the properties of the same name.
        public init(jwt: JWT? = nil, iam: IAM? = nil, lambda: [String: JSONValue]? = nil) {
            self.jwt = jwt
            self.iam = iam
            self.lambda = lambda
        }
    }

    /// A token that a JWT authorizer accepted.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html>
    public struct JWT: Codable, Hashable, Sendable {
        /// The claims of the token.
        ///
        /// Empty if the token has none.
        ///
        /// API Gateway writes the values as strings, an array as `[a b]`; local gateways keep their
        /// types. `JWTClaims` reads both.
        public var claims: JWTClaims

        /// The scopes of the token that the route asks for.
        ///
        /// Empty if the route asks for none.
        public var scopes: [String]

        /// Creates a token.
        ///
        /// Parameters match the properties of the same name.
        public init(claims: JWTClaims = [:], scopes: [String] = []) {
            self.claims = claims
            self.scopes = scopes
        }
    }

    /// The identity with which a request was signed.
    public struct IAM: Codable, Hashable, Sendable {
        /// The access key that signed the request.
        ///
        /// `nil` if API Gateway does not say.
        public var accessKey: String?

        /// The account of the caller.
        ///
        /// `nil` if API Gateway does not say.
        public var accountID: String?

        /// The unique ID of the caller.
        ///
        /// `nil` if API Gateway does not say.
        public var callerID: String?

        /// The Cognito identity of the caller.
        ///
        /// `nil` if the caller has none.
        public var cognitoIdentity: CognitoIdentity?

        /// The organization of the caller.
        ///
        /// `nil` if the account of the caller belongs to none.
        public var principalOrgID: String?

        /// The ARN of the caller.
        ///
        /// `nil` if API Gateway does not say.
        public var userARN: String?

        /// The unique ID of the user or role.
        ///
        /// `nil` if API Gateway does not say.
        public var userID: String?

        /// Creates an identity.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accessKey: String? = nil,
            accountID: String? = nil,
            callerID: String? = nil,
            cognitoIdentity: CognitoIdentity? = nil,
            principalOrgID: String? = nil,
            userARN: String? = nil,
            userID: String? = nil
        ) {
            self.accessKey = accessKey
            self.accountID = accountID
            self.callerID = callerID
            self.cognitoIdentity = cognitoIdentity
            self.principalOrgID = principalOrgID
            self.userARN = userARN
            self.userID = userID
        }

        enum CodingKeys: String, CodingKey {
            case accessKey
            case accountID = "accountId"
            case callerID = "callerId"
            case cognitoIdentity
            case principalOrgID = "principalOrgId"
            case userARN = "userArn"
            case userID = "userId"
        }
    }

    /// The identity of a caller in a Cognito identity pool.
    public struct CognitoIdentity: Codable, Hashable, Sendable {
        /// How the caller was authenticated.
        ///
        /// Empty if Cognito does not say.
        public var amr: [String]

        /// The ID of the identity.
        ///
        /// `nil` if Cognito does not say.
        public var identityID: String?

        /// The ID of the identity pool.
        ///
        /// `nil` if Cognito does not say.
        public var identityPoolID: String?

        /// Creates an identity.
        ///
        /// Parameters match the properties of the same name.
        public init(
            amr: [String] = [],
            identityID: String? = nil,
            identityPoolID: String? = nil
        ) {
            self.amr = amr
            self.identityID = identityID
            self.identityPoolID = identityPoolID
        }

        enum CodingKeys: String, CodingKey {
            case amr
            case identityID = "identityId"
            case identityPoolID = "identityPoolId"
        }
    }
}
