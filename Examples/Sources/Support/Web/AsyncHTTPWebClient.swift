#if HTTPS
import AsyncHTTPClient

/// Sends requests with async-http-client, which brings its own TLS, to be linked statically.
package struct AsyncHTTPWebClient: WebClient {
    /// One for the process: its connections are there for the next invocation, and it is never shut down, because
    /// it ends with the process and has nothing that could be lost.
    private static let shared = HTTPClient(configuration: configuration)

    private static var configuration: HTTPClient.Configuration {
        // 10 seconds without a byte, in either direction. How long all of it may take, the invocation decides.
        var configuration = HTTPClient.Configuration(
            timeout: HTTPClient.Configuration.Timeout(
                connect: .seconds(10),
                read: .seconds(10),
                write: .seconds(10)
            )
        )
        configuration.httpVersion = .http1Only
        // Who tries again is ``RetryingWebClient``, which says what went wrong when it gives up.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// The longest response that is read.
    ///
    /// Whoever asks for objects asks for fewer bytes.
    private let limit: Int

    package init(limit: Int = 64 << 20) { self.limit = limit }

    package func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        var message = HTTPClientRequest(url: request.url)
        message.method = .init(rawValue: request.method)
        for (name, value) in request.headers { message.headers.add(name: name, value: value) }
        if !request.body.isEmpty { message.body = .bytes(request.body) }
        do {
            let response = try await Self.shared.execute(message, deadline: .distantFuture)
            let body = try await response.body.collect(upTo: limit)
            return WebResponse(
                status: Int(response.status.code),
                body: Array(body.readableBytesView)
            )
        } catch {
            throw WebError(
                "\(request.method) from \(request.origin) has no response: \(Self.reason(of: error))."
            )
        }
    }

    /// What is known of a failure, without what was sent or received.
    private static func reason(of error: any Error) -> String {
        if let error = error as? HTTPClientError { return error.shortDescription }
        return "\(type(of: error))"
    }
}
#endif
