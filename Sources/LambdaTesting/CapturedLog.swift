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
    private let documents = Monitor<[LambdaLogger.Record]>([])

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

    /// The metrics that were written so far, in the order they came in.
    ///
    /// They are no ``records``.
    public var metrics: [CapturedMetric] {
        documents.withLock { $0 }.flatMap(CapturedMetric.metrics(in:))
    }

    /// Where the log ends now.
    var mark: Mark {
        Mark(records: captured.withLock { $0.count }, documents: documents.withLock { $0.count })
    }

    /// The records of an invocation, from a place on.
    func records(of requestID: String, from mark: Mark) -> [LambdaLogger.Record] {
        captured.withLock { $0.dropFirst(mark.records).filter { $0.requestID == requestID } }
    }

    /// The metrics of an invocation, from a place on.
    func metrics(of requestID: String, from mark: Mark) -> [CapturedMetric] {
        documents.withLock { $0.dropFirst(mark.documents).filter { $0.requestID == requestID } }
            .flatMap(CapturedMetric.metrics(in:))
    }

    /// A place in the log.
    struct Mark {
        fileprivate let records: Int
        fileprivate let documents: Int
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
        (record.document == nil ? captured : documents).withLock { $0.append(record) }
    }
}
