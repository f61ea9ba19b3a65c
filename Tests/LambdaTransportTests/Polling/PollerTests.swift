import Testing

@testable import LambdaTransport

struct PollerTests {
    /// Waits for a wake on a thread of its own, so that no thread of the shared pool is blocked.
    private func wait(_ poller: Poller) async -> Bool {
        await withCheckedContinuation { continuation in
            let failure = Thread.start {
                let count = poller.wait(milliseconds: 60_000)
                continuation.resume(returning: count > 0)
            }
            if failure != 0 { continuation.resume(returning: false) }
        }
    }

    @Test func aWakeEndsTheWaitOfAnotherThread() async throws {
        let poller = try Poller()
        // Before, during or after the wait begins: it ends all the same, and each time.
        for _ in 0..<100 {
            async let hasEnded = wait(poller)
            poller.wake()
            #expect(await hasEnded)
        }
    }

    @Test func aChangeIsReportedOnceUnderTheNumberOfItsSocket() throws {
        let poller = try Poller()
        let listener = try Listener()
        let address = try #require(SocketAddress(literal: "127.0.0.1", port: listener.port))
        let client = try Socket.beginConnect(to: address)
        #expect(poller.add(client, as: 42) == 0)
        let peer = try listener.accept()

        var reports: [(Int, SocketChange)] = []
        func poll() {
            reports = (0..<poller.wait(milliseconds: 0)).compactMap { poller.change($0) }
        }
        poll()
        #expect(reports.allSatisfy { $0.0 == 42 && $0.1.mayWrite && !$0.1.hasEnded })
        #expect(!reports.isEmpty)
        #expect(client.pendingError == nil)
        poll()
        #expect(reports.isEmpty)

        try Array("x".utf8).withUnsafeBytes { try peer.sendAll($0) }
        poll()
        #expect(reports.contains { $0.1.mayRead && !$0.1.hasEnded })
        poll()
        #expect(reports.isEmpty)

        peer.finishSending()
        poll()
        #expect(reports.contains { $0.1.mayRead && $0.1.hasEnded })
    }

    @Test func whatOneWaitFindsAboutASocketComesAsOneChange() throws {
        // After the first of two the owner may have another socket under the number.
        let poller = try Poller()
        let listener = try Listener()
        let address = try #require(SocketAddress(literal: "127.0.0.1", port: listener.port))
        let client = try Socket.beginConnect(to: address)
        #expect(poller.add(client, as: 42) == 0)
        let peer = try listener.accept()
        try Array("x".utf8).withUnsafeBytes { try peer.sendAll($0) }
        peer.finishSending()

        var known = SocketChange(mayRead: false, mayWrite: false, hasEnded: false)
        while !known.hasEnded {
            let count = poller.wait(milliseconds: 60_000)
            try #require(count == 1)
            let report = try #require(poller.change(0))
            #expect(report.number == 42)
            #expect(poller.change(1)?.number != 42)
            if report.change.mayRead { known.mayRead = true }
            if report.change.mayWrite { known.mayWrite = true }
            if report.change.hasEnded { known.hasEnded = true }
        }
        #expect(known.mayRead && known.mayWrite)
        #expect(client.pendingError == nil)
    }

    @Test func anOutstandingWakeIsNoChange() throws {
        let poller = try Poller()
        poller.wake()
        #expect(poller.wait(milliseconds: 60_000) == 1)
        #expect(poller.change(0) == nil)
        #expect(poller.wait(milliseconds: 0) == 0)
    }

    @Test func aTimeLimitEndsTheWait() throws {
        let poller = try Poller()
        let start = MonotonicClock.nanoseconds
        #expect(poller.wait(milliseconds: 20) == 0)
        #expect(MonotonicClock.nanoseconds - start >= 19_000_000)
    }
}
