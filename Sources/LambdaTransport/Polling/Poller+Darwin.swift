#if canImport(Darwin)
import Darwin

/// Waits for many sockets at once, on one thread: `kqueue`.
///
/// As ``Poller`` does on Linux, it is told of a socket once and reports each change once. The system
/// reports reading and writing apart. What one wait finds out about a socket is put together here: after
/// the first half its owner may close the socket and open another one under the same number, to which
/// the second half would say something that is not true.
///
/// `@unchecked Sendable`: the descriptor does not change, and the memory for events and changes is
/// touched by the thread that waits, of which there is one.
package final class Poller: @unchecked Sendable {
    private let descriptor: Int32
    private let events: UnsafeMutableBufferPointer<kevent>
    /// What the last wait has found, one per socket.
    private var changes: [(number: Int, change: SocketChange)] = []

    private static let capacity = 256
    private static let bellNumber = UInt(bitPattern: -1)

    /// Creates a poller that waits for nothing yet.
    package init() throws(SocketError) {
        descriptor = kqueue()
        events = .allocate(capacity: Self.capacity)
        guard descriptor >= 0 else { throw SocketError(.open, Libc.errorNumber) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var bell = kevent()
        bell.ident = Self.bellNumber
        bell.filter = Int16(EVFILT_USER)
        bell.flags = UInt16(EV_ADD | EV_CLEAR)
        guard kevent(descriptor, &bell, 1, nil, 0, nil) == 0 else {
            throw SocketError(.open, Libc.errorNumber)
        }
    }

    deinit {
        _ = close(descriptor)
        events.deallocate()
    }

    /// Adds a socket under a number of the caller's.
    ///
    /// Closing the socket takes it out again.
    ///
    /// - Returns: 0, or the error number with which the system refused.
    package func add(_ socket: borrowing Socket, as number: Int) -> Int32 {
        var change = kevent()
        change.ident = UInt(socket.descriptor)
        change.flags = UInt16(EV_ADD | EV_CLEAR)
        change.udata = UnsafeMutableRawPointer(bitPattern: number + 1)
        for filter in [EVFILT_READ, EVFILT_WRITE] {
            change.filter = Int16(filter)
            guard kevent(descriptor, &change, 1, nil, 0, nil) == 0 else { return Libc.errorNumber }
        }
        return 0
    }

    /// Waits for changes, for ``wake()``, or for the time to run out.
    ///
    /// - Parameter milliseconds: How long to wait at most; negative stands for ever.
    /// - Returns: How many changes there are, with a wake as one of them; ``change(_:)`` has them until
    ///   the next call.
    package func wait(milliseconds: Int32) -> Int {
        var limit = timespec()
        limit.tv_sec = .init(milliseconds / 1000)
        limit.tv_nsec = .init(milliseconds % 1000 * 1_000_000)
        let capacity = Int32(Self.capacity)
        let count =
            milliseconds < 0
            ? kevent(descriptor, nil, 0, events.baseAddress, capacity, nil)
            : kevent(descriptor, nil, 0, events.baseAddress, capacity, &limit)
        changes.removeAll(keepingCapacity: true)
        var isWoken = false
        for event in events.prefix(max(0, Int(count))) {
            if event.filter == Int16(EVFILT_USER) {
                isWoken = true
            } else {
                note(event)
            }
        }
        // A wake stands behind the changes, where ``change(_:)`` has none.
        return changes.count + (isWoken ? 1 : 0)
    }

    /// Adds an event to what is known about its socket.
    private func note(_ event: kevent) {
        let number = Int(bitPattern: event.udata) - 1
        let hasEnded = event.flags & UInt16(EV_EOF | EV_ERROR) != 0
        let mayRead = event.filter == Int16(EVFILT_READ) || hasEnded
        let mayWrite = event.filter == Int16(EVFILT_WRITE) || hasEnded
        // A few events as a rule, and never more than the capacity.
        guard let index = changes.firstIndex(where: { $0.number == number }) else {
            let change = SocketChange(mayRead: mayRead, mayWrite: mayWrite, hasEnded: hasEnded)
            return changes.append((number, change))
        }
        if mayRead { changes[index].change.mayRead = true }
        if mayWrite { changes[index].change.mayWrite = true }
        if hasEnded { changes[index].change.hasEnded = true }
    }

    /// A change that the last wait has found, the only one of its socket.
    ///
    /// - Returns: The number of the socket with what has changed, `nil` for a wake.
    package func change(_ index: Int) -> (number: Int, change: SocketChange)? {
        changes.indices.contains(index) ? changes[index] : nil
    }

    /// Ends the wait of the thread that waits, or its next one.
    package func wake() {
        var bell = kevent()
        bell.ident = Self.bellNumber
        bell.filter = Int16(EVFILT_USER)
        bell.fflags = UInt32(NOTE_TRIGGER)
        _ = kevent(descriptor, &bell, 1, nil, 0, nil)
    }
}
#endif
