import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaHTTPShared

extension APIGatewayRequest {
    /// Who sent a request.
    ///
    /// API Gateway sends null for what it does not know, which is most of it unless the request was
    /// signed for IAM.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html>
    public struct Identity: Codable, Hashable, Sendable {
        /// The access key that signed the request.
        ///
        /// `nil` unless IAM authorized it.
        public var accessKey: String?

        /// The account of the caller.
        ///
        /// `nil` unless IAM authorized the request.
        public var accountID: String?

        /// The API key the client sent.
        ///
        /// `nil` if the method asks for none. `test-invoke-api-key` in tests of the console.
        ///
        /// It is a secret: do not log it.
        public var apiKey: String?

        /// The ID of ``apiKey``.
        ///
        /// `nil` if the method asks for no key.
        public var apiKeyID: String?

        /// The unique ID of the caller.
        ///
        /// `nil` unless IAM authorized the request.
        public var caller: String?

        /// How the client identified itself in mutual TLS.
        ///
        /// `nil` unless the custom domain asks for it.
        ///
        /// JSON key: `clientCert`.
        public var clientCertificate: ClientCertificate?

        /// The identity providers the caller signed in with, joined by commas.
        ///
        /// `nil` unless credentials of Cognito signed the request.
        public var cognitoAuthenticationProvider: String?

        /// Whether the caller is `authenticated` or `unauthenticated`.
        ///
        /// `nil` unless credentials of Cognito signed the request.
        public var cognitoAuthenticationType: CognitoAuthenticationType?

        /// The ID of the caller in the identity pool.
        ///
        /// `nil` unless credentials of Cognito signed the request.
        public var cognitoIdentityID: String?

        /// The ID of the identity pool.
        ///
        /// `nil` unless credentials of Cognito signed the request.
        public var cognitoIdentityPoolID: String?

        /// The organization of the caller.
        ///
        /// `nil` unless IAM authorized the request, and if the caller's account belongs to none.
        public var principalOrgID: String?

        /// The address of the client: `test-invoke-source-ip` in tests of the console.
        ///
        /// `nil` in handwritten events.
        ///
        /// JSON key: `sourceIp`.
        public var sourceIP: String?

        /// The unique ID of the user or role.
        ///
        /// `nil` unless IAM authorized the request.
        public var user: String?

        /// What the client calls itself.
        ///
        /// `nil` if the client does not say.
        public var userAgent: String?

        /// The ARN of the caller.
        ///
        /// `nil` unless IAM authorized the request.
        public var userARN: String?

        /// The VPC the request came from.
        ///
        /// `nil` unless the API is private.
        public var vpcID: String?

        /// The VPC endpoint the request came through.
        ///
        /// `nil` unless the API is private.
        ///
        /// JSON key: `vpceId`.
        public var vpcEndpointID: String?

        /// Creates an identity without members.
        public init() {}

        /// Creates an identity.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accessKey: String? = nil,
            accountID: String? = nil,
            apiKey: String? = nil,
            apiKeyID: String? = nil,
            caller: String? = nil,
            clientCertificate: ClientCertificate? = nil,
            cognitoAuthenticationProvider: String? = nil,
            cognitoAuthenticationType: CognitoAuthenticationType? = nil,
            cognitoIdentityID: String? = nil,
            cognitoIdentityPoolID: String? = nil,
            principalOrgID: String? = nil,
            sourceIP: String? = nil,
            user: String? = nil,
            userAgent: String? = nil,
            userARN: String? = nil,
            vpcID: String? = nil,
            vpcEndpointID: String? = nil
        ) {
            self.accessKey = accessKey
            self.accountID = accountID
            self.apiKey = apiKey
            self.apiKeyID = apiKeyID
            self.caller = caller
            self.clientCertificate = clientCertificate
            self.cognitoAuthenticationProvider = cognitoAuthenticationProvider
            self.cognitoAuthenticationType = cognitoAuthenticationType
            self.cognitoIdentityID = cognitoIdentityID
            self.cognitoIdentityPoolID = cognitoIdentityPoolID
            self.principalOrgID = principalOrgID
            self.sourceIP = sourceIP
            self.user = user
            self.userAgent = userAgent
            self.userARN = userARN
            self.vpcID = vpcID
            self.vpcEndpointID = vpcEndpointID
        }

        enum CodingKeys: String, CodingKey {
            case accessKey
            case accountID = "accountId"
            case apiKey
            case apiKeyID = "apiKeyId"
            case caller
            case clientCertificate = "clientCert"
            case cognitoAuthenticationProvider
            case cognitoAuthenticationType
            case cognitoIdentityID = "cognitoIdentityId"
            case cognitoIdentityPoolID = "cognitoIdentityPoolId"
            case principalOrgID = "principalOrgId"
            case sourceIP = "sourceIp"
            case user
            case userAgent
            case userARN = "userArn"
            case vpcID = "vpcId"
            case vpcEndpointID = "vpceId"
        }
    }
}

extension APIGatewayRequest.Identity {
    /// Whether a caller of an identity pool has signed in.
    public struct CognitoAuthenticationType: OpenValue {
        /// The text API Gateway sends.
        public let rawValue: String

        /// Creates a type from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The caller has signed in.
        public static var authenticated: Self { Self(rawValue: "authenticated") }
        /// The caller is a guest.
        public static var unauthenticated: Self { Self(rawValue: "unauthenticated") }
    }
}
