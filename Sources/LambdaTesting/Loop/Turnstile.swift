import LambdaTransport

/// Keeps the functions of a process that run at once to a number for which descriptors and threads
/// suffice, whatever the number of tests.
///
/// Darwin allows a process 256 descriptors unless told otherwise, and Swift Testing starts all
/// tests at once. Who waits blocks no thread. Nobody waits for ever: tests may wait for each other,
/// so after a while one goes through all the same.
final class Turnstile: Sendable {
    static let functions = Turnstile(width: 64, patience: .seconds(10))

    /// A boolean value indicating whether the task is within a function's scope already, where it must
    /// not wait: the scope would wait for itself.
    @TaskLocal static var isInside = false

    private struct State {
        var running = 0
        var count = 0
        var waiting: [(number: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Monitor(State())
    private let width: Int
    private let patience: Duration

    init(width: Int, patience: Duration) {
        self.width = width
        self.patience = patience
    }

    /// Waits for a turn, which is to be given back with ``leave()``.
    func enter() async {
        let number: Int? = state.withLock { state in
            if Self.isInside || state.running < width {
                state.running += 1
                return nil
            }
            state.count += 1
            return state.count
        }
        guard let number else { return }
        var timer: Task<Void, any Error>?
        defer { timer?.cancel() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if state.running < width || Task.isCancelled {
                        state.running += 1
                        return true
                    }
                    state.waiting.append((number, continuation))
                    return false
                }
                if goesOn { return continuation.resume() }
                // Not before: it would come to nobody.
                timer = Task { [patience] in
                    try await Task.sleep(for: patience)
                    admit(number)
                }
            }
        } onCancel: {
            admit(number)
        }
    }

    /// Lets the next one through.
    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.running -= 1
            guard state.running < width, !state.waiting.isEmpty else { return nil }
            state.running += 1
            return state.waiting.removeFirst().continuation
        }
        next?.resume()
    }

    private func admit(_ number: Int) {
        let overdue = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let index = state.waiting.firstIndex(where: { $0.number == number }) else {
                return nil
            }
            state.running += 1
            return state.waiting.remove(at: index).continuation
        }
        overdue?.resume()
    }
}
