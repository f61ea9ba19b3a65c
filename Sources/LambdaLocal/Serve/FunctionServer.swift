#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport

// The way of an invocation
// ------------------------
//
//     POST …/invocations     dispatch           answered              completed
//   --------------------> queue ----> instance ---------> the caller ----------> the next one
//                           ^                                   |
//                           +---- an event that has failed, after a while, twice
//
// One thread does it all. It waits for whatever is next of: a request, something from a process, the
// timeout of an invocation, an event that is to be tried again, a signal.

/// The Invoke API over processes of one function, as the service has it.
final class FunctionServer {
    let server: LocalServer
    let function: ServedFunction
    /// What makes events of requests that are not for the Invoke API.
    ///
    /// `nil` where the function is not for such requests.
    private let front: HTTPFront?
    private let launch: InstanceLauncher
    private let initializationLimit: Duration
    /// How long an event that has failed waits for its second and its third attempt.
    private let retryDelays: [Duration]
    private let log: ([UInt8]) -> Void

    /// The invocations that wait for a process, oldest first.
    private var queue: [InvokeJob] = []
    /// The invocations that a process has, by the id of the request.
    var running: [String: InvokeJob] = [:]
    /// The events that have failed, and when they are tried again.
    private var retries: [(due: ContinuousClock.Instant, job: InvokeJob)] = []
    private var instances: [FunctionInstance] = []
    /// A boolean value indicating whether nothing is begun any more.
    private var isEnding = false

    /// The most invocations that wait.
    static let queueLimit = 1000

    /// Starts listening.
    ///
    /// - Parameters:
    ///   - function: The function, as the service knows it.
    ///   - server: Where the API listens.
    ///   - front: What makes events of all other requests.
    ///   - initializationLimit: How long a process may take to ask for its first event.
    ///   - retryDelays: One minute and two minutes on Lambda.
    ///   - log: Takes the lines of the log.
    ///   - launch: Starts a process.
    init(
        _ function: ServedFunction,
        on server: LocalServer,
        front: HTTPFront? = nil,
        initializationLimit: Duration,
        retryDelays: [Duration] = [.seconds(1), .seconds(2)],
        log: @escaping ([UInt8]) -> Void,
        launch: @escaping InstanceLauncher
    ) {
        self.function = function
        self.server = server
        self.front = front
        self.initializationLimit = initializationLimit
        self.retryDelays = retryDelays
        self.log = log
        self.launch = launch
        server.answersHalfClosed = true
    }

    /// Waits until something happens, at most for `limit`, and handles all of it.
    func advance(atMost limit: Duration) {
        var readiness = Readiness()
        server.prepare(&readiness)
        for instance in instances {
            instance.holdsResponse = hasSlowCaller(instance)
            instance.prepare(&readiness)
        }
        if let next = retries.map(\.due).min() {
            readiness.limit(to: ContinuousClock.now.duration(to: next))
        }
        readiness.wait(atMost: limit)

        server.advance(readiness, self)
        let now = ContinuousClock.now
        for instance in instances {
            for happening in instance.advance(readiness, at: now) { settle(happening, at: now) }
        }
        instances.removeAll { $0.hasEnded }
        guard !isEnding else { return }
        queue += retries.filter { $0.due <= now }.map(\.job)
        retries.removeAll { $0.due <= now }
        dispatch()
    }

    /// Ends the processes.
    ///
    /// Each is asked first, and may finish what it has begun. One that has not ended when its time for
    /// that is over is killed.
    func end() {
        isEnding = true
        let limit = ContinuousClock.now + FunctionProcess.grace
        for instance in instances { instance.terminate() }
        while !instances.isEmpty, ContinuousClock.now < limit { advance(atMost: .milliseconds(5)) }
        for instance in instances { instance.end(grace: .zero) }
        instances = []
    }
}

// MARK: - Requests

extension FunctionServer: ServerHandler {
    func answer(to request: ServerRequest, from connection: Int) -> ServerAnswer? {
        do throws(InvokeFault) {
            let route = InvokeRoute(path: request.path)
            let streams: Bool
            let name: String
            switch route {
            case .invoke(let function): (name, streams) = (function, false)
            case .invokeStreaming(let function): (name, streams) = (function, true)
            case nil:
                if let front { return accept(request, through: front, from: connection) }
                throw .noSuchOperation(request.method, String(request.path))
            }
            guard request.method == "POST" else { throw .methodNotAllowed }
            return try accept(
                InvokeCall(request, streams: streams, function: name, served: function),
                from: connection
            )
        } catch {
            return error.answer
        }
    }

    func answer(to refusal: ServerRefusal) -> ServerAnswer {
        switch refusal {
        case .bodyTooLarge: InvokeFault.requestTooLarge.answer
        case .malformed(let reason): .text(400, "400 Bad Request: \(reason)")
        }
    }

    /// The caller has gone; its invocation goes on, as it does on Lambda.
    func connectionEnded(_ connection: Int, unsent: String?) {}

