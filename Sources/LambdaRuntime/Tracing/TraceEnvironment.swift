#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The environment variable `_X_AMZN_TRACE_ID`, where X-Ray and the AWS SDKs look for the trace header.
///
/// Two threads could not tell whose header it has, so it is set only where one invocation runs at a time.
/// It is not set by `setenv`, which in glibc keeps every value it was ever given: 300 000 invocations
/// would cost 48 MB. Instead the environment is given one entry, once, whose bytes are written over:
///
/// ```
/// _X_AMZN_TRACE_ID=Root=1-5759e988-…;Sampled=1 NUL … NUL
/// 0                17                          end     capacity
/// ```
///
/// The last byte is never written, and the one behind a value last. So a thread that reads the variable
/// while it changes, one of an invocation that is over, may see the old value and the new one mixed, and
/// never runs past the end.
struct TraceEnvironment: ~Copyable {
    /// Room for a header several times as long as those that Lambda sends.
    ///
    /// A longer one could only be shortened, and then lead to another trace: the variable is not set.
    static let capacity = 1024

    /// What the environment refers to.
    ///
    /// It is never freed, since the environment outlives everything.
    private let entry: UnsafeMutablePointer<CChar>
    /// Where the value begins.
    private let start: Int
    private let name: StaticString
    private var isSet = false

    init(name: StaticString = "_X_AMZN_TRACE_ID") {
        self.name = name
        entry = .allocate(capacity: Self.capacity)
        entry.initialize(repeating: 0, count: Self.capacity)
        start = name.utf8CodeUnitCount + 1
        UnsafeMutableRawPointer(entry).copyMemory(from: name.utf8Start, byteCount: start - 1)
        entry[start - 1] = 0x3D
    }

    /// Gives the variable a value, or takes it out of the environment where there is none.
    mutating func set(_ value: UnsafeRawBufferPointer) {
        guard let source = value.baseAddress, !value.isEmpty, value.count < Self.capacity - start
        else { return unset() }
        UnsafeMutableRawPointer(entry + start).copyMemory(from: source, byteCount: value.count)
        entry[start + value.count] = 0
        if isSet { return }
        isSet = putenv(entry) == 0
    }

    private mutating func unset() {
        guard isSet else { return }
        isSet = false
        name.withUTF8Buffer { text in
            // A static string ends with a NUL.
            _ = text.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { unsetenv($0) } }
        }
    }
}
