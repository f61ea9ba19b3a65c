import LambdaTransport

// When an invocation is over
// --------------------------
// To Lambda an invocation is complete when the next poll arrives, and so it is here: what the loop
// does after it has posted, a line in the log perhaps, then belongs to the invocation it is about.
//
//     GET next  ->  event 1        (delivered)
//     POST 1/response  ->  202     (answered)
//     GET next                     (event 1 is over, and whoever waits for it goes on)
//
// Which invocation a poll ends is told by the connection: the slot that polls has handled what was
// delivered or answered over it. An invocation whose connection has ended is over when every slot has a
// connection over which it has sent something: the slot that handled it polls over one of those, or it
// would have answered over it. So nothing has to be known about the answer, which may have been lost on
// its way.
//
//     connections 1, 2, 3       event A over 2, event B over 3
//     2 ends, 3 ends            which slots those were, no request will tell
//     GET next over 4           of A or of B? Of what has been answered, if anything has
//     GET next over 5           1, 4, 5: three slots, and none of them handles A or B
//
// A slot may have ended for good. Then a poll over a new connection is taken to be from the slot of the
// oldest invocation that has been answered.

/// What has happened at a ``ScriptedRuntimeAPI``, and what is to happen.
struct ScriptState {
    /// What a poll is answered with.
    enum Poll {
        case step(ScriptedStep)
        /// Comes before the event of an invocation, and goes with it.
        case fault(ScriptedStep, invocation: Int)
        case event(Int)
    }

    /// An invocation, from its being queued to its end.
    struct Tracked {
        var event: ScriptedEvent
        var postSteps: ArraySlice<ScriptedStep>
        var onPiece: (@Sendable ([UInt8]) -> Void)?
        var continuation: CheckedContinuation<Completion, any Error>
        /// The connection that the event went over, and then its answer; `nil` before.
        var connection: Int?
        var deadlineMilliseconds: Int64 = 0
        var completion = Completion()
    }

    /// What came of an invocation.
    struct Completion: Sendable {
        var posts: [RecordedRequest] = []
        var deliveredAt: Int64 = 0
        var answeredAt: Int64?
        var isLate = false
    }

    /// Those who wait for something that has happened.
    struct Settled {
        var invocations: [(CheckedContinuation<Completion, any Error>, Completion)] = []
        /// Whose event will never be sent.
        var undelivered: [CheckedContinuation<Completion, any Error>] = []

        func resume(undelivered error: LambdaTestError? = nil) {
            for (continuation, completion) in invocations {
                continuation.resume(returning: completion)
            }
            for continuation in undelivered {
                continuation.resume(throwing: error ?? .ended(.ended))
            }
        }
    }

    private var polls: ArraySlice<Poll>
    private var posts: ArraySlice<ScriptedStep>
    private var invocations: [Int: Tracked] = [:]
    private var tokens = 0

    /// A boolean value indicating whether a poll that finds nothing waits.
    var isOpen: Bool
    var isStopped = false
    var requests: [RecordedRequest] = []
    var connections = 0
    var closed = 0
    /// The descriptors of the open connections.
    var descriptors: [Int: Int32] = [:]
    /// The connections over which nothing more is sent.
    var stalled: Set<Int> = []
    /// Whether a connection that begins to stall from now on is broken off as well.
    var endsStalls = false
    /// The open connections over which a slot has sent something.
    private var bound: Set<Int> = []
    /// How many such connections there have been.
    private var bindings = 0
    /// How many invocations the loop works on at once.
    var slots = 1
    var threads = 0
    var stopping: [CheckedContinuation<Void, Never>] = []

    /// What is to be said about the function's own life.
    var lifecycle = ScriptedLifecycle()

    private(set) var hasBeenPolled = false
    private(set) var initializationError: RecordedRequest?
    /// How the loop ended, `nil` while it runs.
    private(set) var exit: TestLambda.Exit?

