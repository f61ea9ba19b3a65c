import Synchronization
import Testing

@testable import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// System calls whose results a test has written down.
private enum ScriptedCalls: SystemCalls {
    enum Result {
        case count(Int)
        case failure(Int32)
    }

    struct Script {
        var results: ArraySlice<Result>
        var errorNumber: Int32 = 0
        /// How many bytes each call was given.
        var offered: [Int] = []
        var sent: [UInt8] = []
    }

    final class Box: Sendable {
        let script: Mutex<Script>

        init(_ results: [Result]) {
            script = Mutex(Script(results: results[...]))
        }
    }

    /// Each test has its own; the functions of the protocol are static.
    @TaskLocal static var box = Box([])

    private static func next(offered: Int) -> Int {
        box.script.withLock { script in
            script.offered.append(offered)
            switch script.results.popFirst() ?? .failure(EIO) {
            case .count(let count):
                // As in libc: a success leaves whatever number was there.
                return count
            case .failure(let number):
                script.errorNumber = number
                return -1
            }
        }
    }

    static func connect(_ descriptor: Int32, to address: borrowing SocketAddress) -> Int32 {
        Int32(next(offered: 0))
    }

    static func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        let count = next(offered: bytes.count)
        box.script.withLock { $0.sent += bytes.prefix(max(0, count)) }
        return count
    }

    static func receive(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer) -> Int {
        next(offered: bytes.count)
    }

    static func accept(_ descriptor: Int32) -> Int32 {
        Int32(next(offered: 0))
    }

    static func waitUntilWritable(_ descriptor: Int32, milliseconds: Int32) -> Int32 {
        Int32(next(offered: 0))
    }

    static func pendingError(_ descriptor: Int32) -> Int32 {
        Int32(next(offered: 0))
    }

    static var errorNumber: Int32 { box.script.withLock { $0.errorNumber } }
}

struct SocketIOTests {
    private typealias IO = SocketIO<ScriptedCalls>

    private func script<Value>(
        _ results: [ScriptedCalls.Result],
        _ body: () throws -> Value
    ) rethrows -> (value: Value, script: ScriptedCalls.Script) {
        let box = ScriptedCalls.Box(results)
        let value = try ScriptedCalls.$box.withValue(box, operation: body)
        return (value, box.script.withLock { $0 })
    }

    private func send(
        _ bytes: [UInt8],
        _ results: [ScriptedCalls.Result]
    ) -> (
        failure: SendFailure?, script: ScriptedCalls.Script
    ) {
        let (failure, script) = script(results) { () -> SendFailure? in
            bytes.withUnsafeBytes { raw in
                do throws(SendFailure) {
                    try IO.sendAll(0, raw)
                    return nil
                } catch {
                    return error
                }
            }
        }
        return (failure, script)
    }

    @Test func sendsOnAfterInterruptionsAndShortWrites() {
        let bytes = Array(UInt8(0)..<100)
        let (failure, script) = send(
            bytes,
            [.failure(EINTR), .count(1), .failure(EINTR), .failure(EINTR), .count(98), .count(1)]
        )
        #expect(failure == nil)
        #expect(script.sent == bytes)
        #expect(script.offered == [100, 100, 99, 99, 99, 1])
    }

    @Test func saysHowManyBytesWereAcceptedBeforeAFailure() {
        let (failure, _) = send([1, 2, 3], [.count(2), .failure(EPIPE)])
        #expect(failure?.accepted == 2)
        #expect(failure?.error == SocketError(.send, EPIPE))
        #expect(failure?.error.isDisconnection == true)
        let (first, _) = send([1, 2, 3], [.failure(ECONNRESET)])
        #expect(first?.accepted == 0)
    }

    @Test func aFullSocketIsATimeout() {
        let (failure, _) = send([1], [.failure(EAGAIN)])
        #expect(failure?.error.isTimeout == true)
    }

    @Test func doesNotSpinWhenNothingIsAccepted() {
        let (failure, script) = send([1], [.count(0)])
        #expect(failure?.error == SocketError(.send, EPIPE))
        #expect(script.offered == [1])
    }

    @Test func sendsNothingWithoutACall() {
        let (failure, script) = send([], [])
        #expect(failure == nil)
        #expect(script.offered.isEmpty)
    }

    @Test func receivesOnAfterInterruptions() throws {
        var buffer = [UInt8](repeating: 0, count: 8)
        let (count, script) = try script([.failure(EINTR), .failure(EINTR), .count(3)]) {
            try buffer.withUnsafeMutableBytes { try IO.receive(0, into: $0) }
        }
        #expect(count == 3)
        #expect(script.offered == [8, 8, 8])
    }

