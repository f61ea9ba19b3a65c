#if LOCAL_RUNNING
import LambdaTransport
import Testing

@testable import LambdaEmulator

/// A client of the local Runtime API that lives in the same thread: the server is advanced by
/// hand until the client has what it waits for.
///
/// No test waits for time to pass.
final class RuntimeAPIPeer {
    let api: LocalRuntimeAPI
    /// What the function has done so far.
    private(set) var events: [RuntimeAPIEvent] = []
    private let socket: Socket
    private var reader = HTTPReader(role: .response)

    init(_ api: LocalRuntimeAPI) throws {
        self.api = api
        let address = try #require(try Endpoint(api.endpoint).addresses().first)
        socket = try Socket.connect(to: address, stallLimit: .seconds(300))
        socket.disableBlocking()
    }

    struct Answer {
        let status: Int
        let body: String
        let isChunked: Bool
        let keepsAlive: Bool
        let headers: [String: String]
    }

    /// Sends bytes, letting the server read in between where the connection is full.
    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let failure = rest.withUnsafeBytes { bytes -> SendFailure? in
                do throws(SendFailure) {
                    try socket.sendAll(bytes)
                    return nil
                } catch {
                    return error
                }
            }
            guard let failure else { break }
            guard failure.error.isTimeout else { throw failure }
            rest = rest.dropFirst(failure.accepted)
            advance()
        }
        advance()
    }

    /// Lets the server handle whatever has arrived.
    ///
    /// Loopback delivers before `send` returns.
    func advance() {
        // A body in pieces is taken one piece at a time.
        while true {
            let more = api.advance(atMost: .zero)
            events += more
            guard case .streamed = more.last else { return }
        }
    }

    /// The next answer, if the server has one.
    ///
    /// `nil` where it keeps the request waiting.
    func answer() throws -> Answer? {
        for _ in 0..<10_000 {
            do {
                guard try reader.receive(from: socket) else { throw Closed() }
                let answer = answer(in: reader)
                reader.next()
                return answer
            } catch let failure as HTTPFailure {
                guard case .stalled = failure.reason else { throw failure }
                let before = reader.buffer.count
                advance()
                if before == 0, reader.buffer.count == 0, !isReadable() { return nil }
            }
        }
        throw Closed()
    }

    /// What the server has sent, as it is.
    ///
    /// Empty where it has sent nothing.
    func receivedText() throws -> String {
        advance()
        guard isReadable() else { return "" }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = try bytes.withUnsafeMutableBytes { try socket.receive(into: $0) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    struct Closed: Error {}

    func request(_ method: String, _ path: String, _ body: String = "") throws -> Answer {
        try send(
            "\(method) /2018-06-01/runtime/\(path) HTTP/1.1\r\nHost: \(api.endpoint)\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        return try #require(try answer())
    }

    /// Asks for the next event without waiting for it.
    func poll() throws {
        try send("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n")
    }

    private func isReadable() -> Bool {
        var readiness = Readiness()
        readiness.add(socket.descriptor, reading: true)
        readiness.wait(atMost: .zero)
        return readiness.isReady(0)
    }

    private func answer(in reader: borrowing HTTPReader) -> Answer {
        var headers: [String: String] = [:]
        for field in reader.parser.fields {
            let name = String(decoding: reader.bytes(field.name), as: UTF8.self)
            headers[name] = String(decoding: reader.bytes(field.value), as: UTF8.self)
        }
        return Answer(
            status: reader.parser.status,
            body: String(decoding: reader.body, as: UTF8.self),
            isChunked: reader.parser.isChunked,
            keepsAlive: reader.parser.keepsAlive,
            headers: headers
        )
    }
}

extension LocalInvocation {
    static func make(_ event: String = "{}", id: String = "8476a536") -> LocalInvocation {
        LocalInvocation(event: Array(event.utf8), requestID: id)
    }
}
#endif
