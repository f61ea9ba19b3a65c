import LambdaJSON
import Web

/// Sends to connections through API Gateway's management API.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html>
struct ManagementAPI: Messenger {
    private let service: AWSService
    /// Scheme and host.
    private let origin: String
    /// The stage, with a slash before it.
    private let path: String

    /// Creates a messenger.
    ///
    /// - Parameters:
    ///   - service: What signs and sends, for the service `execute-api`.
    ///   - endpoint: Where the API is: `https://….execute-api.us-east-1.amazonaws.com/prod`.
    init(_ service: AWSService, endpoint: String) {
        self.service = service
        // Behind the two of the scheme, the first slash ends the host.
        let slash = endpoint.dropFirst("https://".count).firstIndex(of: "/") ?? endpoint.endIndex
        origin = String(endpoint[..<slash])
        path = String(endpoint[slash...])
    }

    func send(_ speech: Speech, to connection: String) async throws {
        let path = "\(path)/@connections/\(PercentEncoding.encode(connection))"
        let body = try LambdaJSONEncoder().encode(speech)
        let response = try await service.send(WebRequest("POST", origin, path, body: body))
        if response.status == 410 { throw ConnectionGone() }
        guard response.isSuccess else {
            throw ServiceRefused(service: "The management API", status: response.status)
        }
    }
}
