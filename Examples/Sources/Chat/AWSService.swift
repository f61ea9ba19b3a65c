import AWSSigning
import Settings
import Web

/// A web service of AWS that takes signed requests.
struct AWSService: Sendable {
    private let client: any WebClient
    private let signer: RequestSigner
    private let now: @Sendable () -> SigningTime

    /// Creates a service for the credentials and the Region of the function.
    ///
    /// - Parameters:
    ///   - name: The name of the service in signatures.
    ///   - settings: What the function is told.
    ///   - client: What sends the requests.
    /// - Throws: `MissingSetting` without credentials or a Region, which Lambda sets.
    init(_ name: String, _ settings: Settings, client: any WebClient) throws {
        self.init(
            client: client,
            signer: RequestSigner(
                try AWSCredentials(settings),
                region: try settings.required("AWS_REGION"),
                service: name
            )
        )
    }

    init(
        client: any WebClient,
        signer: RequestSigner,
        now: @escaping @Sendable () -> SigningTime = { .now }
    ) {
        self.client = client
        self.signer = signer
        self.now = now
    }

    /// Signs a request and sends it.
    func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        var request = request
        signer.sign(&request, at: now())
        return try await client.send(request)
    }
}

/// A service refused a request.
struct ServiceRefused: Error, CustomStringConvertible {
    let service: String
    let status: Int

    var description: String { "\(service) answered with status \(status). Expected 200." }
}