    @Test func reportsATimeLimitWhileReceiving() {
        var buffer = [UInt8](repeating: 0, count: 8)
        let error = #expect(throws: SocketError.self) {
            try script([.failure(EAGAIN)]) {
                _ = try buffer.withUnsafeMutableBytes { try IO.receive(0, into: $0) }
            }
        }
        #expect(error?.isTimeout == true)
        #expect(error?.description == "Receiving failed: the time limit ran out.")
    }

    private func connect(_ results: [ScriptedCalls.Result]) throws -> ScriptedCalls.Script {
        let address = try #require(SocketAddress(literal: "127.0.0.1", port: 1))
        return try script(results) { try IO.connect(0, to: address, timeoutMilliseconds: 5) }.script
    }

    @Test func waitsForAnInterruptedConnectInsteadOfRepeatingIt() throws {
        // connect: interrupted. poll: interrupted, then ready. SO_ERROR: none.
        let script = try connect([.failure(EINTR), .failure(EINTR), .count(1), .count(0)])
        #expect(script.offered.count == 4)
    }

    @Test func reportsTheErrorOfAnInterruptedConnect() {
        #expect(throws: SocketError(.connect, ECONNREFUSED)) {
            try connect([.failure(EINTR), .count(1), .count(Int(ECONNREFUSED))])
        }
        #expect(throws: SocketError(.connect, ETIMEDOUT)) {
            try connect([.failure(EINTR), .count(0)])
        }
    }

    @Test func reportsARefusedConnect() {
        let error = #expect(throws: SocketError.self) {
            try connect([.failure(ECONNREFUSED)])
        }
        #expect(error?.description == "Connecting failed: Connection refused.")
    }

    @Test(arguments: [EINPROGRESS, ETIMEDOUT])
    func saysThatTheTimeLimitOfAConnectRanOut(_ number: Int32) {
        let error = #expect(throws: SocketError.self) {
            try connect([.failure(number)])
        }
        #expect(error?.isTimeout == true)
        #expect(error?.description == "Connecting failed: the time limit ran out.")
    }

    /// What a number means depends on what was attempted.
    @Test(
        arguments: [
            (.receive, EAGAIN, .timeout), (.send, EWOULDBLOCK, .timeout),
            (.accept, EAGAIN, .timeout),
            (.connect, EINPROGRESS, .timeout), (.connect, ETIMEDOUT, .timeout),
            (.receive, ETIMEDOUT, .disconnection), (.send, ETIMEDOUT, .disconnection),
            (.send, EPIPE, .disconnection), (.receive, ECONNRESET, .disconnection),
            (.connect, EAGAIN, .other), (.open, EAGAIN, .other), (.send, ENOBUFS, .other),
            (.receive, EHOSTUNREACH, .other), (.resolve, EAGAIN, .other),
        ] as [(SocketError.Operation, Int32, Meaning)]
    )
    func tellsATimeLimitFromAnEnd(
        _ operation: SocketError.Operation,
        _ number: Int32,
        _ meaning: Meaning
    ) {
        let error = SocketError(operation, number)
        #expect(error.isTimeout == (meaning == .timeout))
        #expect(error.isDisconnection == (meaning == .disconnection))
    }

    enum Meaning {
        case timeout
        case disconnection
        case other
    }

    #if os(Linux)
    /// What a poller has reported once must not be taken for bytes that are yet to come.
    @Test func aPeerThatConfirmsNothingHasGone() throws {
        let listener = try Listener()
        let address = try #require(SocketAddress(literal: "127.0.0.1", port: listener.port))
        let socket = try Socket.beginConnect(to: address)
        let peer = try listener.accept()
        var limit: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        let isSet = setsockopt(
            socket.descriptor,
            Int32(IPPROTO_TCP),
            TCP_USER_TIMEOUT,
            &limit,
            size
        )
        try #require(isSet == 0)
        // The peer reads nothing, so that its queue is full in the end.
        let bytes = [UInt8](repeating: 0x61, count: 64 << 20)
        let failure = bytes.withUnsafeBytes { bytes -> SendFailure? in
            do throws(SendFailure) {
                try socket.sendAll(bytes)
                return nil
            } catch {
                return error
            }
        }
        #expect(failure?.error.isTimeout == true)
        #expect(LiveSystem.waitUntilWritable(socket.descriptor, milliseconds: 60_000) == 1)
        var reader = HTTPReader(role: .response)
        var reason = ""
        do throws(HTTPFailure) {
            _ = try reader.receive(from: socket, patience: .unlimited)
        } catch {
            reason = error.description
        }
        #expect(reason == "Receiving failed: Connection timed out.")
        #expect(peer.descriptor >= 0)
    }
    #endif

    @Test func doesNotTakeAnExhaustedSystemForATimeLimit() {
        let error = #expect(throws: SocketError.self) {
            try connect([.failure(EAGAIN)])
        }
        #expect(error?.reason == "Resource temporarily unavailable")
    }

    @Test func acceptsTheNextClientWhenOneHasGone() throws {
        let (descriptor, script) = try script(
            [.failure(ECONNABORTED), .failure(EINTR), .count(9)]
        ) { try IO.accept(0) }
        #expect(descriptor == 9)
        #expect(script.offered.count == 3)
    }
}