    init(polls: [Poll] = [], posts: [ScriptedStep] = [], isOpen: Bool) {
        self.polls = polls[...]
        self.posts = posts[...]
        self.isOpen = isOpen
    }
}

// MARK: - What the loop does

extension ScriptState {
    /// Takes note of a poll, and ends the invocation that it ends.
    mutating func polled(_ request: RecordedRequest) -> Settled {
        requests.append(request)
        hasBeenPolled = true
        let isNew = bind(request.connection)
        var settled = Settled()
        for (token, invocation) in invocations where invocation.connection == request.connection {
            settle(token, in: &settled)
        }
        settleLost(in: &settled)
        // The first poll of each slot follows nothing.
        if isNew, bound.count < slots, bindings > slots { settleAnswered(in: &settled) }
        return settled
    }

    /// Takes note that a connection is a slot's.
    ///
    /// - Returns: Whether that is new.
    @discardableResult
    private mutating func bind(_ connection: Int) -> Bool {
        let isNew = bound.insert(connection).inserted
        if isNew { bindings += 1 }
        return isNew
    }

    /// Takes note of the end of a connection.
    mutating func closing(_ connection: Int) -> Settled {
        descriptors[connection] = nil
        stalled.remove(connection)
        bound.remove(connection)
        var settled = Settled()
        settleLost(in: &settled)
        return settled
    }

    /// Ends the invocations that have lost their connection, if every slot has another one.
    private mutating func settleLost(in settled: inout Settled) {
        guard bound.count >= slots, invocations.values.contains(where: hasLostConnection) else {
            return
        }
        // The thread that serves a connection may notice its end later than a poll over another arrives.
        bound = bound.filter { descriptors[$0].map(ScriptedServer.hasEnded) != true }
        guard bound.count == slots else { return }
        for (token, invocation) in invocations where hasLostConnection(invocation) {
            settle(token, in: &settled)
        }
    }

    /// Ends the oldest invocation that has been answered and has lost its connection.
    private mutating func settleAnswered(in settled: inout Settled) {
        let answered = invocations.filter { _, invocation in
            // An answer that broke off is of a handler that may not know yet.
            hasLostConnection(invocation) && invocation.completion.posts.last?.isWhole == true
        }
        guard let oldest = answered.min(by: { $0.key < $1.key }) else { return }
        settle(oldest.key, in: &settled)
    }

    private func hasLostConnection(_ invocation: Tracked) -> Bool {
        invocation.connection.map { !bound.contains($0) } ?? false
    }

    private mutating func settle(_ token: Int, in settled: inout Settled) {
        guard let invocation = invocations.removeValue(forKey: token) else { return }
        settled.invocations.append((invocation.continuation, invocation.completion))
    }

    /// What becomes of a poll, `nil` while it has to wait.
    mutating func pollStep(_ connection: Int) -> PollStep? {
        if isStopped { return PollStep(step: nil) }
        guard let poll = polls.popFirst() else {
            return isOpen ? nil : PollStep(step: .status(410))
        }
        switch poll {
        case .step(let step), .fault(let step, _): return PollStep(step: step)
        case .event(let token):
            guard var invocation = invocations[token] else { return PollStep(step: nil) }
            let timeout = invocation.event.parameters.timeout.wholeMilliseconds
            invocation.connection = connection
            invocation.deadlineMilliseconds = WallClock.milliseconds + timeout
            invocation.completion.deliveredAt = MonotonicClock.nanoseconds
            invocations[token] = invocation
            let deadline = invocation.deadlineMilliseconds
            return PollStep(step: invocation.event.step(deadlineMilliseconds: deadline))
        }
    }

    /// What a poll that need not wait is answered with; with nothing, the connection ends.
    struct PollStep {
        var step: ScriptedStep?
    }

