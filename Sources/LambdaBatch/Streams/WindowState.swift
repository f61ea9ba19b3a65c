import LambdaBatchShared
import LambdaTransport

/// The state of a time window while a batch is handled.
///
/// A record that fails leaves no trace in it: the record is handled again with the state from before
/// it, which Lambda keeps from this response.
package final class WindowState<State: Codable & Sendable>: Sendable {
    private let current: Monitor<State>

    package init(_ state: State) {
        current = Monitor(state)
    }

    /// The state after all records that have succeeded.
    package var value: State { current.withLock { $0 } }

    /// Lets a record change the state, unless it fails.
    ///
    /// The check comes before the change: what is in the state must not be handed back.
    ///
    /// The record works on a copy. To move the state out and in would save that, but leave nothing to go
    /// back to when the record fails half way.
    package func update(_ body: (inout State) async throws -> Void) async throws {
        var next = value
        try await body(&next)
        try RecordBatch.checkCancellation()
        current.withLock { $0 = next }
    }
}
