import LambdaHTTPShared
import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a ``ScriptedServer`` asks and tells, from its threads.
protocol ServerScript: Sendable {
    /// Asked when the head of a request has arrived and its body has not.
    ///
    /// - Returns: How many pieces of the body to read before it is answered, `nil` for all.
    func piecesToRead(of request: RecordedRequest) -> Int?
    /// Told of each piece of a body in chunks.
    func received(_ piece: [UInt8], of request: RecordedRequest)
    /// Told of a request in chunks that broke off.
    func brokeOff(_ request: RecordedRequest)
    /// Asked for each request; blocks while there is nothing to answer a poll with.
    ///
    /// - Returns: What to do, `nil` to close the connection.
    func step(for request: RecordedRequest) -> ScriptedStep?
    /// Told of a connection.
    ///
    /// - Returns: Its number, `nil` to close it and to end.
    func connected(_ descriptor: Int32) -> Int?
    /// Told before the connection is closed, while its descriptor is still its own.
    func closing(_ connection: Int)
    /// Told after it has been closed.
    func closed()
    /// A boolean value indicating whether to break off.
    var isStopped: Bool { get }
    /// Told when a thread ends.
    func threadEnded()
}

/// The threads behind a ``ScriptedRuntimeAPI``: each serves one connection after the other.
final class ScriptedServer: Sendable {
    private final class OpenListener: Sendable {
        let listener: Listener

        init(_ listener: consuming Listener) {
            self.listener = listener
        }
    }

    private let listener: Monitor<OpenListener?>
    private let endpoint: Endpoint
    private let script: any ServerScript

    init(_ listener: consuming Listener, _ endpoint: Endpoint, _ script: any ServerScript) {
        self.listener = Monitor(OpenListener(listener))
        self.endpoint = endpoint
        self.script = script
    }

    /// Starts a thread.
    ///
    /// - Returns: 0, or the error number with which the system refused.
    func start() -> Int32 {
        Thread.start { [self] in
            run()
            script.threadEnded()
        }
    }

    private func run() {
        while let socket = accept() {
            let descriptor = socket.descriptor
            guard let connection = script.connected(descriptor) else { return }
            serve(socket, connection)
            script.closed()
        }
    }

    private func accept() -> Socket? {
        guard let open = listener.withLock({ $0 }) else { return nil }
        // The next request comes when the handler has done, which on a busy machine takes its time. The end
        // of the script breaks every connection off.
        return try? open.listener.accept(stallLimit: .seconds(3600))
    }

    /// Refuses connections from now on, and wakes the threads that wait for one.
    func refuse() {
        guard let open = listener.withLock({ $0.take() }) else { return }
        open.listener.shutdown()
    }

    /// Wakes as many threads as may wait for a connection.
    ///
    /// On Linux `refuse()` has done so. Darwin leaves a thread in `accept`, with the listening socket
    /// open.
    func wake(_ threads: Int) {
        #if canImport(Darwin)
        guard let addresses = try? endpoint.addresses() else { return }
        for _ in 0..<threads {
            for address in addresses {
                _ = try? Socket.connect(to: address, stallLimit: .seconds(1))
            }
        }
        #endif
    }

    /// Ends a connection under the thread that serves it.
    static func breakOff(_ descriptor: Int32) {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// A boolean value indicating whether the client has ended a connection, and has nothing under way.
    static func hasEnded(_ descriptor: Int32) -> Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 0
    }

    private func serve(_ socket: consuming Socket, _ connection: Int) {
        let ending = exchange(over: socket, connection)
        // From here on nobody else may touch the descriptor.
        script.closing(connection)
        switch ending {
        case .close: socket.waitOnClose()
        case .reset: socket.resetOnClose()
        case .refuse: refuse()
        case .keep, .stall: break
        }
    }

    /// Answers requests until the connection is to end, or has ended.
    private func exchange(
        over socket: borrowing Socket,
        _ connection: Int
    ) -> ScriptedStep.Ending {
        var reader = HTTPReader(role: .request, bodyLimit: 256 << 20)
        while (try? reader.receive(from: socket, until: .head)) == true {
            let head = Self.record(reader, connection)
            let limit = reader.parser.isComplete ? nil : script.piecesToRead(of: head)
            let isRead = readBody(&reader, over: socket, atMost: limit, of: head)
            let request = Self.record(reader, connection)
            guard isRead else {
                if reader.parser.isChunked { script.brokeOff(request) }
                return .keep
            }
            guard let step = script.step(for: request) else { return .keep }
            send(step, over: socket)
            if step.ending == .stall {
                reader.reset()
                _ = try? reader.receive(from: socket)
            }
            if step.ending != .keep { return step.ending }
            guard readBody(&reader, over: socket, atMost: nil, of: nil) else { return .keep }
            reader.next()
        }
        return .keep
    }

    /// Reads a body, or the first pieces of it.
    ///
    /// - Returns: Whether that much has arrived.
    private func readBody(
        _ reader: inout HTTPReader,
        over socket: borrowing Socket,
        atMost limit: Int?,
        of request: RecordedRequest?
    ) -> Bool {
        var start = 0
        var count = 0
        while true {
            for size in reader.parser.chunkSizes.dropFirst(count) {
                guard start + size <= reader.parser.body.count else { break }
                if let request {
                    let piece = UnsafeRawBufferPointer(rebasing: reader.body[start..<start + size])
                    script.received(Array(piece), of: request)
                }
                start += size
                count += 1
            }
            if let limit, count >= limit { return true }
            if reader.parser.isComplete { return true }
            guard (try? reader.receive(from: socket, until: .progress)) == true else {
                return false
            }
        }
    }

    private func send(_ step: ScriptedStep, over socket: borrowing Socket) {
        if step.delay > .zero { Thread.sleep(for: step.delay) }
        var start = 0
        for end in step.cuts.filter({ $0 < step.bytes.count }) + [step.bytes.count]
        where end > start {
            if start > 0, step.pause > .zero {
                if script.isStopped { return }
                Thread.sleep(for: step.pause)
            }
            step.bytes[start..<end].withUnsafeBytes { _ = try? socket.sendAll($0) }
            start = end
        }
    }

    private static func record(
        _ reader: borrowing HTTPReader,
        _ connection: Int
    ) -> RecordedRequest {
        func text(_ range: Range<Int>) -> String {
            String(decoding: reader.bytes(range), as: UTF8.self)
        }
        let body = Array(reader.body)
        var rest = body[...]
        return RecordedRequest(
            method: text(reader.parser.method),
            path: text(reader.parser.target),
            headers: HTTPHeaders(reader.parser.fields.map { (text($0.name), text($0.value)) }),
            body: body,
            connection: connection,
            pieces: reader.parser.chunkSizes.map { size in
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            },
            trailers: HTTPHeaders(reader.parser.trailers.map { (text($0.name), text($0.value)) }),
            isWhole: reader.parser.isComplete
        )
    }
}
