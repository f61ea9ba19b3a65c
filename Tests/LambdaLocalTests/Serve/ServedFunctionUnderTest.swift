#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport
import Testing

@testable import LambdaLocal

/// A served function whose processes are scripted, all in the thread of the test.
final class ServedFunctionUnderTest {
    let server: FunctionServer
    private let listener: LocalServer
    private let record = Record()

    private final class Record {
        var log: [UInt8] = []
        var processes: [ScriptedProcess] = []
    }

    var log: String { String(decoding: record.log, as: UTF8.self) }
    var processes: [ScriptedProcess] { record.processes }

    /// Starts serving.
    init(
        timeoutSeconds: Int = 60,
        concurrency: Int = 1,
        start: ScriptedProcess.Start = .ready,
        initializationLimit: Duration = .seconds(60),
        front: HTTPFront? = nil,
        script: @escaping (ScriptedProcess.Event) -> ScriptedProcess.Act
    ) throws {
        listener = try LocalServer()
        server = FunctionServer(
            ServedFunction(
                name: "Hello",
                timeoutSeconds: timeoutSeconds,
                memoryMegabytes: 128,
                concurrency: concurrency
            ),
            on: listener,
            front: front,
            initializationLimit: initializationLimit,
            retryDelays: [.zero, .zero],
            log: { [record] in record.log += $0 },
            launch: { [record] (endpoint, output) throws(LocalFault) in
                do {
                    let process = try ScriptedProcess(
                        endpoint,
                        output,
                        start: start,
                        script: script
                    )
                    record.processes.append(process)
                    return process
                } catch {
                    throw .system("\(error)")
                }
            }
        )
    }

    func connect() throws -> Client { try Client(self, port: listener.port) }

    /// Invokes the function over a connection of its own.
    func invoke(
        _ body: String = "{}",
        name: String = "Hello",
        headers: [String] = []
    ) throws -> Client.Answer {
        let client = try connect()
        try client.post("/2015-03-31/functions/\(name)/invocations", body, headers)
        return try client.answer()
    }

    /// Lets the server go on until something is the case.
    func advance(until condition: () throws -> Bool) throws {
        let limit = ContinuousClock.now + .seconds(60)
        while try !condition() {
            try #require(ContinuousClock.now < limit, "It did not come to that. \(log)")
            server.advance(atMost: .milliseconds(1))
        }
    }
}

extension ServedFunctionUnderTest {
    /// A client of the server, which goes on while the client waits.
    final class Client {
        private let function: ServedFunctionUnderTest
        private let socket: Socket
        private var reader = HTTPReader(role: .response)

        struct Answer {
            let status: Int
            let bytes: [UInt8]
            var body: String { String(decoding: bytes, as: UTF8.self) }
            /// The header fields, with their names in lower case.
            let headers: [String: String]
        }

        init(_ function: ServedFunctionUnderTest, port: UInt16) throws {
            self.function = function
            let address = try #require(SocketAddress(literal: "127.0.0.1", port: port))
            socket = try Socket.connect(to: address, stallLimit: .seconds(300))
        }

        func send(_ text: String) throws {
            try Array(text.utf8).withUnsafeBytes { try socket.sendAll($0) }
        }

        /// Sends nothing more, and waits on.
        func finishSending() { socket.finishSending() }

        func post(_ path: String, _ body: String, _ headers: [String] = []) throws {
            let fields = headers.map { $0 + "\r\n" }.joined()
            try send(
                "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)\r\n\(fields)"
                    + "\r\n\(body)"
            )
        }

        /// Waits for the next answer.
        func answer() throws -> Answer {
            socket.disableBlocking()
            var isThere = false
            try function.advance {
                do throws(HTTPFailure) {
                    isThere = try reader.receive(from: socket)
                    return true
                } catch {
                    guard case .stalled = error.reason else { throw error }
                    return false
                }
            }
            try #require(isThere, "The server has closed the connection.")
            var headers: [String: String] = [:]
            for field in reader.parser.fields {
                headers[text(field.name).lowercased()] = text(field.value)
            }
            let answer = Answer(
                status: reader.parser.status,
                bytes: Array(reader.body),
                headers: headers
            )
            reader.next()
            return answer
        }

        /// Waits for bytes, whatever they are.
        func receivedText() throws -> String {
            var readiness = Readiness()
            try function.advance {
                readiness = Readiness()
                readiness.add(socket.descriptor, reading: true)
                readiness.wait(atMost: .zero)
                return readiness.isReady(0)
            }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = try bytes.withUnsafeMutableBytes { try socket.receive(into: $0) }
            return String(decoding: bytes[..<count], as: UTF8.self)
        }

        /// Waits until a text has come.
        ///
        /// - Returns: All that has come by then.
        func receivedText(with part: String) throws -> String {
            var text = ""
            while !text.contains(part) {
                let more = try receivedText()
                try #require(!more.isEmpty, "The server has closed the connection after \(text).")
                text += more
            }
            return text
        }

        private func text(_ range: Range<Int>) -> String {
            String(decoding: reader.bytes(range), as: UTF8.self)
        }
    }
}
#endif
