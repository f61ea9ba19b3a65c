import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared
import LambdaJSON

/// The answer to an event of a WebSocket API.
///
/// ```swift
/// APIGatewayWebSocketResponse()                    // the client may connect
/// APIGatewayWebSocketResponse(statusCode: 403)     // it may not
/// try APIGatewayWebSocketResponse.json(reply)      // to a message
/// ```
///
/// A connection is accepted with status 200 and refused with any other. The body goes to the client
/// only if the route has a route response; headers only with the answer to a connection.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html>
public struct APIGatewayWebSocketResponse: Codable, Hashable, Sendable {
    /// The HTTP status.
    public var statusCode: Int

    /// The headers that have one value.
    ///
    /// Empty if there are none. A client that offers subprotocols wants the chosen one as
    /// `Sec-WebSocket-Protocol`.
    public var headers: HTTPHeaders

    /// The headers that have several values.
    ///
    /// Empty if there are none.
    public var multiValueHeaders: MultiValueHeaders

    /// What is sent to the client, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` to send nothing.
    public var body: String?

    /// Whether API Gateway decodes ``body`` from Base64.
    ///
    /// Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        multiValueHeaders: MultiValueHeaders = [:],
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.statusCode = statusCode
        self.headers = headers
        self.multiValueHeaders = multiValueHeaders
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }

    /// Creates a response that sends the JSON of a value to the client.
    ///
    /// - Parameters:
    ///   - value: The value to encode.
    ///   - statusCode: The HTTP status. The default is 200.
    /// - Returns: The response.
    /// - Throws: `EncodingError` if the value cannot be encoded.
    public static func json(_ value: some Encodable, statusCode: Int = 200) throws -> Self {
        Self(statusCode: statusCode, body: try LambdaJSONEncoder().encodeToString(value))
    }
}
