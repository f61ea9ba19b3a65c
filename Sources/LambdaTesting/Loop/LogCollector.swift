package import LambdaRuntime
import LambdaTransport

/// Keeps the records of a logger, for a test to look at.
package final class LogCollector: LambdaLogSink {
    private let state = Monitor<[LambdaLogger.Record]>([])

    package init() {}

    package func write(_ record: LambdaLogger.Record) {
        state.withLock { $0.append(record) }
    }

    /// The records in the order in which they were written.
    package var records: [LambdaLogger.Record] { state.withLock { $0 } }
}
