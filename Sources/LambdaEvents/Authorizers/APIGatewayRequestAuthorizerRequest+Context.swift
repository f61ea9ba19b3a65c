public import LambdaAPIGatewayEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaHTTPShared

extension APIGatewayRequestAuthorizerRequest {
    /// What API Gateway knows about a request, or about a client that wants to connect.
    public struct Context: Codable, Hashable, Sendable {
        /// The account that owns the API.
        ///
        /// `nil` for WebSocket APIs.
        public var accountID: String?

        /// The ID of the API.
        ///
        /// `nil` in handwritten events.
        public var apiID: String?

        /// When the client connected.
        ///
        /// `nil` but for WebSocket APIs.
        public var connectedAt: Timestamp?

        /// The ID of the connection.
        ///
        /// `nil` but for WebSocket APIs.
        public var connectionID: String?

        /// The ID of the deployment of the stage.
        ///
        /// `nil` but for REST APIs.
        public var deploymentID: String?

        /// The domain the client sent the request to.
        ///
        /// `nil` in AWS's samples for REST and HTTP APIs.
        public var domainName: String?

        /// The first label of ``domainName``.
        ///
        /// `nil` for WebSocket APIs.
        public var domainPrefix: String?

        /// What happened.
        ///
        /// `nil` but for WebSocket APIs.
        public var eventType: APIGatewayWebSocketRequest.EventType?

        /// The ID of the request in the logs of API Gateway.
        ///
        /// `nil` in AWS's samples for REST and HTTP APIs.
        public var extendedRequestID: String?

        /// The method.
        ///
        /// `nil` for WebSocket APIs.
        public var httpMethod: HTTPMethod?

        /// Who sent the request.
        ///
        /// Without members in handwritten events that lack it.
        public var identity: APIGatewayRequest.Identity

        /// Which way the event goes.
        ///
        /// `nil` but for WebSocket APIs.
        public var messageDirection: APIGatewayWebSocketRequest.MessageDirection?

        /// The name of the operation, as the API's definition has it.
        ///
        /// `nil` if the method has no such name.
        public var operationName: String?

        /// The path of the request, with the stage in front.
        ///
        /// `nil` for WebSocket APIs.
        public var path: String?

        /// The protocol, such as `HTTP/1.1`.
        ///
        /// `nil` for WebSocket APIs.
        public var `protocol`: String?

        /// The ID of the request, which is another than that of the invocation.
        ///
        /// `nil` in handwritten events.
        public var requestID: String?

        /// When the request came in, in the format of access logs: `04/Mar/2020:19:15:17 +0000`.
        ///
        /// `nil` in AWS's samples for REST and HTTP APIs. ``requestTimestamp`` reads it.
        public var requestTime: String?

        /// When the request came in.
        ///
        /// `nil` in AWS's samples for REST and HTTP APIs.
        public var requestTimeEpoch: Timestamp?

        /// The ID of the resource that matched.
        ///
        /// `nil` for WebSocket APIs.
        public var resourceID: String?

        /// The path of the resource that matched: `/pets/{id}`.
        ///
        /// `nil` for WebSocket APIs.
        public var resourcePath: String?

        /// The key of the route that matched: `$connect`.
        ///
        /// `nil` but for WebSocket APIs.
        public var routeKey: String?

        /// The stage.
        ///
        /// `nil` in handwritten events.
        public var stage: String?

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accountID: String? = nil,
            apiID: String? = nil,
            connectedAt: Timestamp? = nil,
            connectionID: String? = nil,
            deploymentID: String? = nil,
            domainName: String? = nil,
            domainPrefix: String? = nil,
            eventType: APIGatewayWebSocketRequest.EventType? = nil,
            extendedRequestID: String? = nil,
            httpMethod: HTTPMethod? = nil,
            identity: APIGatewayRequest.Identity = APIGatewayRequest.Identity(),
            messageDirection: APIGatewayWebSocketRequest.MessageDirection? = nil,
            operationName: String? = nil,
            path: String? = nil,
            protocol: String? = nil,
            requestID: String? = nil,
            requestTime: String? = nil,
            requestTimeEpoch: Timestamp? = nil,
            resourceID: String? = nil,
            resourcePath: String? = nil,
            routeKey: String? = nil,
            stage: String? = nil
        ) {
            self.accountID = accountID
            self.apiID = apiID
            self.connectedAt = connectedAt
            self.connectionID = connectionID
            self.deploymentID = deploymentID
            self.domainName = domainName
            self.domainPrefix = domainPrefix
            self.eventType = eventType
            self.extendedRequestID = extendedRequestID
            self.httpMethod = httpMethod
            self.identity = identity
            self.messageDirection = messageDirection
            self.operationName = operationName
            self.path = path
            self.protocol = `protocol`
            self.requestID = requestID
            self.requestTime = requestTime
            self.requestTimeEpoch = requestTimeEpoch
            self.resourceID = resourceID
            self.resourcePath = resourcePath
            self.routeKey = routeKey
            self.stage = stage
        }

        enum CodingKeys: String, CodingKey {
            case accountID = "accountId"
            case apiID = "apiId"
            case connectedAt
            case connectionID = "connectionId"
            case deploymentID = "deploymentId"
            case domainName
            case domainPrefix
            case eventType
            case extendedRequestID = "extendedRequestId"
            case httpMethod
            case identity
            case messageDirection
            case operationName
            case path
            case `protocol`
            case requestID = "requestId"
            case requestTime
            case requestTimeEpoch
            case resourceID = "resourceId"
            case resourcePath
            case routeKey
            case stage
        }

        /// When the request came in, read from ``requestTime``.
        ///
        /// `nil` if that is missing, or text of another form.
        public var requestTimestamp: Timestamp? { requestTime.flatMap(HumanDate.accessLog) }
    }
}

// As for the requests themselves: an identity that is missing is one without members.
extension KeyedDecodingContainer {
    fileprivate func decode(
        _ type: APIGatewayRequest.Identity.Type,
        forKey key: Key
    ) throws -> APIGatewayRequest.Identity {
        try decodeIfPresent(type, forKey: key) ?? APIGatewayRequest.Identity()
    }
}
