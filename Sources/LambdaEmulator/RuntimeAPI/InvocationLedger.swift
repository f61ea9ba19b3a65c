#if LOCAL_RUNNING
// Where each invocation is, apart from any socket.
//
//     enqueue            poll                 settle               next poll
//   ----------> queued ---------> in flight ---------> answered ------------> forgotten
//
// A poller that finds the queue empty is parked, and the next event goes to the one parked longest.
// Lambda remembers an answered invocation until the function asks for the next event: a second answer is
// refused as a wrong transition (403), one for an id that was never given out or is forgotten as a wrong
// id (400).

/// The queue of events, the pollers that wait for one, and the invocations under way.
struct InvocationLedger: ~Copyable {
    /// What tells the pollers apart: the number of the connection.
    typealias Poller = Int

    /// How many invocations the function may have under way at once.
    let concurrency: Int

    private var queue: [LocalInvocation] = []
    private var parked: [Poller] = []
    /// As few as the concurrency, so they are looked through.
    private var inFlight: [LocalInvocation] = []
    private var answered: [String] = []

    /// Whether there will be no more events.
    private var hasEnded = false

    /// Whether the function has asked for an event yet, which ends its initialisation.
    private(set) var hasBeenPolled = false

    init(concurrency: Int) {
        self.concurrency = max(1, concurrency)
    }
}

extension InvocationLedger {
    enum Poll {
        case deliver(LocalInvocation)
        case park
        /// The function asks for more than its concurrency allows before it has answered.
        case refuse
        /// There will be no more events.
        case end
    }

    /// A poller asks for an event.
    mutating func poll(by poller: Poller) -> Poll {
        hasBeenPolled = true
        guard !hasEnded else { return .end }
        guard inFlight.count < concurrency else { return .refuse }
        if answered.count >= concurrency { answered.remove(at: 0) }
        guard !queue.isEmpty else {
            parked.append(poller)
            return .park
        }
        return .deliver(start(queue.remove(at: 0)))
    }

    /// Adds an event.
    ///
    /// Where a poller is parked, it gets the event at once.
    mutating func enqueue(_ invocation: LocalInvocation) -> (Poller, LocalInvocation)? {
        guard !parked.isEmpty else {
            queue.append(invocation)
            return nil
        }
        return (parked.remove(at: 0), start(invocation))
    }

    /// Whether a poller waits for an event.
    var isPolled: Bool { !parked.isEmpty }

    /// Hands out no more events.
    ///
    /// - Returns: The pollers that wait for one, who are to be told.
    mutating func end() -> [Poller] {
        hasEnded = true
        defer { parked = [] }
        return parked
    }

    /// Forgets a poller whose connection is gone.
    mutating func abandon(_ poller: Poller) {
        parked.removeAll { $0 == poller }
    }

    /// Puts an event back to the front: its poller went away before it had read it.
    mutating func putBack(_ requestID: String) -> (Poller, LocalInvocation)? {
        guard let invocation = finish(requestID) else { return nil }
        guard parked.isEmpty else { return (parked.remove(at: 0), start(invocation)) }
        queue.insert(invocation, at: 0)
        return nil
    }

    private mutating func start(_ invocation: LocalInvocation) -> LocalInvocation {
        inFlight.append(invocation)
        return invocation
    }

    private mutating func finish(_ requestID: String) -> LocalInvocation? {
        let index = inFlight.firstIndex { $0.requestID == requestID }
        return index.map { inFlight.remove(at: $0) }
    }
}

extension InvocationLedger {
    enum Settlement {
        case accepted
        case unknown
        case alreadyAnswered
    }

    /// Whether an invocation is still to be answered.
    func isInFlight(_ requestID: String) -> Bool {
        inFlight.contains { $0.requestID == requestID }
    }

    /// The function answers an invocation, with a response or an error.
    mutating func settle(_ requestID: String) -> Settlement {
        if finish(requestID) != nil {
            answered.append(requestID)
            return .accepted
        }
        if answered.contains(requestID) { return .alreadyAnswered }
        return .unknown
    }
}
#endif
