#if LOCAL_RUNNING
/// The log of one instance: on its way to standard error, and the end of it for the caller.
///
/// Lines of several instances do not mix: a line goes out when it is whole.
struct InvocationLog {
    private let output: ([UInt8]) -> Void
    /// The beginning of a line whose end is still to come.
    private var line: [UInt8] = []
    /// The last bytes of the log of the invocation that is under way.
    private(set) var tail: [UInt8] = []

    /// How much of it the service returns: 4 KB.
    static let tailLimit = 4096

    init(output: @escaping ([UInt8]) -> Void) {
        self.output = output
    }

    /// Adds what the function has written.
    mutating func append(_ bytes: [UInt8]) {
        tail = Array((tail + bytes.suffix(Self.tailLimit)).suffix(Self.tailLimit))
        line += bytes
        guard let end = line.lastIndex(of: UInt8(ascii: "\n")) else { return }
        output(Array(line[...end]))
        line.removeFirst(end + 1)
    }

    /// Adds lines of this process, on a line of their own.
    mutating func append(lines: String) {
        append((line.isEmpty ? [] : [UInt8(ascii: "\n")]) + Array(lines.utf8))
    }

    /// Writes what is left of a line, for the function that will not end it.
    mutating func flush() {
        if !line.isEmpty { append([UInt8(ascii: "\n")]) }
    }

    /// Forgets the log of an invocation that is over.
    mutating func beginNext() { tail = [] }
}
#endif
