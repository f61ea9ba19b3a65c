import AWSSigning
import Settings
import Synchronization
import Testing
import Web

@testable import Chat

/// What goes to AWS, against what its own SDK sends.
struct RemoteChatTests {
    private let settings = Settings([
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        "AWS_REGION": "us-east-1",
        "CONNECTIONS_TABLE": "connections",
        "MANAGEMENT_ENDPOINT": "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod",
    ])

    private func messenger(_ client: ScriptedClient) throws -> any Messenger {
        try settings.makeMessenger(client: client)
    }

    @Test
    func postsToAConnection() async throws {
        let client = ScriptedClient([WebResponse(status: 200)])
        try await messenger(client).send(Speech(from: "Ada", text: "Hello"), to: "WuVvNcsQIAMCJPQ=")
        let request = try #require(client.requests.first)
        #expect(request.method == "POST")
        #expect(
            request.url
                == "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod/@connections/WuVvNcsQIAMCJPQ%3D"
        )
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"from":"Ada","text":"Hello"}"#)
        #expect(request.headers["authorization"]?.hasPrefix("AWS4-HMAC-SHA256 ") == true)
    }

    /// The signature that botocore makes of the same request at the same time.
    @Test
    func signsAsTheSDKDoes() async throws {
        let client = ScriptedClient([WebResponse(status: 200)])
        let signer = RequestSigner(
            try AWSCredentials(settings),
            region: "us-east-1",
            service: "execute-api"
        )
        let service = AWSService(client: client, signer: signer) {
            SigningTime(secondsSinceEpoch: 1_440_938_160)
        }
        try await ManagementAPI(
            service,
            endpoint: "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod"
        ).send(Speech(from: "Ada", text: "Hello"), to: "WuVvNcsQIAMCJPQ=")
        #expect(
            client.requests.first?.headers["authorization"]
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/execute-api/aws4_request, "
                + "SignedHeaders=host;x-amz-date, "
                + "Signature=83c6620e7fddd6a34801b0cf091c4609b2fce853cbd10dbcb6db377a3524a37a"
        )
    }

    @Test
    func knowsAConnectionThatIsGoneFromOneThatFails() async throws {
        let speech = Speech(from: "Ada", text: "Hello")
        let client = ScriptedClient([WebResponse(status: 410), WebResponse(status: 403)])
        let messenger = try messenger(client)
        await #expect(throws: ConnectionGone.self) { try await messenger.send(speech, to: "1") }
        await #expect(throws: ServiceRefused.self) { try await messenger.send(speech, to: "1") }
    }

    @Test
    func keepsTheRoomInATable() async throws {
        let client = ScriptedClient([
            WebResponse(status: 200, body: Array("{}".utf8)),
            WebResponse(status: 200, body: Array("{}".utf8)),
        ])
        let room = try settings.makeChatRoom(client: client)
        try await room.enter("Ada", over: "1")
        try await room.leave("1")
        #expect(
            client.requests.map(\.url)
                == Array(repeating: "https://dynamodb.us-east-1.amazonaws.com/", count: 2)
        )
        #expect(
            client.requests.map { $0.headers["x-amz-target"] }
                == ["DynamoDB_20120810.PutItem", "DynamoDB_20120810.DeleteItem"]
        )
        #expect(
            client.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"TableName":"connections","Item":{"connection":{"S":"1"},"name":{"S":"Ada"}}}"#,
                #"{"TableName":"connections","Key":{"connection":{"S":"1"}}}"#,
            ]
        )
    }

    @Test
    func readsAllPagesOfGuests() async throws {
        let pages = [
            #"{"Items":[{"connection":{"S":"1"},"name":{"S":"Ada"}}],"LastEvaluatedKey":{"connection":{"S":"1"}}}"#,
            #"{"Items":[{"connection":{"S":"2"},"name":{"S":"Grace"}}]}"#,
        ]
        let client = ScriptedClient(pages.map { WebResponse(status: 200, body: Array($0.utf8)) })
        let room = try settings.makeChatRoom(client: client)
        #expect(try await room.guests() == ["1": "Ada", "2": "Grace"])
        #expect(
            client.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"TableName":"connections","ConsistentRead":true}"#,
                #"{"TableName":"connections","ExclusiveStartKey":{"connection":{"S":"1"}},"ConsistentRead":true}"#,
            ]
        )
    }

    @Test
    func saysThatTheTableRefuses() async throws {
        let room = try settings.makeChatRoom(client: ScriptedClient([WebResponse(status: 400)]))
        await #expect(throws: ServiceRefused.self) { try await room.guests() }
    }

    @Test
    func isInMemoryWhereNothingIsSet() throws {
        let client = ScriptedClient([])
        #expect(try Settings([:]).makeChatRoom(client: client) is InMemoryChatRoom)
        #expect(try Settings([:]).makeMessenger(client: client) is InMemoryMessenger)
    }
}

/// Answers with what it was told, and keeps what it was asked.
private final class ScriptedClient: WebClient {
    private let state: Mutex<(responses: [WebResponse], requests: [WebRequest])>

    init(_ responses: [WebResponse]) { state = Mutex((responses, [])) }

    var requests: [WebRequest] { state.withLock { $0.requests } }

    func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        let response = state.withLock { state in
            state.requests.append(request)
            return state.responses.isEmpty ? nil : state.responses.removeFirst()
        }
        guard let response else { throw WebError("No response is left.") }
        return response
    }
}
