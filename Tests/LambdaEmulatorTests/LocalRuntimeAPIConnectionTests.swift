#if LOCAL_RUNNING
import LambdaTransport
import Testing

@testable import LambdaEmulator

/// What a client may do to the connection rather than to the API.
struct LocalRuntimeAPIConnectionTests {
    @Test(arguments: [
        "GET\r\n\r\n", "\u{16}\u{3}\u{1}", "GET / HTTP/1.1\nHost: x\n\n", "GET / HTTP/9.9\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "GET / HTTP/1.1\r\n: empty\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nhost: x\r\n\r\n", "\r\n\r\nGET / HTTP/1.1\r\n",
    ])
    func refusesWhatIsNotHTTPAndClosesTheConnection(_ text: String) throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        try peer.send(text)
        let answer = try #require(try peer.answer())
        #expect(answer.status == (text.contains("999999") ? 413 : 400))
        #expect(!answer.keepsAlive)
        #expect(throws: RuntimeAPIPeer.Closed.self) { try peer.answer() }
    }

    @Test
    func survivesBytesOfEveryKind() throws {
        let api = try LocalRuntimeAPI()
        var random = SplitMix(state: 7)
        let head = "POST /2018-06-01/runtime/invocation/1/response HTTP/1.1\r\nHost: x\r\n"
        let request = Array((head + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n").utf8)
        for _ in 0..<500 {
            var bytes = request
            for _ in 0...random.next(upTo: 4) {
                bytes[random.next(upTo: bytes.count)] = UInt8(random.next(upTo: 256))
            }
            try RuntimeAPIPeer(api).send(bytes)
        }
        #expect(try RuntimeAPIPeer(api).request("POST", "invocation/1/response").status == 400)
    }

    @Test
    func readsARequestThatArrivesByteByByte() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make("[]"))
        let request = "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n"
        for byte in request.utf8 {
            #expect(peer.events.isEmpty)
            try peer.send([byte])
        }
        #expect(try peer.answer()?.body == "[]")
    }

    @Test
    func answersPipelinedRequestsInOrder() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        try peer.send(
            """
            POST /2018-06-01/runtime/invocation/1/response HTTP/1.1\r
            Host: x\r
            Content-Length: 0\r
            \r
            GET /2018-06-01/runtime/invocation/next HTTP/1.1\r
            Host: x\r
            \r
            GET /nowhere HTTP/1.1\r
            Host: x\r
            \r

            """
        )
        #expect(try peer.answer()?.status == 400)
        #expect(try peer.answer() == nil)
        api.submit(.make("[]"))
        #expect(try peer.answer()?.status == 200)
        #expect(try peer.answer()?.status == 404)
    }

    @Test
    func ignoresAnEmptyLineBeforeARequest() throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        for _ in 0..<2 {
            try peer.send("\r\nGET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try peer.answer()?.status == 404)
        }
    }

    @Test
    func asksForABodyThatWaitsToBeAskedFor() throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        let head = "POST /2018-06-01/runtime/invocation/1/response HTTP/1.1\r\nHost: x\r\n"
        for _ in 0..<2 {
            try peer.send(head + "Content-Length: 2\r\nExpect: 100-Continue\r\n\r\n")
            #expect(try peer.receivedText() == "HTTP/1.1 100 Continue\r\n\r\n")
            try peer.send("4")
            #expect(try peer.receivedText() == "")
            try peer.send("2")
            #expect(try peer.answer()?.status == 400)
        }
    }

    @Test
    func doesNotAskForABodyThatIsThere() throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        let head = "POST /2018-06-01/runtime/invocation/1/response HTTP/1.1\r\nHost: x\r\n"
        try peer.send(head + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n42")
        #expect(try peer.receivedText().hasPrefix("HTTP/1.1 400 "))
    }

    @Test
    func closesWhenItIsAskedTo() throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        try peer.send("GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        #expect(try peer.answer()?.keepsAlive == false)
        #expect(throws: RuntimeAPIPeer.Closed.self) { try peer.answer() }
    }

    @Test
    func servesManyConnections() throws {
        let api = try LocalRuntimeAPI(concurrency: 100)
        let peers = try (0..<100).map { _ in try RuntimeAPIPeer(api) }
        for peer in peers { try peer.poll() }
        for index in peers.indices { api.submit(.make("\(index)", id: "\(index)")) }
        for (index, peer) in peers.enumerated() {
            #expect(try peer.answer()?.body == "\(index)")
        }
    }

    @Test
    func closesEverySocketWhenItGoesAway() throws {
        var api: LocalRuntimeAPI? = try LocalRuntimeAPI()
        let endpoint = try Endpoint(try #require(api).endpoint)
        let address = try #require(try endpoint.addresses().first)
        let socket = try Socket.connect(to: address, stallLimit: .seconds(300))
        _ = api?.advance(atMost: .zero)
        api = nil
        var byte: UInt8 = 0
        let count = try withUnsafeMutableBytes(of: &byte) { try socket.receive(into: $0) }
        #expect(count == 0)
        #expect(throws: SocketError.self) {
            _ = try Socket.connect(to: address, stallLimit: .seconds(300)).descriptor
        }
    }

    @Test
    func saysThatAPortIsTaken() throws {
        let api = try LocalRuntimeAPI()
        let port = try Endpoint(api.endpoint).port
        let error = #expect(throws: SocketError.self) { try LocalServer(port: port) }
        #expect(error?.description == "Listening failed: Address already in use.")
    }
}

/// A small generator with a seed, so that a failure can be repeated.
private struct SplitMix {
    var state: UInt64

    mutating func next(upTo bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}
#endif
