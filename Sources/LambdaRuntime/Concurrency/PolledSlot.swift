import LambdaTransport

/// One of many places where an invocation runs: polls, has the event handled, answers, polls again.
///
/// It belongs to its ``SlotThread``, and never blocks: each function goes as far as it can.
final class PolledSlot {
    /// The exchange that is under way over the connection.
    enum Exchange {
        case none
        case poll
        /// A whole answer, or an error.
        case post
        /// The beginning of a streamed response, or a further part.
        case streamPart
        case streamEnd
    }

    /// An answer on its way, which is kept for the case that it may be sent again.
    struct Answer {
        var path: StaticString = ""
        var bytes: [UInt8] = []
        var start = 0
        var attempts = 0
        /// Whether the service has ended the invocation already, and may say so.
        var isBelated = false
    }

    /// How many handlers may run on past their deadlines while the slot goes on.
    private static let stuckLimit = 1
    /// From this size on, an event takes too long to decode for a thread that has other slots.
    private static let poolSize = 64 * 1024
    /// From this size on, the memory of an event or an answer is worth a call to give it back.
    static let largeSize = 512 * 1024
    /// Up to this size the memory of an answer is kept for the next one, by each slot.
    static let restingCapacity = 4096

    let number: Int
    let thread: SlotThread
    let connection: PolledConnection
    var exchange = Exchange.none
    var answer = Answer()

    /// The invocation whose handler is at work.
    var current: PolledInvocation?
    /// How far its response has come, where it is posted step by step.
    var phase = ResponseInParts.Phase.nothingSent
    /// The invocation whose task waits for a step, which may be over.
    var waiting: PolledInvocation?
    /// Why no further step can be done.
    var stepError: LambdaError?
    var storage: ContextStorage?
    private var cancelsAt = Int64.max
    private var endsAt = Int64.max
    /// Whether the event is being decoded on another thread, so that it must stay where it is.
    private var isDecoding = false
    private var hasCancelled = false

    /// When a pause ends, after which the exchange is begun again; a poll, where there is none.
    private var pauseEnd = Int64.max
    /// How many polls have failed since the last invocation that could be used.
    private var failures = 0
    /// How many handlers run on past their deadlines.
    private var stuck = 0
    private var isResting = false
    var spare: [UInt8] = []
    /// Whether the event or the answer was so large that its memory is given back.
    var isLarge = false
    private var mark: InvocationMark
    /// Whether an end in good order waits for the slot.
    private var isCounted = false

    init(number: Int, thread: SlotThread, poller: Poller) {
        self.number = number
        self.thread = thread
        mark =
            thread.all.surroundings.ownsProcess
            ? InvocationMark(ofProcessAlone: false) : InvocationMark()
        connection = PolledConnection(
            to: thread.rules.endpoint,
            stallLimit: thread.rules.patience.stallLimit,
            poller: poller,
            number: number
        )
    }

    var rules: RuntimeAPIRules { thread.rules }
}

// MARK: - What happens

extension PolledSlot {
    /// Takes note of what the poller says about the connection.
    func changed(_ change: SocketChange) {
        connection.note(change)
        drive()
    }

    /// Looks what time has run out.
    func expired() {
        let now = thread.now
        if now >= pauseEnd {
            pauseEnd = .max
            if exchange == .none { startPoll() } else { sendAnswer() }
        }
        if exchange != .none, pauseEnd == .max {
            if now >= connection.deadline, connection.isHeldBack, let current {
                rules.logUnread(current.storage)
                connection.waitForReader()
            } else if let failure = connection.expire(now) {
                failed(failure)
            } else {
                drive()
            }
        }
        if current != nil {
            if now >= cancelsAt { cancelHandler() }
            if now >= endsAt, !isDecoding { abandonHandler() }
        }
        setAlarm()
    }

    /// Takes a message of a handler's task.
    func received(_ message: SlotThread.Message) {
        let invocation = message.invocation
        guard invocation === current else { return receivedLate(message) }
        isDecoding = false
        if message.isBeginning {
            // A handler may be quicker than the message, and its first step be under way already.
            if exchange == .none { connection.forgetMessage() }
            invocation.task = invocation.takeStartedTask()
            if hasCancelled { invocation.task?.cancel() }
            setAlarm()
        } else if let step = invocation.takeStep() {
            waiting = invocation
            perform(step)
        } else {
            ended(invocation)
        }
    }

