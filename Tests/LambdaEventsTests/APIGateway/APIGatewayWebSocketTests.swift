import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct APIGatewayWebSocketTests {
    private struct Message: Codable, Equatable {
        let action: String
        let text: String
    }

    private func request(_ name: String) throws -> APIGatewayWebSocketRequest {
        try APIGatewayWebSocketRequest(fixture: "apigateway-websocket/\(name).json")
    }

    @Test
    func readsAConnection() throws {
        let request = try request("connect")
        #expect(request.requestContext.eventType == .connect)
        #expect(request.requestContext.routeKey == "$connect")
        #expect(request.requestContext.messageDirection == .incoming)
        #expect(request.requestContext.messageID == nil)
        #expect(
            request.requestContext.connectedAt == Timestamp(iso8601: "2026-03-01T11:59:59.100Z")
        )
        #expect(
            request.requestContext.requestTimestamp == Timestamp(iso8601: "2026-03-01T12:00:00Z")
        )
        #expect(request.header(named: "sec-websocket-protocol") == "chat.v1, chat.v2")
        #expect(request.headerValues(named: "Host").count == 1)
        #expect(request.queryValues(named: "room") == ["green", "blue"])
        #expect(request.cookie(named: "session") == nil)
        #expect(request.body == nil)
    }

    @Test
    func readsWhoConnects() throws {
        let authorizer = try request("connect-authorizer").requestContext.authorizer
        #expect(authorizer?.principalID == "user-1")
        #expect(authorizer?.context == ["room": "blue"])
    }

    @Test
    func readsMessages() throws {
        let text = try request("message")
        #expect(text.requestContext.eventType == .message)
        #expect(text.headers.isEmpty)
        #expect(try text.decodeBody(as: Message.self) == Message(action: "say", text: "Hello"))
        let binary = try request("message-binary")
        #expect(binary.bodyBytes == [0, 1, 2, 255])
        #expect(binary.bodyText == nil)
    }

    @Test
    func readsWhyAConnectionWasClosed() throws {
        let context = try request("disconnect").requestContext
        #expect(context.eventType == .disconnect)
        #expect(context.disconnectStatusCode == 1005)
        #expect(context.disconnectReason == "Client-side close frame status not set")
        #expect(try request("disconnect-without-reason").requestContext.disconnectReason == "")
    }

    @Test
    func anEventTypeCanBeSwitchedOver() throws {
        func name(_ request: APIGatewayWebSocketRequest) -> String {
            switch request.requestContext.eventType {
            case .connect: "connect"
            case .message: "message"
            case .disconnect: "disconnect"
            default: "other"
            }
        }
        #expect(try name(request("connect")) == "connect")
        #expect(try name(request("message")) == "message")
        #expect(try name(request("disconnect")) == "disconnect")
        #expect(try name(request("handwritten")) == "other")
    }

    @Test(arguments: [
        (
            "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
            "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod"
        ),
        ("chat.example.com", "https://chat.example.com"),
        ("a1b2c3d4e5", "https://a1b2c3d4e5"),
    ])
    func knowsWhereToSend(domainName: String, endpoint: String) {
        let context = APIGatewayWebSocketRequest.Context(
            apiID: "a1b2c3d4e5",
            connectionID: "WuVv/c+QIAM=",
            domainName: domainName,
            stage: "prod"
        )
        #expect(context.managementEndpoint == endpoint)
        #expect(context.connectionURL == endpoint + "/@connections/WuVv%2Fc%2BQIAM%3D")
    }

    @Test
    func writesAnswers() throws {
        #expect(
            try LambdaJSONEncoder().encodeToString(APIGatewayWebSocketResponse())
                == #"{"statusCode":200,"isBase64Encoded":false}"#
        )
        let response = try APIGatewayWebSocketResponse.json(Message(action: "say", text: "Hi"))
        #expect(response.body == #"{"action":"say","text":"Hi"}"#)
    }

    @Test(arguments: Coder.allCases)
    func refusesTheQuestionToAnAuthorizer(coder: Coder) throws {
        let bytes = try Fixture("apigateway-authorizers/request-websocket.json").bytes
        #expect(throws: DecodingError.self) {
            try coder.decode(APIGatewayWebSocketRequest.self, from: bytes)
        }
    }
}
