#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport
import Testing

@testable import LambdaLocal

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A process of a function, played in the thread of the test: whenever it is asked whether it has ended,
/// it does what it can do without waiting.
final class ScriptedProcess: InstanceProcess {
    /// What the function does with an event.
    enum Act {
        case respond(String)
        case fail(String)
        case end(FunctionProcess.Ending.Cause)
        /// Posts an answer, and does not ask for the next event.
        case respondAndHang(String)
        case hang
        /// Posts a response in pieces, of which each is sent when the process is asked again.
        case stream(contentType: String, [String], StreamEnd = .whole)
    }

    /// How a response in pieces ends.
    enum StreamEnd {
        case whole
        /// With an error in its trailers.
        case error(type: String, document: String)
        /// With the connection, and the process.
        case death(FunctionProcess.Ending.Cause)
        /// Not at all.
        case never
    }

    /// What the function does when it starts.
    enum Start {
        case ready
        case fail(String)
        case end(FunctionProcess.Ending.Cause)
        case hang
    }

    /// An event as it reached the function.
    struct Event {
        let body: String
        let headers: [String: String]
        /// Writes to the output of the process.
        let print: (String) -> Void
    }

    private(set) var ending: FunctionProcess.Ending?
    let peakMemoryBytes: Int? = 7 << 20
    private let socket: Socket
    private var reader = HTTPReader(role: .response)
    private let output: Int32
    private let script: (Event) -> Act
    private var start: Start?
    /// A boolean value indicating whether the answer that is awaited is that to a post.
    private var hasPosted = false
    private var asksAgain = true
    /// The pieces that are still to be sent, and how they end.
    private var stream: (pieces: ArraySlice<String>, end: StreamEnd)?
    /// What the server has not taken of a piece.
    private var unsent: ArraySlice<UInt8> = []

    init(
        _ endpoint: String,
        _ output: Int32,
        start: Start,
        script: @escaping (Event) -> Act
    ) throws {
        self.output = dup(output)
        self.start = start
        self.script = script
        let address = try #require(try Endpoint(endpoint).addresses().first)
        socket = try Socket.connect(to: address, stallLimit: .seconds(300))
    }

    deinit { close(output) }

    func hasEnded() -> Bool {
        if ending == nil {
            do { try goOn() } catch { Issue.record(error) }
        }
        return ending != nil
    }

    func measureMemory() {}

    func terminate() {
        if ending == nil { end(.signal(15)) }
    }

    func end(grace: Duration) -> FunctionProcess.Ending? {
        if ending == nil { end(.signal(grace == .zero ? 9 : 15)) }
        return ending
    }

    private func end(_ cause: FunctionProcess.Ending.Cause) {
        ending = FunctionProcess.Ending(cause: cause, peakMemoryBytes: 8 << 20)
        socket.shutdown()
    }

    private func goOn() throws {
        if let start {
            self.start = nil
            switch start {
            case .ready: try poll()
            case .fail(let message):
                try post("init/error", #"{"errorType":"Hello.Bad","errorMessage":"\#(message)"}"#)
                end(.exit(status: 1))
            case .end(let cause): end(cause)
            case .hang: break
            }
            socket.disableBlocking()
        }
        if try sendPiece() { return }
        while ending == nil, try receive() {
            if hasPosted {
                hasPosted = false
                reader.next()
                if asksAgain { try poll() }
            } else {
                try handle()
            }
        }
    }

    private func handle() throws {
        var headers: [String: String] = [:]
        for field in reader.parser.fields {
            headers[text(field.name).lowercased()] = text(field.value)
        }
        let event = Event(body: text(reader.parser.body), headers: headers) { [output] text in
            var text = text
            text.withUTF8 { _ = write(output, $0.baseAddress, $0.count) }
        }
        reader.next()
        let id = headers["lambda-runtime-aws-request-id"] ?? ""
        switch script(event) {
        case .respond(let body): try post("invocation/\(id)/response", body)
        case .fail(let message):
            try post(
                "invocation/\(id)/error",
                #"{"errorType":"Hello.Wrong","errorMessage":"\#(message)"}"#
            )
        case .respondAndHang(let body):
            asksAgain = false
            try post("invocation/\(id)/response", body)
        case .end(let cause): end(cause)
        case .hang: break
        case .stream(let contentType, let pieces, let end):
            try send(
                "POST /2018-06-01/runtime/invocation/\(id)/response HTTP/1.1\r\nHost: x\r\n"
                    + "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
                    + "Content-Type: \(contentType)\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            stream = (pieces[...], end)
        }
    }

    /// Sends a piece of the response under way.
    ///
    /// - Returns: Whether there was one.
    private func sendPiece() throws -> Bool {
        guard let (pieces, end) = stream else { return false }
        try sendRest()
        guard unsent.isEmpty else { return true }
        if let piece = pieces.first {
            stream = (pieces.dropFirst(), end)
            unsent = Array("\(String(piece.utf8.count, radix: 16))\r\n\(piece)\r\n".utf8)[...]
            try sendRest()
            return true
        }
        switch end {
        case .never: return true
        case .whole: try send("0\r\n\r\n")
        case .error(let type, let document):
            try send(
                "0\r\nLambda-Runtime-Function-Error-Type: \(type)\r\n"
                    + "Lambda-Runtime-Function-Error-Body: "
                    + "\(Base64.encode(Array(document.utf8)))\r\n\r\n"
            )
        case .death(let cause): self.end(cause)
        }
        stream = nil
        hasPosted = ending == nil
        return true
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: reader.bytes(range), as: UTF8.self)
    }

    private func receive() throws -> Bool {
        do {
            return try reader.receive(from: socket)
        } catch {
            guard case .stalled = error.reason else { throw error }
            return false
        }
    }

    private func poll() throws {
        try send("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n")
    }

    private func post(_ path: String, _ body: String) throws {
        hasPosted = true
        try send(
            "POST /2018-06-01/runtime/\(path) HTTP/1.1\r\nHost: x\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
    }

    /// Sends what the server takes of a piece.
    private func sendRest() throws {
        let failure = unsent.withUnsafeBytes { bytes -> SendFailure? in
            do throws(SendFailure) {
                try socket.sendAll(bytes)
                return nil
            } catch {
                return error
            }
        }
        guard let failure else {
            unsent = []
            return
        }
        guard failure.error.isTimeout else { throw failure }
        unsent = unsent.dropFirst(failure.accepted)
    }

    private func send(_ text: String) throws {
        try Array(text.utf8).withUnsafeBytes { try socket.sendAll($0) }
    }
}
#endif
