#if LOCAL_RUNNING
#if canImport(Darwin)
@preconcurrency import Darwin
#elseif canImport(Musl)
@preconcurrency import Musl
#else
@preconcurrency import Glibc
#endif

/// What the C library does with what a function prints.
package enum LineBuffering {
    /// Lets every line of standard output out at once.
    ///
    /// To a pipe, as `serve` has it, lines would be held back until there are kilobytes of them.
    package static func enable() {
        setvbuf(stdout, nil, _IOLBF, 0)
    }
}
#endif
