import LambdaTransport
import Testing

struct ReadinessTests {
    @Test func aPeerThatHasGoneIsNoticedByWhoeverWaitsForIt() throws {
        let listener = try Listener()
        let address = try #require(SocketAddress(literal: "127.0.0.1", port: listener.port))
        let client = try Socket.connect(to: address, stallLimit: .seconds(60))
        let server = try listener.accept(stallLimit: .seconds(60))
        reset(client)

        var reading = Readiness()
        reading.add(server.descriptor, reading: true)
        reading.wait(atMost: .seconds(60))
        #expect(reading.isReady(0))

        // As a server does while it answers one request and holds the next.
        var idle = Readiness()
        idle.add(server.descriptor, reading: false)
        idle.wait(atMost: .zero)
        #expect(!idle.isReady(0))
    }

    private func reset(_ socket: consuming Socket) { socket.resetOnClose() }
}
