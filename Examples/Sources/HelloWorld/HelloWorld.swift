import LambdaRuntime

/// Greets whoever the event names.
@main
struct HelloWorld: LambdaHandler {
    struct Event: Decodable, Sendable {
        var name: String?
    }

    struct Output: Encodable, Sendable {
        var message: String
    }

    func handle(_ event: Event, context: LambdaContext) async throws -> Output {
        context.logger.info("Somebody is to be greeted.")
        return Output(message: "Hello, \(event.name ?? "world")!")
    }
}
