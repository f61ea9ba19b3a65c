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
}
