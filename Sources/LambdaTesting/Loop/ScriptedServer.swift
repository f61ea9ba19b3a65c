import LambdaTransport

/// What a ``ScriptedServer`` asks and tells.
protocol ServerScript {
    /// Asked when the head of a request has arrived and its body has not.
    func answersEarly(_ request: RecordedRequest) -> Bool
    func nextStep(_ request: RecordedRequest) -> ScriptedStep
    /// Returns whether to serve the connection, or to end.
    func connected() -> Bool
    func closed()
}

/// The thread behind a ``ScriptedRuntimeAPI``.
final class ScriptedServer: @unchecked Sendable {
    // Sendable: made by one thread, then used by the server's thread alone.
    private var listener: Listener?

    init(_ listener: consuming Listener) {
        self.listener = consume listener
    }

    /// Serves one connection after the other until it is told to end, or to refuse.
    func run(_ script: some ServerScript) {
        while let socket = accept() {
            guard script.connected() else { return }
            serve(socket, script)
            script.closed()
        }
    }

    private func accept() -> Socket? {
        switch listener {
        // A client that leaves a connection open must not keep the thread for ever.
        case .some(let open): return try? open.accept(stallLimit: ScriptedRuntimeAPI.patience * 2)
        case .none: return nil
        }
    }

    private func serve(_ socket: consuming Socket, _ script: some ServerScript) {
        var reader = HTTPReader(role: .request)
        while (try? reader.receive(from: socket, until: .head)) == true {
            let isEarly = !reader.parser.isComplete && script.answersEarly(Self.record(reader))
            if !isEarly {
                guard (try? reader.receive(from: socket)) == true else { return }
            }
            let chosen = script.nextStep(Self.record(reader))
            send(chosen, over: socket)
            if chosen.ending != .keep {
                end(socket, chosen.ending, &reader)
                return
            }
            reader.next()
        }
    }

    private func send(_ step: ScriptedStep, over socket: borrowing Socket) {
        if step.delay > .zero { Thread.sleep(for: step.delay) }
        var start = 0
        for end in step.cuts.filter({ $0 < step.bytes.count }) + [step.bytes.count]
        where end > start {
            step.bytes[start..<end].withUnsafeBytes { _ = try? socket.sendAll($0) }
            start = end
        }
    }

    private func end(
        _ socket: consuming Socket,
        _ ending: ScriptedStep.Ending,
        _ reader: inout HTTPReader
    ) {
        switch ending {
        case .keep: break
        case .close: socket.waitOnClose()
        case .reset: socket.resetOnClose()
        case .refuse: listener = nil
        case .stall:
            reader.reset()
            _ = try? reader.receive(from: socket)
        }
    }

    private static func record(_ reader: borrowing HTTPReader) -> RecordedRequest {
        func text(_ range: Range<Int>) -> String {
            String(decoding: reader.bytes(range), as: UTF8.self)
        }
        return RecordedRequest(
            method: text(reader.parser.method),
            target: text(reader.parser.target),
            fields: reader.parser.fields.map { (text($0.name), text($0.value)) },
            body: Array(reader.body)
        )
    }
}
