import LambdaRuntime
import LambdaTesting
import LambdaTransport

struct Order: Codable, Sendable, Equatable {
    var article: String
    var quantity: Int
}

extension TestLambda.Invocation {
    /// The log lines as level and message.
    var lines: [String] { logs.map { "\($0.level) \($0.message)" } }
}

/// Waits on a thread of its own, so that no thread of the shared pool is blocked.
func offThePool<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let failure = Thread.start { continuation.resume(returning: body()) }
        precondition(failure == 0, "no thread: \(failure)")
    }
}
