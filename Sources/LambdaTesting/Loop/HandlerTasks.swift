import LambdaRuntime
import LambdaTransport

/// The tasks in which a function works, so that a test can cancel them.
///
/// To cancel a task runs what the handler has for that case, so no lock is held that an invocation
/// needs.
final class HandlerTasks: Sendable {
    private struct Entry {
        let requestID: String
        /// `nil` while it is being started; it may be at work already.
        var task: Task<Void, Never>?
        var isCancelled: Bool
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var count = 0
        var isCancelled = false
    }

    private let state = Monitor(State())
    /// The task of the initialization, while there is one.
    private let initialization = Monitor<UnsafeCurrentTask?>(nil)

    private var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Runs the initialization of a function.
    func initialize(
        _ make: () async throws -> any InvocableFunction
    ) async throws -> any InvocableFunction {
        // The loop keeps no `Task` of it, and one in between would run on another thread.
        try await withUnsafeCurrentTask { task in
            initialization.withLock { $0 = task }
            // The task may not be used when this closure has ended, so who cancels it holds the lock.
            defer { initialization.withLock { $0 = nil } }
            if isCancelled { task?.cancel() }
            return try await make()
        }
    }

    /// Starts the task of an invocation, and keeps it until ``finish(_:)``.
    func start(_ requestID: String, _ body: () -> Task<Void, Never>?) -> Task<Void, Never>? {
        let number = state.withLock { state in
            state.count += 1
            let entry = Entry(requestID: requestID, isCancelled: state.isCancelled)
            state.entries[state.count] = entry
            return state.count
        }
        let task = body()
        let isCancelled = state.withLock { state in
            if let task {
                // Its invocation may be over by now.
                state.entries[number]?.task = task
            } else {
                state.entries[number] = nil
            }
            return state.entries[number]?.isCancelled ?? false
        }
        if isCancelled { task?.cancel() }
        return task
    }

    /// Forgets the tasks of an invocation that is over.
    func finish(_ requestID: String) {
        state.withLock { $0.entries = $0.entries.filter { $0.value.requestID != requestID } }
    }

    /// Cancels the tasks of an invocation.
    func cancel(_ requestID: String) {
        cancel { $0.requestID == requestID }
    }

    private func cancel(where isMeant: (Entry) -> Bool) {
        let tasks = state.withLock { state in
            let numbers = state.entries.filter { isMeant($0.value) }.keys
            for number in numbers { state.entries[number]?.isCancelled = true }
            return numbers.compactMap { state.entries[$0]?.task }
        }
        for task in tasks { task.cancel() }
    }

    /// Cancels the initialization.
    func cancelInitialization() {
        initialization.withLock { $0?.cancel() }
    }

    /// Cancels all tasks, and those that begin from now on.
    func cancelAll() {
        state.withLock { $0.isCancelled = true }
        cancelInitialization()
        cancel { _ in true }
    }
}
