#if canImport(Glibc) || canImport(Musl)
#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Waits for many sockets at once, on one thread: `epoll`.
///
/// A socket is added once and reported once per change, so that neither waiting nor a message costs
/// a call per socket: with `poll`, each wait would hand all 1 600 to the kernel and back. A report is
/// a hint. Whoever gets it reads or writes until the call would block, and is not told again before.
///
/// `@unchecked Sendable`: the descriptors do not change, and the memory for events is touched by the
/// thread that waits, of which there is one.
package final class Poller: @unchecked Sendable {
    private let descriptor: Int32
    private let bell: Int32
    private let events: UnsafeMutableRawPointer

    private static let capacity = 256
    // struct epoll_event is packed on x86-64 alone.
    #if arch(x86_64)
    private static let stride = 12
    private static let numberOffset = 4
    #else
    private static let stride = 16
    private static let numberOffset = 8
    #endif
    private static let bellNumber = UInt64.max

    private static let input: UInt32 = 0x001
    private static let output: UInt32 = 0x004
    private static let error: UInt32 = 0x008
    private static let hangUp: UInt32 = 0x010
    private static let peerEnd: UInt32 = 0x2000
    private static let edgeTriggered: UInt32 = 1 << 31

    /// Creates a poller that waits for nothing yet.
    package init() throws(SocketError) {
        events = .allocate(byteCount: Self.capacity * Self.stride, alignment: 16)
        descriptor = createPoll(O_CLOEXEC)
        bell = createBell(0, O_CLOEXEC | O_NONBLOCK)
        let number = Libc.errorNumber
        guard descriptor >= 0, bell >= 0 else { throw SocketError(.open, number) }
        // Its counter is never read: each addition to it is a change of its own.
        let failure = add(bell, Self.bellNumber, Self.input | Self.edgeTriggered)
        if failure != 0 { throw SocketError(.open, failure) }
    }

    deinit {
        _ = close(descriptor)
        _ = close(bell)
        events.deallocate()
    }

    /// Adds a socket under a number of the caller's.
    ///
    /// Closing the socket takes it out again.
    ///
    /// - Returns: 0, or the error number with which the system refused.
    package func add(_ socket: borrowing Socket, as number: Int) -> Int32 {
        let interest = Self.input | Self.output | Self.peerEnd | Self.edgeTriggered
        return add(socket.descriptor, UInt64(number), interest)
    }

    private func add(_ watched: Int32, _ number: UInt64, _ interest: UInt32) -> Int32 {
        let addition: Int32 = 1
        return withUnsafeTemporaryAllocation(byteCount: Self.stride, alignment: 8) { event in
            event.storeBytes(of: interest, as: UInt32.self)
            event.storeBytes(of: number, toByteOffset: Self.numberOffset, as: UInt64.self)
            let result = controlPoll(descriptor, addition, watched, event.baseAddress)
            return result == 0 ? 0 : Libc.errorNumber
        }
    }

    /// Waits for changes, for ``wake()``, or for the time to run out.
    ///
    /// - Parameter milliseconds: How long to wait at most; negative stands for ever.
    /// - Returns: How many changes there are; ``change(_:)`` has them until the next call.
    package func wait(milliseconds: Int32) -> Int {
        max(0, Int(waitPoll(descriptor, events, Int32(Self.capacity), milliseconds)))
    }

    /// A change that the last wait has found, the only one of its socket.
    ///
    /// - Returns: The number of the socket with what has changed, `nil` for a wake.
    package func change(_ index: Int) -> (number: Int, change: SocketChange)? {
        guard 0..<Self.capacity ~= index else { return nil }
        let event = events + index * Self.stride
        let kinds = event.loadUnaligned(as: UInt32.self)
        let number = event.loadUnaligned(fromByteOffset: Self.numberOffset, as: UInt64.self)
        if number == Self.bellNumber { return nil }
        let hasEnded = kinds & (Self.peerEnd | Self.hangUp | Self.error) != 0
        let change = SocketChange(
            mayRead: kinds & Self.input != 0 || hasEnded,
            mayWrite: kinds & Self.output != 0 || hasEnded,
            hasEnded: hasEnded
        )
        return (Int(truncatingIfNeeded: number), change)
    }

    /// Ends the wait of the thread that waits, or its next one.
    package func wake() {
        var one: UInt64 = 1
        _ = write(bell, &one, 8)
    }
}

// Swift's modules of the C libraries do not show these.

@_silgen_name("epoll_create1")
private func createPoll(_ flags: Int32) -> Int32

@_silgen_name("epoll_ctl")
private func controlPoll(
    _ poll: Int32,
    _ operation: Int32,
    _ descriptor: Int32,
    _ event: UnsafeMutableRawPointer?
) -> Int32

@_silgen_name("epoll_wait")
private func waitPoll(
    _ poll: Int32,
    _ events: UnsafeMutableRawPointer,
    _ capacity: Int32,
    _ milliseconds: Int32
) -> Int32

@_silgen_name("eventfd")
private func createBell(_ count: UInt32, _ flags: Int32) -> Int32
#endif
