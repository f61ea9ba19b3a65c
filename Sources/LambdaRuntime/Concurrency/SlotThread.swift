import LambdaTransport

/// A thread that drives its share of the slots.
///
/// `@unchecked Sendable`: what is marked "thread" is touched by the thread alone, the rest under the
/// lock. What does not change may be read from anywhere.
final class SlotThread: @unchecked Sendable {
    /// That a handler's task has something to say, which stands in the invocation.
    struct Message {
        let invocation: PolledInvocation
        /// Whether the handler has begun, on a thread of the pool, rather than what it has come to.
        let isBeginning: Bool
    }

    let all: ConcurrentRun
    let function: any InvocableFunction
    let rules: RuntimeAPIRules
    let requests: RuntimeAPIRequest
    let nextRequest: [UInt8]
    let margin: Duration

    /// Held while a task is resumed, and taken by the task before it goes on: so whatever the thread did
    /// to the invocation comes before what the task does to it next.
    ///
    /// Recursive: an executor of the handler's own may run the task at once.
    let resumption = ThreadLock(isRecursive: true)
    private let poller: Poller
    private let count: Int

    private let lock = ThreadLock()
    /// Under the lock.
    private var inbox: [Message] = []
    /// Whether the thread has to be woken to look into the inbox.
    ///
    /// Under the lock.
    private var isWaiting = false
    /// Whether the thread is to end, or has ended.
    ///
    /// Under the lock.
    private var isStopped = false

    /// The time, as of the last wait.
    ///
    /// Thread.
    private(set) var now = MonotonicClock.nanoseconds
    /// Thread.
    private var slots: [PolledSlot] = []
    /// When to look at each slot though nothing has happened to it.
    ///
    /// Thread.
    private var alarms: [Int64]
    /// No alarm is earlier.
    ///
    /// Thread.
    private var earliestAlarm = Int64.max
    /// How many slots still poll.
    ///
    /// Thread.
    private var live: Int
    /// When to give memory back to the system; never with `Int64.max`.
    ///
    /// Thread.
    private var trimsAt = Int64.max
    /// When that was last done.
    ///
    /// Thread.
    private var trimmedAt: Int64 = 0

    @inline(never)
    @_optimize(size)
    init(
        run: ConcurrentRun,
        function: any InvocableFunction,
        rules: RuntimeAPIRules,
        slots count: Int
    ) throws(SocketError) {
        all = run
        self.function = function
        self.rules = rules
        self.count = count
        requests = RuntimeAPIRequest(endpoint: rules.endpoint)
        nextRequest = requests.next()
        margin = function.deadlineMargin ?? .zero
        poller = try Poller()
        alarms = Array(repeating: .max, count: count)
        live = count
        for number in 0..<count {
            slots.append(PolledSlot(number: number, thread: self, poller: poller))
        }
    }

    /// Drives the slots until all have ended.
    @inline(never)
    @_optimize(size)
    func run() {
        for slot in slots { slot.poll() }
        while live > 0, wait() {
            if now >= earliestAlarm { ring() }
        }
        end()
    }
}

// MARK: - The thread

extension SlotThread {
    /// Waits until something happens, and tells the slots.
    ///
    /// - Returns: Whether the thread goes on.
    private func wait() -> Bool {
        lock.lock()
        isWaiting = inbox.isEmpty && !isStopped
        let limit = isWaiting ? timeToAlarm : 0
        lock.unlock()
        // Before the inbox: a connection that has ended must not get an answer.
        let changes = poller.wait(milliseconds: limit)
        now = MonotonicClock.nanoseconds
        var index = 0
        while index < changes {
            if let (number, change) = poller.change(index), slots.indices.contains(number) {
                slots[number].changed(change)
            }
            index += 1
        }
        lock.lock()
        isWaiting = false
        var messages: [Message] = []
        swap(&messages, &inbox)
        let isStopped = isStopped
        lock.unlock()
        for message in messages { slots[message.invocation.number].received(message) }
        return !isStopped
    }

    private var timeToAlarm: Int32 {
        if earliestAlarm == .max { return -1 }
        let nanoseconds = earliestAlarm &- now
        if nanoseconds <= 0 { return 0 }
        // Rounded up, so that the alarm is due when the wait is over.
        return Int32(clamping: (nanoseconds + 999_999) / 1_000_000)
    }

    @inline(never)
    @_optimize(size)
    private func ring() {
        if now >= trimsAt {
            trimsAt = .max
            trimmedAt = now
            all.surroundings.trimHeap()
        }
        earliestAlarm = trimsAt
        for number in alarms.indices {
            if alarms[number] <= now {
                alarms[number] = .max
                slots[number].expired()
            }
            // The slot may have set it anew.
            earliestAlarm = min(earliestAlarm, alarms[number])
        }
    }

    /// Says that nothing more will be done, so that no task waits for it.
    @inline(never)
    @_optimize(size)
    private func end() {
        lock.lock()
        isStopped = true
        var messages: [Message] = []
        swap(&messages, &inbox)
        lock.unlock()
        for slot in slots { slot.cancel() }
        for message in messages { message.invocation.refuseStep() }
        slots = []
    }
}

// MARK: - What slots ask for

extension SlotThread {
    /// Sets when to look at a slot though nothing has happened to it.
    ///
    /// An alarm that is set later, or taken back, leaves `earliestAlarm` as it is: the thread wakes
    /// once in vain, and looks at all of them.
    func setAlarm(_ time: Int64, for number: Int) {
        alarms[number] = time
        earliestAlarm = min(earliestAlarm, time)
    }

    /// Takes note that a slot polls no more.
    func slotEnded(_ reason: InvocationLoop.Exit) {
        live -= 1
        all.slotEnded(reason)
    }

    /// Has the memory of large messages given back.
    ///
    /// Not at once: a task holds on to its event for a moment after it has said that it is over. And at most
    /// once a second, as the whole heap is locked meanwhile.
    @inline(never)
    @_optimize(size)
    func trimHeapSoon() {
        guard trimsAt == .max else { return }
        trimsAt = max(now + 100_000_000, trimmedAt + 1_000_000_000)
        earliestAlarm = min(earliestAlarm, trimsAt)
    }
}

// MARK: - From other threads

extension SlotThread {
    /// Puts a message into the inbox.
    func post(_ message: Message) {
        lock.lock()
        if isStopped {
            lock.unlock()
            return message.invocation.refuseStep()
        }
        inbox.append(message)
        let wakes = isWaiting
        isWaiting = false
        lock.unlock()
        if wakes { poller.wake() }
    }

    /// Ends the thread, whatever its slots are at.
    @inline(never)
    @_optimize(size)
    func stop() {
        lock.lock()
        isStopped = true
        lock.unlock()
        poller.wake()
    }
}
