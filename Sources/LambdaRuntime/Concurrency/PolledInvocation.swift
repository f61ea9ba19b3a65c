import LambdaTransport

/// An invocation of a slot that a ``SlotThread`` drives, as the function sees it.
///
/// Whatever the handler's task says goes through the inbox of the thread.
///
/// `@unchecked Sendable`: what is marked "thread" is touched by the thread alone. What is marked
/// "handed over" is set by the one side, and touched by the other when it has been told: by the start
/// of the task, or by a message. Of these there is one at a time.
final class PolledInvocation: InvocationSlot, @unchecked Sendable {
    let storage: ContextStorage
    let deadline: HandlerDeadline
    /// Which of the thread's slots it came to.
    let number: Int
    private let thread: SlotThread
    /// The handler's task, to be cancelled.
    ///
    /// Thread.
    var task: Task<Void, Never>?
    /// The same, where it was started on the pool.
    ///
    /// Handed over, by the message of its beginning.
    private var startedTask: Task<Void, Never>?
    /// Memory for the answer, and then the answer.
    ///
    /// Handed over.
    private var bytes: [UInt8]
    /// The content type of the answer, where the handler has come to one.
    ///
    /// Handed over.
    private var contentType: StaticString?
    /// What the handler has come to, if not to an answer.
    ///
    /// Handed over.
    private var outcome: InvocationOutcome?
    /// A step that the handler asks for.
    ///
    /// Handed over.
    private var step: ResponseStep?
    /// The handler's task, where it waits for a step.
    ///
    /// Handed over.
    private var waiting: UnsafeContinuation<StepResult, Never>?

    init(_ storage: ContextStorage, number: Int, thread: SlotThread, spare: consuming [UInt8]) {
        self.storage = storage
        self.number = number
        self.thread = thread
        bytes = spare
        deadline = HandlerDeadline(of: storage, margin: thread.margin)
    }
}

// MARK: - For the handler's task

extension PolledInvocation {
    /// The global pool: a thread that drives connections has no time for anything else.
    var executor: (any TaskExecutor)? { nil }

    func takeAnswerBuffer() -> [UInt8] {
        var buffer: [UInt8] = []
        swap(&buffer, &bytes)
        RuntimeAPIRequest.prepare(&buffer)
        return buffer
    }

    func complete(answering bytes: consuming [UInt8], _ contentType: StaticString) {
        self.bytes = bytes
        self.contentType = contentType
        thread.post(SlotThread.Message(invocation: self, isBeginning: false))
    }

    func complete(_ outcome: InvocationOutcome) {
        self.outcome = outcome
        thread.post(SlotThread.Message(invocation: self, isBeginning: false))
    }

    nonisolated(nonsending) func perform(_ step: consuming ResponseStep) async -> StepResult {
        self.step = step
        let result = await withUnsafeContinuation { task in
            waiting = task
            thread.post(SlotThread.Message(invocation: self, isBeginning: false))
        }
        // The thread has resumed the task, perhaps before it was suspended, and has done with it.
        thread.resumption.lock()
        thread.resumption.unlock()
        return result
    }

    /// Takes note of the task, where it was started on the pool.
    func begun(_ task: Task<Void, Never>?) {
        startedTask = task
        thread.post(SlotThread.Message(invocation: self, isBeginning: true))
    }
}

// MARK: - For the thread

extension PolledInvocation {
    func takeStartedTask() -> Task<Void, Never>? { startedTask.take() }

    func takeContentType() -> StaticString? { contentType.take() }

    func takeOutcome() -> InvocationOutcome? { outcome.take() }

    func takeAnswer() -> [UInt8] {
        var answer: [UInt8] = []
        swap(&answer, &bytes)
        return answer
    }

    func takeStep() -> ResponseStep? { step.take() }

    /// Lets the task go on that waits for a step.
    func finishStep(_ result: StepResult) {
        thread.resumption.lock()
        waiting.take()?.resume(returning: result)
        thread.resumption.unlock()
    }

    /// Says that nothing is done any more.
    func refuseStep() {
        step = nil
        finishStep(.over(.internalError("a step after the end")))
    }
}