    /// The thread ends: the handler's task should, too, and must not wait for it.
    @inline(never)
    @_optimize(size)
    func cancel() {
        current?.task?.cancel()
        waiting.take()?.refuseStep()
    }

    /// Goes on with the exchange, as far as it can.
    func drive() {
        guard exchange != .none, pauseEnd == .max else { return }
        do throws(HTTPFailure) {
            switch try connection.advance(thread.now) {
            case .waiting: setAlarm()
            case .needsMore: partSent()
            case .complete: completed()
            }
        } catch {
            failed(error)
        }
    }

    func setAlarm() {
        var time = min(connection.deadline, pauseEnd)
        if current != nil {
            // What is still being decoded is looked at again when it has been.
            time = min(time, cancelsAt, isDecoding ? .max : endsAt)
        }
        thread.setAlarm(time, for: number)
    }

    private func completed() {
        let ended = exchange
        exchange = .none
        switch ended {
        case .none: break
        case .poll: polled(rules.polled(connection.reader))
        case .post: posted(connection.reader.parser.status)
        case .streamPart: streamAnswered(connection.reader.parser.status)
        case .streamEnd: streamEnded(connection.reader.parser.status)
        }
    }

    @inline(never)
    @_optimize(size)
    private func failed(_ failure: HTTPFailure) {
        let ended = exchange
        exchange = .none
        if ended == .poll { return polled(rules.pollFailed(failure, connection.reader)) }
        answer.attempts += 1
        if failure.isCertainlyUnprocessed, answer.attempts < rules.patience.attempts {
            exchange = ended
            // The first repetition needs no pause: the connection had been idle, and ended.
            if answer.attempts == 1 { return sendAnswer() }
            return wait(before: answer.attempts - 1)
        }
        if ended != .post { return streamFailed(failure) }
        _ = rules.unconfirmed(failure, answer.path, storage)
        answered()
    }

    private func wait(before attempt: Int) {
        let duration = rules.pause(before: attempt).wholeMilliseconds
        pauseEnd = thread.now + duration * 1_000_000
        setAlarm()
    }
}

// MARK: - Polling

extension PolledSlot {
    /// Asks for the next event, if the slot can take one.
    func poll() {
        if isLarge { giveMemoryBack() }
        if isCounted {
            isCounted = false
            thread.all.shutdown?.finish()
        }
        if failures >= rules.patience.attempts { return end(.serviceFailed) }
        if stuck > Self.stuckLimit { return rest() }
        if failures > 0 { return wait(before: failures) }
        startPoll()
    }

    private func startPoll() {
        if let shutdown = thread.all.shutdown, shutdown.isEnding { return end(.ended) }
        exchange = .poll
        connection.begin(thread.nextRequest, patience: .unlimited, now: thread.now)
        drive()
    }

    private func polled(_ poll: RuntimeAPIClient.Poll?) {
        switch poll {
        case .invocation(let invocation):
            failures = 0
            begin(invocation.storage)
        case .broken(let invocation, let error):
            failures += 1
            storage = invocation.storage
            fail(ErrorReport(error))
        case .end:
            end(.ended)
        case .failed, nil:
            failures += 1
            self.poll()
        }
    }

    @inline(never)
    @_optimize(size)
    private func end(_ reason: InvocationLoop.Exit) {
        connection.close()
        setAlarm()
        thread.slotEnded(reason)
    }

    @inline(never)
    @_optimize(size)
    private func rest() {
        isResting = true
        setAlarm()
        rules.logger(for: storage).error("\(LambdaError.slotRests())")
        thread.all.slotRests(true)
    }
}

// MARK: - Handling

