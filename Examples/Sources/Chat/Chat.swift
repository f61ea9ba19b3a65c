import LambdaAPIGatewayEvents
import LambdaRuntime
import Settings
import Web

/// A chat behind a WebSocket API: what one says, all others hear.
///
/// ```
/// wss://….execute-api.us-east-1.amazonaws.com/prod?name=Ada
/// > {"text": "Hello"}
/// < {"from": "Grace", "text": "Hello, Ada"}
/// ```
@main
struct Chat: LambdaHandler {
    let room: any ChatRoom
    let messenger: any Messenger

    init() throws {
        let settings = Settings.environment
        self.init(
            room: try settings.makeChatRoom(client: makeWebClient()),
            messenger: try settings.makeMessenger(client: makeWebClient())
        )
    }

    init(room: any ChatRoom, messenger: any Messenger) {
        self.room = room
        self.messenger = messenger
    }

    func handle(
        _ request: APIGatewayWebSocketRequest,
        context: LambdaContext
    ) async throws -> APIGatewayWebSocketResponse {
        let connection = request.requestContext.connectionID
        switch request.requestContext.eventType {
        case .connect:
            // A connection is refused by any status but 200.
            guard let name = request.queryValues(named: "name").first, !name.isEmpty else {
                return APIGatewayWebSocketResponse(statusCode: 400)
            }
            try await room.enter(name, over: connection)
        case .disconnect:
            try await room.leave(connection)
        default:
            guard let message = try? request.decodeBody(as: Message.self) else {
                return try .json(Complaint(error: #"Expected {"text": "…"}."#))
            }
            try await pass(message, from: connection, context: context)
        }
        return APIGatewayWebSocketResponse()
    }

    private func pass(
        _ message: Message,
        from speaker: String,
        context: LambdaContext
    ) async throws {
        let guests = try await room.guests()
        guard let name = guests[speaker] else {
            return context.logger.warn("Somebody speaks who is not in the room.")
        }
        let speech = Speech(from: name, text: message.text)
        await withDiscardingTaskGroup { group in
            for connection in guests.keys where connection != speaker {
                group.addTask { await tell(speech, connection, context) }
            }
        }
    }

    /// One who cannot be reached keeps nobody else from hearing.
    private func tell(_ speech: Speech, _ connection: String, _ context: LambdaContext) async {
        do {
            try await messenger.send(speech, to: connection)
        } catch is ConnectionGone {
            // API Gateway tries to tell of each end of a connection, but does not promise it.
            try? await room.leave(connection)
        } catch {
            context.logger.error("Somebody could not be reached.", ["error": "\(type(of: error))"])
        }
    }
}

/// What a guest sends.
struct Message: Codable {
    var text: String
}

/// What the others hear.
struct Speech: Codable, Equatable {
    var from: String
    var text: String
}

/// What a guest gets whose message is none.
struct Complaint: Codable {
    var error: String
}
