public import LambdaRuntime
import LambdaTransport

/// Keeps what a handler logs, for a test to look at.
///
/// ```swift
/// let log = CapturedLog()
/// try await Thumbnailer().handle(event, context: .test(logger: log.logger()))
/// #expect(log.messages == ["Stored the thumbnail"])
/// #expect(log.records.contains(.info, "Stored the thumbnail", ["key": "a.png"]))
/// ```
///
/// Nothing is written to standard error. Use a log of its own for each test: tests run at once.
public final class CapturedLog: LambdaLogSink {
    private let captured = Monitor<[LambdaLogger.Record]>([])

    /// Creates an empty log.
    public init() {}

    /// What was logged so far, in the order it came in.
    public var records: [LambdaLogger.Record] {
        captured.withLock { $0 }
    }

    /// The messages of ``records``.
    public var messages: [String] {
        records.map(\.message)
    }

    /// How many records there are.
    var count: Int { captured.withLock { $0.count } }

    /// The records from a position on.
    func records(from start: Int) -> [LambdaLogger.Record] {
        captured.withLock { Array($0.dropFirst(start)) }
    }

    /// Makes a logger that writes to this log.
    ///
    /// - Parameter level: The least severe level to keep. The default keeps everything.
    /// - Returns: The logger. Pass it to the context of the test.
    public func logger(level: LambdaLogger.Level = .trace) -> LambdaLogger {
        LambdaLogger(level: level, sink: self)
    }

    /// Takes a record.
    ///
    /// - Parameter record: The record that was logged.
    public func write(_ record: LambdaLogger.Record) {
        captured.withLock { $0.append(record) }
    }
}
