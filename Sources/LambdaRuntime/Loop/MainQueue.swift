import Dispatch

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Serves the main queue on the main thread, which is where `@MainActor` code runs.
enum MainQueue {
    #if canImport(Darwin)
    static func serve() -> Never {
        dispatchMain()
    }
    #else
    /// Drains the queue whenever its event descriptor says that there is something in it.
    ///
    /// `dispatchMain()` would do, but on Linux it ends the main thread with `pthread_exit`, whose
    /// unwinder reads the tables of the whole executable: in a static one that is 2 ms and 4 MB
    /// before the first event. These two entry points are the ones through which CoreFoundation's
    /// run loop serves the queue.
    static func serve() -> Never {
        let descriptor = mainQueueDescriptor()
        while true {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, -1) > 0 else { continue }
            var count: UInt64 = 0
            _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
            drainMainQueue(nil)
        }
    }
    #endif
}

#if !canImport(Darwin)
@_silgen_name("_dispatch_get_main_queue_handle_4CF")
private func mainQueueDescriptor() -> Int32

@_silgen_name("_dispatch_main_queue_callback_4CF")
private func drainMainQueue(_ unused: UnsafeMutableRawPointer?)
#endif
