#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The time since some moment in the past, which nobody sets.
///
/// To read it is no system call: the kernel maps what is needed into each process. The
/// `ContinuousClock` of the standard library measures the same, through more code.
package enum MonotonicClock {
    /// Nanoseconds since the moment.
    package static var nanoseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
    }
}