    /// What the next post is answered with, where the script says so.
    func nextPostStep(_ request: RecordedRequest) -> ScriptedStep? {
        token(of: request).flatMap { invocations[$0]?.postSteps.first } ?? posts.first
    }

    /// Who is told of the pieces of an answer.
    func pieceHandler(for request: RecordedRequest) -> (@Sendable ([UInt8]) -> Void)? {
        token(of: request).flatMap { invocations[$0]?.onPiece }
    }

    /// Takes note of an answer that broke off.
    mutating func brokeOff(_ request: RecordedRequest) {
        requests.append(request)
        bind(request.connection)
        if let token = token(of: request) {
            invocations[token]?.connection = request.connection
            invocations[token]?.completion.posts.append(request)
        }
    }

    /// Takes note of an answer.
    ///
    /// - Returns: What it is answered with.
    mutating func post(_ request: RecordedRequest) -> ScriptedStep {
        requests.append(request)
        bind(request.connection)
        if request.isInitializationError { initializationError = request }
        guard let token = token(of: request), var invocation = invocations[token] else {
            return posts.popFirst() ?? .status(202)
        }
        let isLate = WallClock.milliseconds > invocation.deadlineMilliseconds
        invocation.connection = request.connection
        invocation.completion.posts.append(request)
        invocation.completion.isLate = isLate
        if invocation.completion.answeredAt == nil {
            invocation.completion.answeredAt = MonotonicClock.nanoseconds
        }
        let step = invocation.postSteps.popFirst() ?? posts.popFirst()
        invocations[token] = invocation
        if let step { return step }
        if isLate { return .status(410) }
        let limit = request.isStreamed ? 209_715_200 : 6_291_556
        return .status(request.body.count > limit ? 413 : 202)
    }

    /// The invocation that an answer is for: of those with its identifier, one that was delivered, and
    /// over this connection if there are several.
    private func token(of request: RecordedRequest) -> Int? {
        guard let id = request.requestID else { return nil }
        let delivered = invocations.filter { _, invocation in
            invocation.connection != nil && invocation.event.parameters.requestID == id
        }
        let own = delivered.first { $0.value.connection == request.connection }
        return (own ?? delivered.first)?.key
    }

    /// Takes note that the loop has ended: what was delivered is over, and the rest will never be.
    mutating func ended(_ exit: TestLambda.Exit) -> Settled {
        self.exit = exit
        var settled = Settled()
        for invocation in invocations.values {
            if invocation.connection == nil {
                settled.undelivered.append(invocation.continuation)
            } else {
                settled.invocations.append((invocation.continuation, invocation.completion))
            }
        }
        invocations = [:]
        polls = []
        return settled
    }
}

// MARK: - What the test does

extension ScriptState {
    /// Names an invocation to be.
    mutating func makeToken() -> Int {
        tokens += 1
        return tokens
    }

    /// Queues an event.
    mutating func enqueue(_ token: Int, _ invocation: Tracked, after faults: [ScriptedStep]) {
        invocations[token] = invocation
        polls.append(contentsOf: faults.map { .fault($0, invocation: token) })
        polls.append(.event(token))
    }

    /// How far an invocation has come.
    enum Stage {
        case initializing
        case queued
        case delivered
        case answered
    }

    /// Forgets an invocation that nobody waits for any longer.
    ///
    /// - Returns: Who did, and how far it had come; `nil` if it is over.
    mutating func abandon(
        _ token: Int
    ) -> (CheckedContinuation<Completion, any Error>, Stage)? {
        guard let invocation = invocations.removeValue(forKey: token) else { return nil }
        polls.removeAll { poll in
            switch poll {
            case .step: false
            case .fault(_, let owner), .event(let owner): owner == token
            }
        }
        if invocation.connection == nil {
            return (invocation.continuation, hasBeenPolled ? .queued : .initializing)
        }
        let isAnswered = !invocation.completion.posts.isEmpty
        return (invocation.continuation, isAnswered ? .answered : .delivered)
    }
}
