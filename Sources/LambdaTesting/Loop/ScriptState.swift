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
// delivered or answered over it. A poll over a new connection comes from a slot whose old one has
// ended, which the thread that serves the old one may notice later than the poll arrives. An answer
// may also be lost on its way, with its connection: where every slot polls, none is at work any more,
// and whatever was delivered is over.

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
        /// A boolean value indicating whether a later connection has polled since the answer.
        var isFollowed = false
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
    /// The connections whose polls have not been answered.
    private var polling: Set<Int> = []
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
        polling.insert(request.connection)
        let isIdle = polling.count == threads && polls.isEmpty
        var settled = Settled()
        for (token, invocation) in invocations {
            guard let connection = invocation.connection else { continue }
            let isAnswered = !invocation.completion.posts.isEmpty
            // With one thread there is one slot, which has done with whatever it was given.
            let hasLostConnection = descriptors[connection] == nil && (threads == 1 || isAnswered)
            if connection == request.connection || hasLostConnection || isIdle {
                settle(token, in: &settled)
            } else if isAnswered, request.connection > connection {
                invocations[token]?.isFollowed = true
            }
        }
        return settled
    }

    /// Takes note of the end of a connection, and ends the invocation that a poll over a newer one has
    /// ended before.
    mutating func closing(_ connection: Int) -> Settled {
        descriptors[connection] = nil
        stalled.remove(connection)
        polling.remove(connection)
        var settled = Settled()
        for (token, invocation) in invocations
        where invocation.connection == connection && invocation.isFollowed {
            settle(token, in: &settled)
        }
        return settled
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
        polling.remove(connection)
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

    /// The invocation that an answer is for: of those with its identifier, one that was delivered.
    private func token(of request: RecordedRequest) -> Int? {
        guard let id = request.requestID else { return nil }
        return invocations.first { _, invocation in
            invocation.connection != nil && invocation.event.parameters.requestID == id
        }?.key
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
