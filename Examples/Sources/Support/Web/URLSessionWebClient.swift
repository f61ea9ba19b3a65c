#if HTTPS
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends requests with Foundation's `URLSession`, which is what the toolchain has for TLS.
package struct URLSessionWebClient: WebClient {
    private let session: URLSession

    package init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 10
        configuration.urlCache = nil
        session = URLSession(configuration: configuration)
    }

    package func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        guard let url = URL(string: request.url) else {
            throw WebError("\(request.origin) and the path after it are no URL.")
        }
        var message = URLRequest(url: url)
        message.httpMethod = request.method
        for (name, value) in request.headers { message.setValue(value, forHTTPHeaderField: name) }
        if !request.body.isEmpty { message.httpBody = Data(request.body) }
        let (body, response): (Data, URLResponse)
        do {
            (body, response) = try await session.data(for: message)
        } catch {
            // What URLSession itself prints has the whole URL.
            let code = (error as? URLError)?.code.rawValue
            let reason = code.map { "URLError \($0)" } ?? "\(type(of: error))"
            throw WebError("\(request.method) from \(request.origin) has no response: \(reason).")
        }
        guard let response = response as? HTTPURLResponse else {
            throw WebError("\(request.origin) does not speak HTTP.")
        }
        return WebResponse(status: response.statusCode, body: Array(body))
    }
}
#endif
