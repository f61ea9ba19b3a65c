import LambdaRuntime

/// Waits for as long as the event says, or computes for as long, alone or with children.
@main
struct Sleeper: LambdaHandler {
    struct Order: Decodable, Sendable {
        let sleep: Int?
        let compute: Int?
        let children: Int?
    }

    func handle(_ event: Order, context: LambdaContext) async throws -> String {
        if let milliseconds = event.sleep {
            try await Task.sleep(for: .milliseconds(milliseconds))
        }
        if let milliseconds = event.compute {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<(event.children ?? 1) {
                    group.addTask { Self.compute(for: .milliseconds(milliseconds)) }
                }
            }
        }
        return "done"
    }

    private static func compute(for duration: Duration) {
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end {}
    }
}
