import LambdaTransport

// Several tasks may write, one at a time, in the order of their calls. Who has the turn may wait for Lambda
// meanwhile, so this is no lock: a task that waits gives its thread away.

extension LambdaResponseStream {
    /// Waits until no other task writes, whether or not the response has ended.
    nonisolated(nonsending) func waitForTurn() async {
        if takeFreeTurn() { return }
        await withUnsafeContinuation { task in
            lock.lock()
            // It may have become free in between.
            let isFree = !isTaken
            isTaken = true
            if !isFree { waiting.append(task) }
            lock.unlock()
            if isFree { task.resume() }
        }
    }

    private func takeFreeTurn() -> Bool {
        lock.lock()
        defer { lock.unlock() }
        if isTaken { return false }
        isTaken = true
        return true
    }

    /// Lets the task that has waited longest write.
    func passTurn() {
        lock.lock()
        let next = waiting.isEmpty ? nil : waiting.removeFirst()
        if next == nil { isTaken = false }
        lock.unlock()
        next?.resume()
    }
}
