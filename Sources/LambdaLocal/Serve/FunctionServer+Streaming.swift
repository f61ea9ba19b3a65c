#if LOCAL_RUNNING
import LambdaEmulator

// Responses in pieces.
//
// A caller who takes them gets each piece as it comes; where it takes them more slowly than the function
// makes them, the function has to wait, as on Lambda. Others get the response as a whole.

extension FunctionServer {
    /// How much a caller may leave untaken before the function has to wait.
    private static let backlogLimit = 256 * 1024

    /// How much the callers have yet to take.
    var untaken: Int {
        running.values.reduce(0) { $0 + ($1.caller.map { server.backlog(of: $0.connection) } ?? 0) }
    }

    /// Whether the function in a process makes its response faster than its caller takes it.
    func hasSlowCaller(_ instance: FunctionInstance) -> Bool {
        guard let id = instance.requestID, let caller = running[id]?.caller else { return false }
        return server.backlog(of: caller.connection) > Self.backlogLimit
    }

    /// Begins the answer of a caller, where it is one in pieces.
    func begin(_ requestID: String, _ contentType: String) {
        guard var job = running[requestID], let caller = job.caller else { return }
        switch caller.kind {
        case .invoke: job.delivery = .kept([])
        case .stream:
            beginStream(of: job, for: caller)
            job.delivery = .underway
        case .http(let exchange):
            switch exchange.streaming(of: contentType) {
            case .head(let prelude): job.delivery = .head(prelude)
            case .body(let reply):
                server.begin(reply.answer, to: caller.connection, self)
                job.delivery = .underway
            case .whole: job.delivery = .kept([])
            }
        }
        running[requestID] = job
    }

    /// Passes a piece on.
    ///
    /// Where the caller has gone, there is nobody to pass it to.
    func pass(_ piece: [UInt8], of requestID: String) {
        // Taken out, so that what has been kept is not copied for each piece.
        guard var job = running.removeValue(forKey: requestID) else { return }
        defer { running[requestID] = job }
        guard let caller = job.caller else { return }
        switch job.delivery {
        case .none, .tooLarge: return
        case .kept(var bytes):
            job.delivery = .none
            bytes += piece
            job.delivery =
                bytes.count > LocalRuntimeAPI.largestAnswer ? .tooLarge : .kept(bytes)
        case .underway:
            var piece = piece
            if case .stream = caller.kind { piece = EventStream.payloadChunk(piece) }
            server.send(piece: piece, to: caller.connection, self)
        case .head(var prelude):
            guard case .http(let exchange) = caller.kind else { return }
            switch prelude.append(piece) {
            case .needsMore: job.delivery = .head(prelude)
            case .complete(let reply, let rest):
                for note in reply.notes { say(note) }
                server.begin(exchange.finish(reply).answer, to: caller.connection, self)
                server.send(piece: rest, to: caller.connection, self)
                job.delivery = .underway
            case .failed(let reply):
                for note in reply.notes { say(note) }
                server.send(exchange.finish(reply).answer, to: caller.connection, self)
                job.caller = nil
            }
        }
    }

    private func beginStream(of job: InvokeJob, for caller: InvokeJob.Caller) {
        let answer = ServerAnswer.streamed(job.invocation, version: function.version)
        server.begin(answer, to: caller.connection, self)
    }

    /// Ends the answer of a caller of the Invoke API, who takes it in pieces.
    func finish(
        _ result: InvokeResult,
        of job: InvokeJob,
        for caller: InvokeJob.Caller,
        log: [UInt8]?
    ) {
        let connection = caller.connection
        if case .underway = job.delivery {
        } else {
            beginStream(of: job, for: caller)
            if !result.isFailure, !result.payload.isEmpty {
                let message = EventStream.payloadChunk(result.payload)
                server.send(piece: message, to: connection, self)
            }
        }
        let message = EventStream.invokeComplete(error: result.streamFailure, log: log)
        server.send(piece: message, to: connection, self)
        server.finish(connection, self)
    }

    /// Ends the answer of an HTTP client, if it has begun.
    ///
    /// - Returns: Whether nothing is left to be answered.
    func finish(
        _ result: InvokeResult,
        of job: InvokeJob,
        for caller: InvokeJob.Caller,
        _ exchange: HTTPExchange
    ) -> Bool {
        switch job.delivery {
        case .none, .kept, .tooLarge: return false
        case .head(let prelude):
            guard !result.isFailure else { return false }
            let reply = exchange.finish(prelude.endedEarly())
            for note in reply.notes { say(note) }
            server.send(reply.answer, to: caller.connection, self)
        case .underway where result.isFailure:
            say(
                "The function failed in the middle of its response. The client has its status and a part "
                    + "of its body already; the connection is closed before the end."
            )
            server.abandon(caller.connection, self)
        case .underway: server.finish(caller.connection, self)
        }
        return true
    }
}

extension InvokeJob {
    /// The result with the response that has been kept.
    func result(_ result: InvokeResult) -> InvokeResult {
        guard !result.isFailure else { return result }
        switch delivery {
        case .none, .head, .underway: return result
        case .kept(let bytes):
            return InvokeResult(.response(body: bytes, contentType: result.contentType))
        case .tooLarge:
            return InvokeResult(.responseTooLarge(limit: LocalRuntimeAPI.largestAnswer))
        }
    }
}
#endif
