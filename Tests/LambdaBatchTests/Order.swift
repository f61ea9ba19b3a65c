import LambdaBatch
import LambdaTransport

/// What the queues and streams of these tests carry.
struct Order: Codable, Hashable, Sendable {
    var id: String
}

struct OutOfStock: Error {
    let article = "a secret article"
}

/// What happened, in order, from whichever task.
final class Journal: Sendable {
    private let lines = Monitor<[String]>([])

    var entries: [String] { lines.withLock { $0 } }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
}

/// Counts how many are inside at once.
final class Gauge: Sendable {
    private struct State {
        var inside = 0
        var most = 0
    }

    private let state = Monitor(State())

    var most: Int { state.withLock { $0.most } }

    func enter() {
        state.withLock { state in
            state.inside += 1
            state.most = max(state.most, state.inside)
        }
    }

    func leave() { state.withLock { $0.inside -= 1 } }
}
