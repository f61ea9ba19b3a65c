#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A thread of our own, for work that blocks.
package enum Thread {
    /// What a main thread usually has; a handler's code may recurse as deeply as it could there.
    ///
    /// It is address space, of which the system only backs what is touched.
    private static let stackSize = 8 << 20

    /// Starts a detached thread.
    ///
    /// - Returns: 0, or the error number with which the system refused.
    package static func start(_ body: @escaping @Sendable () -> Void) -> Int32 {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackSize)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let box = Unmanaged.passRetained(Body(run: body))
        // A number with glibc, elsewhere a pointer.
        #if canImport(Glibc)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        let result = pthread_create(&thread, &attributes, { Body.main($0) }, box.toOpaque())
        if result != 0 { box.release() }
        return result
    }

    /// Blocks the current thread.
    package static func sleep(for duration: Duration) {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else { return }
        var left = timespec()
        left.tv_sec = .init(clamping: seconds)
        left.tv_nsec = .init(attoseconds / 1_000_000_000)
        var rest = timespec()
        while nanosleep(&left, &rest) != 0, Libc.errorNumber == EINTR { left = rest }
    }

    private final class Body {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) {
            self.run = run
        }

        static func main(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            if let box {
                Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
            }
            return nil
        }
    }
}
