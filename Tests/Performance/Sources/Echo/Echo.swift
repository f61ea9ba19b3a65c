import LambdaRuntime

/// Greets whom the event names.
@main
struct Echo: LambdaHandler {
    struct Person: Decodable, Sendable {
        let name: String
    }

    struct Greeting: Encodable, Sendable {
        let message: String
    }

    func handle(_ event: Person, context: LambdaContext) async throws -> Greeting {
        Greeting(message: "Hello, \(event.name)!")
    }
}
