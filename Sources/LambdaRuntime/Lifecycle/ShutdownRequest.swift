#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A pipe through which a function is asked to end: by a signal handler, which can do little else than write
/// a byte, or by a test.
package final class ShutdownRequest: Sendable {
    /// What becomes readable when the function is to end.
    let readable: Int32
    private let writable: Int32
    /// What ends the process, or tells the test, when the function has done what it had to.
    let finish: @Sendable (InvocationLoop.Exit) -> Void

    /// Creates a request that has not been made.
    ///
    /// `nil` where the system gives no pipe.
    ///
    /// - Parameter finish: Is called when the function has ended in consequence.
    package init?(finish: @escaping @Sendable (InvocationLoop.Exit) -> Void) {
        var descriptors: [Int32] = [-1, -1]
        guard pipe(&descriptors) == 0 else { return nil }
        readable = descriptors[0]
        writable = descriptors[1]
        self.finish = finish
        // Programs that the function starts have no part in it.
        for descriptor in descriptors { Self.closeOnExec(descriptor) }
    }

    deinit {
        // Nobody listens any longer, so that the signal must end the process again.
        if Self.signalDescriptor == writable { signal(SIGTERM, nil) }
        close(readable)
        close(writable)
    }

    /// Asks the function to end.
    package func make() {
        Self.write(to: writable)
    }

    private static func write(to descriptor: Int32) {
        var byte: UInt8 = 0
        #if canImport(Darwin)
        _ = Darwin.write(descriptor, &byte, 1)
        #elseif canImport(Musl)
        _ = Musl.write(descriptor, &byte, 1)
        #else
        _ = Glibc.write(descriptor, &byte, 1)
        #endif
    }

    private static func closeOnExec(_ descriptor: Int32) {
        #if canImport(Glibc)
        // Swift's wrapper of the variadic function would link the libm with it.
        _ = fileControl(descriptor, F_SETFD, FD_CLOEXEC)
        #else
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        #endif
    }
}

// MARK: - The signal

extension ShutdownRequest {
    /// Where the handler of the signal writes.
    ///
    /// `nonisolated(unsafe)`: it is set once, before the handler that reads it.
    private nonisolated(unsafe) static var signalDescriptor: Int32 = -1

    /// Makes SIGTERM ask this process's function to end.
    ///
    /// `nil` where the system gives no pipe.
    static func ofSignal() -> ShutdownRequest? {
        guard let request = ShutdownRequest(finish: { exit($0.status) }) else { return nil }
        signalDescriptor = request.writable
        var action = sigaction()
        #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = { _ in ShutdownRequest.signalled() }
        #elseif canImport(Musl)
        action.__sa_handler.sa_handler = { _ in ShutdownRequest.signalled() }
        #else
        action.__sigaction_handler.sa_handler = { _ in ShutdownRequest.signalled() }
        #endif
        // What the handler of an invocation is waiting for goes on.
        action.sa_flags = Int32(SA_RESTART)
        sigaction(SIGTERM, &action, nil)
        return request
    }

    private static func signalled() {
        write(to: signalDescriptor)
    }
}

#if canImport(Glibc)
@_silgen_name("fcntl")
private func fileControl(_ descriptor: Int32, _ command: Int32, _ value: Int32) -> Int32
#endif
