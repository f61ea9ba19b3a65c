import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaHTTPShared

extension APIGatewayRequest {
    /// What API Gateway knows about a request.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html>
    public struct Context: Codable, Hashable, Sendable {
        /// The account that owns the API.
        ///
        /// `nil` in handwritten events.
        public var accountID: String?

        /// The ID of the API.
        ///
        /// `nil` in handwritten events.
        public var apiID: String?

        /// What the authorizer of the method found out.
        ///
        /// `nil` if the method has no authorizer, or IAM's, which ``identity`` is about. An HTTP API
        /// without authorizer sends one whose members are null.
        public var authorizer: Authorizer?

        /// The ID of the deployment of the stage.
        ///
        /// `nil` for HTTP APIs, and in events of some years ago.
        public var deploymentID: String?

        /// The domain the client sent the request to.
        ///
        /// `nil` in events of some years ago.
        public var domainName: String?

        /// The first label of ``domainName``.
        ///
        /// `nil` in events of some years ago.
        public var domainPrefix: String?

        /// The ID of the request in the logs of API Gateway.
        ///
        /// `nil` from local gateways.
        public var extendedRequestID: String?

        /// The method.
        ///
        /// `nil` in handwritten events; ``APIGatewayRequest/httpMethod`` says the same.
        public var httpMethod: HTTPMethod?

        /// Who sent the request.
        ///
        /// Without members in handwritten events that lack it.
        public var identity: Identity

        /// The name of the operation, as the API's definition has it.
        ///
        /// `nil` if the method has no such name.
        public var operationName: String?

        /// The path of the request, with the stage in front.
        ///
        /// `nil` in events of some years ago.
        public var path: String?

        /// The protocol, such as `HTTP/1.1`.
        ///
        /// `nil` in events of some years ago.
        public var `protocol`: String?

        /// The ID of the request, which is another than that of the invocation.
        ///
        /// `nil` in handwritten events.
        public var requestID: String?

        /// When the request came in, in the format of access logs: `04/Mar/2020:19:15:17 +0000`.
        ///
        /// `nil` in handwritten events. ``requestTimestamp`` reads it; ``requestTimeEpoch`` says the
        /// same, to the millisecond.
        public var requestTime: String?

        /// When the request came in.
        ///
        /// `nil` in handwritten events.
        ///
        /// Milliseconds, but SAM's local gateway sends seconds: a `Timestamp` reads both.
        public var requestTimeEpoch: Timestamp?

        /// The ID of the resource that matched.
        ///
        /// `nil` for HTTP APIs, which have routes instead.
        public var resourceID: String?

        /// The path of the resource that matched: `/pets/{id}`.
        ///
        /// `nil` in handwritten events; ``APIGatewayRequest/resource`` says the same.
        public var resourcePath: String?

        /// The stage: `test-invoke-stage` in tests of the console, `$default` for the default stage
        /// of an HTTP API.
        ///
        /// `nil` in handwritten events.
        public var stage: String?

        /// Creates a context without members.
        public init() {
            identity = Identity()
        }

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accountID: String? = nil,
            apiID: String? = nil,
            authorizer: Authorizer? = nil,
            deploymentID: String? = nil,
            domainName: String? = nil,
            domainPrefix: String? = nil,
            extendedRequestID: String? = nil,
            httpMethod: HTTPMethod? = nil,
            identity: Identity = Identity(),
            operationName: String? = nil,
            path: String? = nil,
            protocol: String? = nil,
            requestID: String? = nil,
            requestTime: String? = nil,
            requestTimeEpoch: Timestamp? = nil,
            resourceID: String? = nil,
            resourcePath: String? = nil,
            stage: String? = nil
        ) {
            self.accountID = accountID
            self.apiID = apiID
            self.authorizer = authorizer
            self.deploymentID = deploymentID
            self.domainName = domainName
            self.domainPrefix = domainPrefix
            self.extendedRequestID = extendedRequestID
            self.httpMethod = httpMethod
            self.identity = identity
            self.operationName = operationName
            self.path = path
            self.protocol = `protocol`
            self.requestID = requestID
            self.requestTime = requestTime
            self.requestTimeEpoch = requestTimeEpoch
            self.resourceID = resourceID
            self.resourcePath = resourcePath
            self.stage = stage
        }

        enum CodingKeys: String, CodingKey {
            case accountID = "accountId"
            case apiID = "apiId"
            case authorizer
            case deploymentID = "deploymentId"
            case domainName
            case domainPrefix
            case extendedRequestID = "extendedRequestId"
            case httpMethod
            case identity
            case operationName
            case path
            case `protocol`
            case requestID = "requestId"
            case requestTime
            case requestTimeEpoch
            case resourceID = "resourceId"
            case resourcePath
            case stage
        }

        /// When the request came in, read from ``requestTime``.
        ///
        /// `nil` if that is missing, or text of another form.
        public var requestTimestamp: Timestamp? { requestTime.flatMap(HumanDate.accessLog) }
    }
}
