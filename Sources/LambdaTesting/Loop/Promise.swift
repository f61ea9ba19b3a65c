import LambdaTransport

/// A value that comes once, and those who wait for it without blocking.
final class Promise<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var count = 0
        var waiting: [Int: CheckedContinuation<Value?, Never>] = [:]
    }

    private let state = Monitor(State())

    /// Gives the value.
    ///
    /// Only the first one counts.
    func fulfill(_ value: Value) {
        let waiting = state.withLock { state -> [CheckedContinuation<Value?, Never>] in
            guard state.value == nil else { return [] }
            state.value = value
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume(returning: value) }
    }

    /// Waits for the value, whether or not the task is cancelled.
    ///
    /// - Returns: `nil` if it has not come within the time.
    func value(within limit: Duration) async -> Value? {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        var timer: Task<Void, any Error>?
        defer { timer?.cancel() }
        return await withCheckedContinuation { continuation in
            let value = state.withLock { state in
                if state.value == nil { state.waiting[number] = continuation }
                return state.value
            }
            if let value { return continuation.resume(returning: value) }
            // Not before: a timer that comes to nobody would leave whoever comes later waiting for ever.
            timer = Task {
                try await Task.sleep(for: limit)
                let late = state.withLock { $0.waiting.removeValue(forKey: number) }
                late?.resume(returning: nil)
            }
        }
    }
}
