import AWSSigning
import LambdaJSON
import Web

/// Orders at a service that is reached over HTTP.
///
/// An order has the URL of its part, `PUT /orders/pump-7`, with `If-None-Match: *`: the service makes it
/// only if there is none (RFC 9110, 13.1.2), and says 412 otherwise.
struct HTTPOrderService: OrderService {
    private let client: any WebClient
    private let origin: String
    /// For a service behind an API Gateway that checks the role of the function.
    private let signer: RequestSigner?

    init(client: any WebClient, origin: String, signer: RequestSigner? = nil) {
        self.client = client
        self.origin = origin
        self.signer = signer
    }

    func place(_ order: ReplacementOrder) async throws -> Placement {
        var request = WebRequest(
            "PUT",
            origin,
            "/orders/" + PercentEncoding.encode(order.partID),
            headers: ["content-type": "application/json", "if-none-match": "*"],
            body: try LambdaJSONEncoder().encode(order)
        )
        signer?.sign(&request, at: .now)
        let response = try await client.send(request)
        switch response.status {
        case 200, 201, 204: return .placed
        case 412: return .alreadyThere
        default:
            throw OrderServiceError(
                description:
                    "PUT of an order returned status \(response.status). Expected 201 or 412."
            )
        }
    }
}
