import LambdaAPIGatewayEvents
import LambdaRuntime
import LambdaTesting
import Testing

@testable import Chat

struct ChatTests {
    private let room = InMemoryChatRoom()
    private let messenger = InMemoryMessenger()

    private var chat: Chat { Chat(room: room, messenger: messenger) }

    @discardableResult
    private func enter(
        _ name: String?,
        over connection: String
    ) async throws -> APIGatewayWebSocketResponse {
        let request = try APIGatewayWebSocketRequest.sample(
            .connect,
            query: name.map { ["name": $0] } ?? [:],
            connectionID: connection
        )
        return try await chat.handle(request, context: .test())
    }

    @discardableResult
    private func say(
        _ body: any Encodable,
        over connection: String,
        context: LambdaContext = .test()
    ) async throws -> APIGatewayWebSocketResponse {
        let request = try APIGatewayWebSocketRequest.sample(body: body, connectionID: connection)
        return try await chat.handle(request, context: context)
    }

    @Test
    func whatOneSaysAllOthersHear() async throws {
        for (name, connection) in [("Ada", "1"), ("Grace", "2"), ("Alan", "3")] {
            try await enter(name, over: connection)
        }
        try await say(Message(text: "Hello"), over: "1")
        let heard = await messenger.heard
        let hello = [Speech(from: "Ada", text: "Hello")]
        #expect(heard == ["2": hello, "3": hello])
    }

    @Test(arguments: [nil, ""])
    func refusesAGuestWithoutAName(_ name: String?) async throws {
        #expect(try await enter(name, over: "1").statusCode == 400)
        #expect(await room.guests().isEmpty)
    }

    @Test
    func forgetsAGuestWhoLeaves() async throws {
        try await enter("Ada", over: "1")
        try await enter("Grace", over: "2")
        let request = try APIGatewayWebSocketRequest.sample(.disconnect, connectionID: "2")
        _ = try await chat.handle(request, context: .test())
        try await say(Message(text: "Anybody there?"), over: "1")
        #expect(await messenger.heard.isEmpty)
    }

    @Test
    func forgetsAGuestWhoseConnectionIsGone() async throws {
        for (name, connection) in [("Ada", "1"), ("Grace", "2"), ("Alan", "3")] {
            try await enter(name, over: connection)
        }
        await messenger.close("2")
        try await say(Message(text: "Hello"), over: "1")
        #expect(await room.guests() == ["1": "Ada", "3": "Alan"])
        #expect(await messenger.heard["3"]?.count == 1)
    }

    @Test
    func oneWhoCannotBeReachedKeepsNobodyElseFromHearing() async throws {
        struct Unreliable: Messenger {
            struct Failure: Error {}
            let messenger: InMemoryMessenger

            func send(_ speech: Speech, to connection: String) async throws {
                guard connection != "2" else { throw Failure() }
                try await messenger.send(speech, to: connection)
            }
        }
        for (name, connection) in [("Ada", "1"), ("Grace", "2"), ("Alan", "3")] {
            try await enter(name, over: connection)
        }
        let log = CapturedLog()
        let request = try APIGatewayWebSocketRequest.sample(
            body: Message(text: "Hello"),
            connectionID: "1"
        )
        _ = try await Chat(room: room, messenger: Unreliable(messenger: messenger))
            .handle(request, context: .test(logger: log.logger()))
        #expect(await messenger.heard["3"]?.count == 1)
        #expect(await room.guests().count == 3)
        #expect(log.records.contains(.error, "Somebody could not be reached."))
    }

    @Test
    func heedsNobodyWhoIsNotInTheRoom() async throws {
        let log = CapturedLog()
        try await enter("Ada", over: "1")
        try await say(
            Message(text: "Boo"),
            over: "2",
            context: .test(logger: log.logger())
        )
        #expect(await messenger.heard.isEmpty)
        #expect(log.records.contains(.warn, "Somebody speaks who is not in the room."))
    }

    @Test
    func talksThroughTheLoop() async throws {
        try await withLambda(chat) { lambda in
            for fixture in ["connect.json", "message.json"] {
                let invocation = try await lambda.invoke(fixture: fixture)
                let response = try invocation.output(as: APIGatewayWebSocketResponse.self)
                #expect(response == APIGatewayWebSocketResponse())
            }
            let complaint = try await lambda.invoke(
                Fixture("message.json").replacing("body", with: "Hello")
            )
            let response = try complaint.output(as: APIGatewayWebSocketResponse.self)
            #expect(response.body == #"{"error":"Expected {\"text\": \"…\"}."}"#)
        }
        #expect(await room.guests() == ["WuVvNcsQIAMCJPQ=": "Ada"])
    }
}
