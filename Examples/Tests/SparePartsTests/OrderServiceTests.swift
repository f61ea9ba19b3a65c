import Foundation
import Settings
import Testing
import Web

@testable import SpareParts

struct OrderServiceTests {
    @Test
    func writesAnOrderOnce() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let orders = FolderOrderService(folder: folder.path(percentEncoded: false))
        let order = ReplacementOrder(partID: "../pump 7")
        #expect(try orders.place(order) == .placed)
        #expect(try orders.place(order) == .alreadyThere)
        #expect(try orders.place(ReplacementOrder(partID: "fan-1")) == .placed)
        let file = folder.appending(path: "order-..%2Fpump%207.json")
        #expect(try String(contentsOf: file, encoding: .utf8) == #"{"partID":"../pump 7"}"#)
    }

    @Test
    func saysWhyItCannotWrite() {
        let error = #expect(throws: OrderServiceError.self) {
            try FolderOrderService(folder: "/dev/null/orders")
                .place(ReplacementOrder(partID: "pump-7"))
        }
        #expect(error?.description == "Could not write /dev/null/orders: Not a directory.")
    }

    @Test(arguments: [
        (201, Placement.placed), (200, .placed), (204, .placed), (412, .alreadyThere),
    ])
    func asksTheServiceToMakeAnOrderThatIsNotThere(status: Int, placement: Placement) async throws {
        let client = ScriptedClient(status: status)
        let orders = HTTPOrderService(client: client, origin: "https://orders.example.com")
        #expect(try await orders.place(ReplacementOrder(partID: "pump 7")) == placement)
        #expect(
            await client.requests == [
                WebRequest(
                    "PUT",
                    "https://orders.example.com",
                    "/orders/pump%207",
                    headers: ["content-type": "application/json", "if-none-match": "*"],
                    body: Array(#"{"partID":"pump 7"}"#.utf8)
                )
            ]
        )
    }

    @Test(arguments: [400, 403, 404, 500])
    func doesNotTakeAnErrorForAnOrder(status: Int) async throws {
        let orders = HTTPOrderService(
            client: ScriptedClient(status: status),
            origin: "https://orders.example.com"
        )
        let error = await #expect(throws: OrderServiceError.self) {
            try await orders.place(ReplacementOrder(partID: "pump-7"))
        }
        #expect(
            error?.description
                == "PUT of an order returned status \(status). Expected 201 or 412."
        )
    }

    @Test
    func isAFolderUnlessItHasAnAddress() throws {
        #expect(try Settings([:]).makeOrderService() is FolderOrderService)
        #expect(try Settings(["ORDER_SERVICE": "/tmp/a"]).makeOrderService() is FolderOrderService)
        #if HTTPS
        let address = ["ORDER_SERVICE": "https://orders.example.com"]
        #expect(try Settings(address).makeOrderService() is HTTPOrderService)
        #else
        #expect(throws: WebError.self) {
            try Settings(["ORDER_SERVICE": "https://orders.example.com"]).makeOrderService()
        }
        #endif
    }

    @Test
    func needsCredentialsToSign() {
        #expect(throws: MissingSetting(name: "AWS_ACCESS_KEY_ID")) {
            try Settings([
                "ORDER_SERVICE": "https://orders.example.com",
                "ORDER_SERVICE_SIGNING": "execute-api",
            ]).makeOrderService()
        }
    }
}

private actor ScriptedClient: WebClient {
    private(set) var requests: [WebRequest] = []
    private let status: Int

    init(status: Int) { self.status = status }

    func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        requests.append(request)
        return WebResponse(status: status)
    }
}
