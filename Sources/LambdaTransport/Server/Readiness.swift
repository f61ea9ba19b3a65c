#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Descriptors to wait for, all at once, with `poll`.
package struct Readiness {
    private var entries: [pollfd] = []
    private var limit: Duration?

    package init() {}

    /// Adds a descriptor.
    ///
    /// That its peer has gone is noticed whichever of the two it waits for. Where it waits for nothing, that
    /// goes unnoticed, too: each wait would end at once, for as long as nobody does something about it.
    package mutating func add(_ descriptor: Int32, reading: Bool, writing: Bool = false) {
        let events = (reading ? POLLIN : 0) | (writing ? POLLOUT : 0)
        // `poll` passes over negative descriptors.
        let watched = events == 0 ? -1 : descriptor
        entries.append(pollfd(fd: watched, events: Int16(events), revents: 0))
    }

    /// How many have been added, which is the index of the next one.
    package var count: Int { entries.count }

    /// Lets the wait end after that time, whatever its own limit is.
    package mutating func limit(to duration: Duration) {
        limit = min(duration, limit ?? duration)
    }

    /// Waits until one of the descriptors is ready, a signal arrives, or the time is up.
    package mutating func wait(atMost longest: Duration) {
        let limit = min(longest, limit ?? longest)
        let milliseconds = limit <= .zero ? 0 : Int32(clamping: limit.wholeMilliseconds)
        let ready = poll(&entries, nfds_t(entries.count), milliseconds)
        if ready < 0 {
            for index in entries.indices { entries[index].revents = 0 }
        }
    }

    /// Whether the descriptor that was added as the `index`-th is ready.
    package func isReady(_ index: Int) -> Bool {
        entries.indices.contains(index) && entries[index].revents != 0
    }
}

extension Socket {
    /// Makes every operation return at once: what would block fails as a time limit does.
    package borrowing func disableBlocking() {
        Libc.disableBlocking(descriptor)
    }
}

extension Listener {
    /// Makes ``accept(stallLimit:)`` return at once where nobody waits to be accepted.
    package borrowing func disableBlocking() {
        Libc.disableBlocking(descriptor)
    }
}
