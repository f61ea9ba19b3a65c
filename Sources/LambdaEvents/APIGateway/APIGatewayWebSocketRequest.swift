import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared

/// A client of a WebSocket API connected, sent a message, or went away.
///
/// ```swift
/// func handle(
///     _ request: APIGatewayWebSocketRequest,
///     context: LambdaContext
/// ) async throws -> APIGatewayWebSocketResponse {
///     let connection = request.requestContext.connectionID
///     switch request.requestContext.eventType {
///     case .connect: try await connections.add(connection)
///     case .disconnect: try await connections.remove(connection)
///     default: try await receive(request.decodeBody(as: Message.self), from: connection)
///     }
///     return APIGatewayWebSocketResponse()
/// }
/// ```
///
/// Headers and the query come with the connection, the body with a message: each event has only
/// the parts of its kind.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html>
public struct APIGatewayWebSocketRequest: Codable, Hashable, Sendable {
    /// The headers, the last value of each.
    ///
    /// Empty for messages.
    public var headers: HTTPHeaders

    /// The headers, all values of each.
    ///
    /// Empty for messages.
    public var multiValueHeaders: MultiValueHeaders

    /// The parameters of the query with which the client connects, decoded, the last value of each.
    ///
    /// Empty if the query is, and for other events.
    public var queryStringParameters: [String: String]

    /// The parameters of the query with which the client connects, decoded, all values of each.
    ///
    /// Empty if the query is, and for other events.
    public var multiValueQueryStringParameters: [String: [String]]

    /// The variables of the stage.
    ///
    /// Empty if the stage has none.
    public var stageVariables: [String: String]

    /// What API Gateway knows about the event and its connection.
    public var requestContext: Context

    /// The message, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` unless the event is a message. Use ``bodyBytes``, ``bodyText`` or ``decodeBody(as:)``.
    public var body: String?

    /// Whether ``body`` is in Base64.
    ///
    /// Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a request.
    ///
    /// Parameters match the properties of the same name.
    public init(
        headers: HTTPHeaders = [:],
        multiValueHeaders: MultiValueHeaders = [:],
        queryStringParameters: [String: String] = [:],
        multiValueQueryStringParameters: [String: [String]] = [:],
        stageVariables: [String: String] = [:],
        requestContext: Context,
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.headers = headers
        self.multiValueHeaders = multiValueHeaders
        self.queryStringParameters = queryStringParameters
        self.multiValueQueryStringParameters = multiValueQueryStringParameters
        self.stageVariables = stageVariables
        self.requestContext = requestContext
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }

    /// Reads an event, and refuses the question to an authorizer about a connection.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is something else.
    public init(from decoder: any Decoder) throws {
        try decoder.refuse(having: "methodArn")
        let container = try decoder.container(keyedBy: CodingKeys.self)
        headers = try container.decode(HTTPHeaders.self, forKey: .headers)
        multiValueHeaders = try container.decode(MultiValueHeaders.self, forKey: .multiValueHeaders)
        queryStringParameters = try container.decode(
            [String: String].self,
            forKey: .queryStringParameters
        )
        multiValueQueryStringParameters = try container.decode(
            [String: [String]].self,
            forKey: .multiValueQueryStringParameters
        )
        stageVariables = try container.decode([String: String].self, forKey: .stageVariables)
        requestContext = try container.decode(Context.self, forKey: .requestContext)
        body = try container.decodeIfPresent(String.self, forKey: .body)
        isBase64Encoded = try container.decode(Bool.self, forKey: .isBase64Encoded)
    }

    enum CodingKeys: String, CodingKey {
        case headers
        case multiValueHeaders
        case queryStringParameters
        case multiValueQueryStringParameters
        case stageVariables
        case requestContext
        case body
        case isBase64Encoded
    }
}