    private func accept(
        _ call: InvokeCall,
        from connection: Int
    ) throws(InvokeFault) -> ServerAnswer? {
        guard queue.count < Self.queueLimit else { throw .tooManyRequests }
        let invocation = call.invocation
        switch call.kind {
        case .dryRun:
            return .checked(invocation, version: function.version)
        case .event:
            queue.append(InvokeJob(invocation: invocation, isEvent: true))
            return .queued(invocation)
        case .requestResponse:
            let caller = InvokeJob.Caller(
                connection: connection,
                kind: call.streams
                    ? .stream(wantsLog: call.wantsLog) : .invoke(wantsLog: call.wantsLog)
            )
            queue.append(InvokeJob(invocation: invocation, caller: caller, isEvent: false))
            return nil
        }
    }
}

extension FunctionServer {
    /// Takes a request of an HTTP client, as the service in front of the function does.
    private func accept(
        _ request: ServerRequest,
        through front: HTTPFront,
        from connection: Int
    ) -> ServerAnswer? {
        guard queue.count < Self.queueLimit else { return HTTPReply.busy(front.service).answer }
        var invocation = LocalInvocation(event: [], functionARN: function.arn(nil))
        var call = HTTPFront.Call(
            requestID: invocation.requestID,
            traceID: LocalInvocation.makeTraceID(),
            epochMilliseconds: WallClock.milliseconds
        )
        call.port = server.port
        switch front.accept(request, as: call) {
        case .refused(let reply):
            for note in reply.notes { say(note) }
            return reply.answer
        case .event(let exchange):
            for note in exchange.notes { say(note) }
            invocation.event = exchange.event
            invocation.traceID = exchange.traceID
            invocation.timeout = .seconds(function.timeoutSeconds)
            let caller = InvokeJob.Caller(connection: connection, kind: .http(exchange))
            queue.append(InvokeJob(invocation: invocation, caller: caller, isEvent: false))
            return nil
        }
    }
}

// MARK: - Invocations

extension FunctionServer {
    /// Hands what waits to the processes that wait, and to new ones.
    private func dispatch() {
        while let job = queue.first {
            if let instance = instances.first(where: \.isIdle) {
                running[job.invocation.requestID] = job
                instance.submit(job.invocation)
            } else if instances.count < function.concurrency {
                start(job)
            } else {
                return
            }
            queue.removeFirst()
        }
    }

    private func start(_ job: InvokeJob) {
        do throws(LocalFault) {
            instances.append(
                try FunctionInstance(
                    function,
                    for: job.invocation,
                    initializationLimit: initializationLimit,
                    log: log,
                    launch: launch
                )
            )
            running[job.invocation.requestID] = job
        } catch {
            say(error.message)
            guard let caller = job.caller else { return }
            switch caller.kind {
            case .invoke, .stream:
                let fault = InvokeFault.service(error.message)
                server.send(fault.answer, to: caller.connection, self)
            case .http(let exchange):
                server.send(exchange.failure.answer, to: caller.connection, self)
            }
        }
    }

    private func settle(
        _ happening: FunctionInstance.Happening,
        at now: ContinuousClock.Instant
    ) {
        switch happening {
        case .began(let requestID, let contentType): begin(requestID, contentType)
        case .sent(let requestID, let piece): pass(piece, of: requestID)
        case .answered(let requestID, let outcome):
            guard var job = running[requestID], job.caller?.awaitsEnd == false else { return }
            reply(job.result(InvokeResult(outcome)), to: &job)
            running[requestID] = job
        case .completed(let report, let tail):
            guard var job = running.removeValue(forKey: report.requestID) else { return }
            let result = job.result(InvokeResult(report))
            reply(result, to: &job, log: tail)
            if job.isEvent, result.isFailure { retry(job, at: now) }
        }
    }

    /// Answers the caller, if it still waits.
    private func reply(_ result: InvokeResult, to job: inout InvokeJob, log: [UInt8] = []) {
        guard let caller = job.caller.take() else { return }
        switch caller.kind {
        case .invoke(let wantsLog):
            let answer = ServerAnswer.completed(
                job.invocation,
                version: function.version,
                result,
                log: wantsLog ? log : nil
            )
            server.send(answer, to: caller.connection, self)
        case .stream(let wantsLog):
            finish(result, of: job, for: caller, log: wantsLog ? log : nil)
        case .http(let exchange):
            if finish(result, of: job, for: caller, exchange) { return }
            let reply = exchange.reply(to: result)
            for note in reply.notes { say(note) }
            server.send(reply.answer, to: caller.connection, self)
        }
    }

    private func retry(_ job: InvokeJob, at now: ContinuousClock.Instant) {
        let name = "The event of request \(job.invocation.requestID)"
        guard job.attempt <= retryDelays.count else {
            say(
                "\(name) has failed \(job.attempt) times and is dropped. On Lambda it would go to "
                    + "the failure destination or the dead-letter queue, if there is one."
            )
            return
        }
        say("\(name) has failed, and is tried again, as on Lambda after a minute or two.")
        var job = job
        let delay = retryDelays[job.attempt - 1]
        job.attempt += 1
        retries.append((now + delay, job))
    }
}

extension FunctionServer {
    func say(_ line: String) { log(Array((line + "\n").utf8)) }
}
#endif
