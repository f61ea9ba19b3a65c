import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension APIGatewayWebSocketRequest {
    /// What API Gateway knows about an event and its connection.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html>
    public struct Context: Codable, Hashable, Sendable {
        /// The account that owns the API.
        ///
        /// `nil` from API Gateway; local gateways send it.
        public var accountID: String?

        /// The ID of the API.
        public var apiID: String

        /// What the authorizer of the connection found out.
        ///
        /// `nil` if the API has no authorizer. It comes with every event of the connection.
        public var authorizer: APIGatewayRequest.Authorizer?

        /// When the client connected.
        ///
        /// `nil` in handwritten events.
        public var connectedAt: Timestamp?

        /// The ID of the connection, with which the API can send to the client.
        public var connectionID: String

        /// Why the connection was closed, as the client or API Gateway says.
        ///
        /// `nil` unless the event is a disconnection. It may be empty.
        public var disconnectReason: String?

        /// The status with which the connection was closed (RFC 6455, section 7.4).
        ///
        /// `nil` unless the event is a disconnection. 1005 stands for none, 1001 for a client that
        /// went away.
        public var disconnectStatusCode: Int?

        /// The domain the client connected to.
        ///
        /// Use ``managementEndpoint`` to send to clients.
        public var domainName: String

        /// What went wrong in API Gateway.
        ///
        /// `nil` in nearly all events.
        public var error: JSONValue?

        /// What happened.
        ///
        /// `nil` in handwritten events.
        public var eventType: EventType?

        /// The ID of the event in the logs of API Gateway.
        ///
        /// `nil` in handwritten events.
        public var extendedRequestID: String?

        /// Who opened the connection.
        ///
        /// Without members in handwritten events that lack it.
        public var identity: APIGatewayRequest.Identity

        /// How long an integration took.
        ///
        /// `nil` in nearly all events.
        public var integrationLatency: JSONValue?

        /// Whether the event came in or goes out.
        ///
        /// `nil` in handwritten events.
        public var messageDirection: MessageDirection?

        /// The ID of the message.
        ///
        /// `nil` unless the event is a message.
        public var messageID: String?

        /// The name of the operation, as the API's definition has it.
        ///
        /// `nil` if the route has no such name.
        public var operationName: String?

        /// The ID of the event, which is another than that of the invocation.
        ///
        /// `nil` in handwritten events.
        public var requestID: String?

        /// When the event came in, in the format of access logs: `04/Mar/2020:19:15:17 +0000`.
        ///
        /// `nil` in handwritten events. ``requestTimestamp`` reads it; ``requestTimeEpoch`` says the
        /// same, to the millisecond.
        public var requestTime: String?

        /// When the event came in.
        ///
        /// `nil` in handwritten events.
        public var requestTimeEpoch: Timestamp?

        /// The key of the route that matched: `$connect`, `$disconnect`, `$default`, or one of the
        /// API's own.
        ///
        /// `nil` in handwritten events.
        public var routeKey: String?

        /// The stage.
        public var stage: String

        /// The status of an integration.
        ///
        /// `nil` in nearly all events.
        public var status: JSONValue?

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accountID: String? = nil,
            apiID: String,
            authorizer: APIGatewayRequest.Authorizer? = nil,
            connectedAt: Timestamp? = nil,
            connectionID: String,
            disconnectReason: String? = nil,
            disconnectStatusCode: Int? = nil,
            domainName: String,
            error: JSONValue? = nil,
            eventType: EventType? = nil,
            extendedRequestID: String? = nil,
            identity: APIGatewayRequest.Identity = APIGatewayRequest.Identity(),
            integrationLatency: JSONValue? = nil,
            messageDirection: MessageDirection? = .incoming,
            messageID: String? = nil,
            operationName: String? = nil,
            requestID: String? = nil,
            requestTime: String? = nil,
            requestTimeEpoch: Timestamp? = nil,
            routeKey: String? = nil,
            stage: String,
            status: JSONValue? = nil
        ) {
            self.accountID = accountID
            self.apiID = apiID
            self.authorizer = authorizer
            self.connectedAt = connectedAt
            self.connectionID = connectionID
            self.disconnectReason = disconnectReason
            self.disconnectStatusCode = disconnectStatusCode
            self.domainName = domainName
            self.error = error
            self.eventType = eventType
            self.extendedRequestID = extendedRequestID
            self.identity = identity
            self.integrationLatency = integrationLatency
            self.messageDirection = messageDirection
            self.messageID = messageID
            self.operationName = operationName
            self.requestID = requestID
            self.requestTime = requestTime
            self.requestTimeEpoch = requestTimeEpoch
            self.routeKey = routeKey
            self.stage = stage
            self.status = status
        }

        enum CodingKeys: String, CodingKey {
            case accountID = "accountId"
            case apiID = "apiId"
            case authorizer
            case connectedAt
            case connectionID = "connectionId"
            case disconnectReason
            case disconnectStatusCode
            case domainName
            case error
            case eventType
            case extendedRequestID = "extendedRequestId"
            case identity
            case integrationLatency
            case messageDirection
            case messageID = "messageId"
            case operationName
            case requestID = "requestId"
            case requestTime
            case requestTimeEpoch
            case routeKey
            case stage
            case status
        }
    }
}

extension APIGatewayWebSocketRequest {
    /// What happened on a connection.
    public struct EventType: OpenValue {
        /// The text API Gateway sends.
        public let rawValue: String

        /// Creates a type from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A client wants to connect: what the function answers decides.
        public static var connect: Self { Self(rawValue: "CONNECT") }
        /// The client sent a message.
        public static var message: Self { Self(rawValue: "MESSAGE") }
        /// The connection is closed.
        ///
        /// API Gateway tries to tell, but does not promise it.
        public static var disconnect: Self { Self(rawValue: "DISCONNECT") }
    }

    /// Which way an event goes.
    public struct MessageDirection: OpenValue {
        /// The text API Gateway sends.
        public let rawValue: String

        /// Creates a direction from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// From the client, as all events that reach a function.
        ///
        /// JSON: `IN`.
        public static var incoming: Self { Self(rawValue: "IN") }
        /// To the client.
        ///
        /// JSON: `OUT`.
        public static var outgoing: Self { Self(rawValue: "OUT") }
    }
}
