import Testing
import Web

struct RetryingWebClientTests {
    private let request = WebRequest("GET", "https://api.example.com", "/a")

    @Test(arguments: [429, 500, 503])
    func asksABusyServiceAgain(status: Int) async throws {
        let service = ScriptedService([.response(status), .silence, .response(200)])
        let response = try await RetryingWebClient(service, pause: .zero).send(request)
        #expect(response.status == 200)
        #expect(await service.requests == [request, request, request])
    }

    @Test(arguments: [200, 204, 404, 412])
    func takesAnAnswer(status: Int) async throws {
        let service = ScriptedService([.response(status)])
        let response = try await RetryingWebClient(service, pause: .zero).send(request)
        #expect(response.status == status)
        #expect(await service.requests.count == 1)
    }

    @Test
    func givesUpWithTheLastAnswer() async throws {
        let service = ScriptedService([.response(500), .response(500), .response(503)])
        let response = try await RetryingWebClient(service, pause: .zero).send(request)
        #expect(response.status == 503)
    }

    @Test
    func givesUpOnAServiceOutOfReach() async {
        let service = ScriptedService([.silence, .silence])
        await #expect(throws: WebError("No response.")) {
            try await RetryingWebClient(service, attempts: 2, pause: .zero).send(request)
        }
        #expect(await service.requests.count == 2)
    }
}

/// A service that answers what the test says.
private actor ScriptedService: WebClient {
    enum Answer {
        case response(Int)
        case silence
    }

    private(set) var requests: [WebRequest] = []
    private var answers: [Answer]

    init(_ answers: [Answer]) { self.answers = answers }

    func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        requests.append(request)
        guard !answers.isEmpty else { throw WebError("Nothing is left of the script.") }
        switch answers.removeFirst() {
        case .response(let status): return WebResponse(status: status)
        case .silence: throw WebError("No response.")
        }
    }
}
