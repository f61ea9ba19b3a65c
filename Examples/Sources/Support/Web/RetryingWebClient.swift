/// Sends a request again if the service is busy, or out of reach.
///
/// For requests that may be sent twice, as all of the examples' may.
package struct RetryingWebClient: WebClient {
    private let client: any WebClient
    private let attempts: Int
    private let pause: Duration

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - client: What sends.
    ///   - attempts: How often it does so at most.
    ///   - pause: The longest pause before the second attempt. It doubles with each.
    package init(
        _ client: any WebClient,
        attempts: Int = 3,
        pause: Duration = .milliseconds(100)
    ) {
        self.client = client
        self.attempts = attempts
        self.pause = pause
    }

    package func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        var pause = pause
        for _ in 1..<max(1, attempts) {
            let response = try? await client.send(request)
            if let response, !isPassing(response.status) { return response }
            // Anything up to the whole of it: clients that failed together are not to come back together.
            // A task that is cancelled does not sleep, and the last attempt tells how it went.
            try? await Task.sleep(for: pause * Double.random(in: 0...1))
            pause *= 2
        }
        return try await client.send(request)
    }

    /// Whether a status says that it may be different the next time.
    private func isPassing(_ status: Int) -> Bool {
        switch status {
        case 408, 429, 500, 502, 503, 504: true
        default: false
        }
    }
}
