#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Where code crashed, as far as the system tells a signal handler.
struct CrashSite {
    /// The instruction, as `llvm-symbolizer` and `addr2line` take it for the function's executable.
    ///
    /// `nil` on Darwin, whose crash reports have the whole stack.
    private(set) var address: UInt?
    /// Whether the instruction touched memory right at the end of its stack.
    private(set) var isStackOverflow = false

    init(_ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?) {
        // The registers, at the places that Linux's interface to user space fixes for `ucontext_t`.
        #if os(Linux) && arch(x86_64)
        let (counterOffset, stackOffset) = (168, 160)
        #elseif os(Linux) && arch(arm64)
        let (counterOffset, stackOffset) = (440, 432)
        #endif
        #if os(Linux) && (arch(x86_64) || arch(arm64))
        guard let context, let info else { return }
        let counter = context.load(fromByteOffset: counterOffset, as: UInt.self)
        let stack = context.load(fromByteOffset: stackOffset, as: UInt.self)
        address = counter &- Self.base
        if info.pointee.si_signo == SIGSEGV, info.pointee.si_code > 0 {
            // The address that was touched is the first field behind the numbers.
            let touched = UnsafeRawPointer(info).load(fromByteOffset: 16, as: UInt.self)
            // A frame may be large, and is touched at its far end first.
            let distance = touched > stack ? touched - stack : stack - touched
            isStackOverflow = distance < 64 * 1024
        }
        #endif
    }

    #if os(Linux)
    /// Where the executable begins in memory, 0 where it is linked for a fixed place.
    ///
    /// The program headers lie behind the ELF header in the first page, and the kernel tells where.
    private static var base: UInt {
        let start = auxiliaryValue(programHeaders) & ~4095
        guard let header = UnsafeRawPointer(bitPattern: start) else { return 0 }
        let isPositionIndependent = header.load(fromByteOffset: 16, as: UInt16.self) == 3
        return isPositionIndependent ? start : 0
    }

    private static var programHeaders: UInt { 3 }
    #endif
}

#if os(Linux)
/// What the kernel tells a program at its start, which Swift's modules of the C libraries do not show.
@_silgen_name("getauxval")
private func auxiliaryValue(_ type: UInt) -> UInt
#endif
