import Testing

@testable import LambdaTransport

struct HTTPConnectionTests {
    /// Waits on a thread of its own, so that no thread of the shared pool is blocked.
    private func offThePool<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let failure = Thread.start {
                continuation.resume(with: Result { try body() })
            }
            if failure != 0 { continuation.resume(throwing: SocketError(.open, failure)) }
        }
    }

    /// Serves one connection on a thread of its own, and keeps it open until the test has ended.
    private final class Peer: Sendable {
        let endpoint: Endpoint
        private let isOver = Monitor(false)

        init(_ serve: @escaping @Sendable (borrowing Socket) -> Void) throws {
            let listener = try Listener()
            endpoint = try Endpoint("127.0.0.1:\(listener.port)")
            let server = Server(listener)
            let failure = Thread.start { [isOver] in
                server.run { socket in
                    serve(socket)
                    _ = isOver.wait(atMost: .seconds(60)) { $0 ? true : nil }
                }
            }
            if failure != 0 { throw SocketError(.listen, failure) }
        }

        func end() {
            isOver.withLock { $0 = true }
            isOver.signal()
        }
    }

    private final class Server: Sendable {
        private let listener: Listener

        init(_ listener: consuming Listener) {
            self.listener = listener
        }

        func run(_ body: (borrowing Socket) -> Void) {
            guard let socket = try? listener.accept() else { return }
            body(socket)
        }
    }

    private static func send(_ text: String, over socket: borrowing Socket) {
        Array(text.utf8).withUnsafeBytes { _ = try? socket.sendAll($0) }
    }

    /// Sends more than the queues of both systems hold, to a peer that does not read.
    private func post(to peer: Peer) async throws -> Result<Int, HTTPFailure> {
        let endpoint = peer.endpoint
        defer { peer.end() }
        return try await offThePool {
            var connection = HTTPConnection(to: endpoint, stallLimit: .seconds(1))
            let request = [UInt8](repeating: 0x61, count: 64 << 20)
            return request.withUnsafeBytes { bytes in
                do throws(HTTPFailure) {
                    try connection.exchange(bytes, patience: .limited)
                    return .success(connection.reader.parser.status)
                } catch {
                    return .failure(error)
                }
            }
        }
    }

    @Test func readsTheAnswerOfAServerThatStopsReading() async throws {
        let peer = try Peer { socket in
            Self.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n", over: socket)
        }
        let result = try await post(to: peer)
        #expect(try result.get() == 413)
    }

    @Test func saysThatAServerReadsNothing() async throws {
        let peer = try Peer { _ in }
        let result = try await post(to: peer)
        let failure = #expect(throws: HTTPFailure.self) { try result.get() }
        #expect(failure?.description == "Sending failed: the time limit ran out.")
        // The system has taken bytes, which the server may yet read.
        #expect(failure?.isCertainlyUnprocessed == false)
    }

    #if os(Linux)
    @Test func givesUpOnAServerThatAcceptsNothing() async throws {
        // The queue of a listener that nobody serves holds a few connections; then no answer comes.
        let failure = try await offThePool { () -> SocketError? in
            let listener = try Listener(backlog: 0)
            let endpoint = try Endpoint("127.0.0.1:\(listener.port)")
            var clients: [Client] = []
            for _ in 0..<16 {
                do throws(SocketError) {
                    for address in try endpoint.addresses() {
                        let limit = Duration.milliseconds(200)
                        clients.append(Client(try Socket.connect(to: address, stallLimit: limit)))
                    }
                } catch {
                    return error
                }
            }
            return nil
        }
        #expect(failure?.description == "Connecting failed: the time limit ran out.")
    }

    private final class Client {
        private let socket: Socket

        init(_ socket: consuming Socket) {
            self.socket = socket
        }
    }
    #endif
}