extension PolledSlot {
    private func begin(_ storage: ContextStorage) {
        var buffer: [UInt8] = []
        swap(&buffer, &spare)
        let invocation = PolledInvocation(storage, number: number, thread: thread, spare: buffer)
        self.storage = storage
        if let shutdown = thread.all.shutdown {
            isCounted = true
            shutdown.begin()
        }
        mark.begin(storage)
        current = invocation
        phase = .nothingSent
        stepError = nil
        hasCancelled = false
        setLimits(of: invocation.deadline)
        start(invocation)
        setAlarm()
    }

    /// Notes when to cancel the handler, and when to leave it alone.
    private func setLimits(of deadline: HandlerDeadline) {
        // One after the other, so that neither comes too early. Nor would the thread's own time do: since
        // its last wait it may have decoded the events of other slots.
        let time = WallClock.milliseconds
        let now = MonotonicClock.nanoseconds
        func monotonic(_ milliseconds: Int64) -> Int64 {
            // Some emulators send a deadline of many years.
            now + min(max(0, milliseconds - time), 1_000_000_000_000) * 1_000_000
        }
        cancelsAt = monotonic(deadline.cancellation)
        endsAt = monotonic(deadline.end)
    }

    /// The one place where the task of an invocation is started.
    private func start(_ invocation: PolledInvocation) {
        let event = connection.reader.body
        let context = LambdaContext(storage: invocation.storage)
        let function = thread.function
        guard event.count > Self.poolSize else {
            // The task inherits it, as it does from the blocking loop.
            invocation.task = LambdaContext.$current.withValue(context) {
                function.begin(event, context: context, on: invocation)
            }
            connection.forgetMessage()
            return
        }
        isDecoding = true
        if event.count > Self.largeSize { isLarge = true }
        // The slot leaves the bytes alone until it is told that the handler has begun.
        nonisolated(unsafe) let payload = event
        // Kept, with the memory of the bytes, where the thread ends meanwhile; nothing else is done with it here.
        nonisolated(unsafe) let connection = connection
        Task {
            let task = withExtendedLifetime(connection) {
                LambdaContext.$current.withValue(context) {
                    function.begin(payload, context: context, on: invocation)
                }
            }
            invocation.begun(task)
        }
    }

    private func ended(_ invocation: PolledInvocation) {
        current = nil
        mark.end()
        invocation.task = nil
        if let contentType = invocation.takeContentType() {
            return respond(invocation.takeAnswer(), contentType: contentType)
        }
        switch invocation.takeOutcome() {
        case .failed(let report):
            fail(hasCancelled ? invocation.deadline.explaining(report) : report)
        case .settled:
            poll()
        case .initialized, nil:
            fail(ErrorReport(.internalError("no outcome")))
        }
    }

    @inline(never)
    @_optimize(size)
    private func cancelHandler() {
        cancelsAt = .max
        hasCancelled = true
        current?.task?.cancel()
    }

    /// Leaves a handler alone that has not ended in time: to the service its invocation is over.
    @inline(never)
    @_optimize(size)
    private func abandonHandler() {
        guard let invocation = current.take() else { return }
        mark.end()
        stuck += 1
        let report = invocation.deadline.exceeded()
        finishStep(.over(.stepAfterDeadline()))
        switch phase {
        case .nothingSent:
            return fail(report, isBelated: true)
        case .streaming:
            exchange = .none
            pauseEnd = .max
            answer.bytes = []
            connection.close()
        case .over: break
        }
        rules.logFailure(report, of: invocation.storage)
        // The answer that the handler had waited for is sent to its end.
        if exchange == .none { poll() }
    }

    /// Takes what a handler says whose invocation was over before.
    @inline(never)
    @_optimize(size)
    private func receivedLate(_ message: SlotThread.Message) {
        let invocation = message.invocation
        if message.isBeginning { return }
        if invocation.takeStep() != nil {
            return invocation.finishStep(.over(.stepAfterDeadline()))
        }
        invocation.task = nil
        stuck -= 1
        let delay = invocation.deadline.delay
        let log = rules.logger(for: invocation.storage)
        if invocation.takeContentType() != nil {
            log.warn("\(LambdaError.answeredLate(delay))")
        } else {
            log.info("\(LambdaError.endedLate(delay))")
        }
        guard isResting, stuck <= Self.stuckLimit else { return }
        isResting = false
        thread.all.slotRests(false)
        poll()
    }
}
