import LambdaTesting
import Testing

@testable import HelloWorld

struct HelloWorldTests {
    @Test
    func greetsTheOneWhoIsNamed() async throws {
        let event = try HelloWorld.Event(fixture: "ada.json")
        let output = try await HelloWorld().handle(event, context: .test())
        #expect(output.message == "Hello, Ada!")
    }

    @Test
    func greetsTheWorldWhereNobodyIsNamed() async throws {
        let output = try await HelloWorld().handle(.init(), context: .test())
        #expect(output.message == "Hello, world!")
    }

    @Test
    func answersThroughTheLoop() async throws {
        try await withLambda(HelloWorld()) { lambda in
            let invocation = try await lambda.invoke(fixture: "ada.json")
            #expect(try invocation.text == #"{"message":"Hello, Ada!"}"#)
            #expect(invocation.logs.contains(.info, "Somebody is to be greeted."))
        }
    }

    @Test
    func refusesANameThatIsNoText() async throws {
        try await withLambda(HelloWorld()) { lambda in
            let invocation = try await lambda.invoke(fixture: "number.json")
            #expect(invocation.error?.type == "Runtime.EventInvalid")
        }
    }
}
