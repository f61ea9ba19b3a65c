import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

/// What came of running the real loop against a script.
struct LoopRun: Sendable {
    var exit: InvocationLoop.Exit
    var requests: [RecordedRequest]
    var logs: [LambdaLogger.Record]
    var connections: Int

    var posts: [RecordedRequest] { requests.filter { $0.method == "POST" } }
    /// The last words of the targets, in their order: `next`, `response`, `error`.
    var course: [String] { requests.map(\.operation) }
    /// The log lines as level and message.
    var lines: [String] { logs.map { "\($0.level) \($0.message)" } }

    /// The line with which the loop ends where the service wants it to.
    private static let endLine =
        "The Runtime API has no more events (status 410). The process ends."

    static func run(
        polls: [ScriptedStep] = [],
        posts: [ScriptedStep] = [],
        host: String = "127.0.0.1",
        patience: RuntimePatience = .test,
        concurrency: Int? = nil,
        _ makeFunction: @escaping @Sendable () async throws -> any InvocableFunction
    ) async throws -> LoopRun {
        let api = try ScriptedRuntimeAPI(polls: polls, posts: posts, host: host)
        let logs = CapturedLog()
        var surroundings = Surroundings()
        surroundings.concurrency = concurrency
        let loop = InvocationLoop(
            endpoint: api.endpoint,
            logger: LambdaLogger(level: .trace, sink: logs),
            patience: patience,
            surroundings: surroundings,
            makeFunction: makeFunction
        )
        let exit = await loop.run()
        await api.stop()
        var records = logs.records
        // Every script ends by it.
        if exit == .ended { #expect(records.popLast()?.message == endLine) }
        return LoopRun(
            exit: exit,
            requests: api.requests,
            logs: records,
            connections: api.connections
        )
    }
}

extension RuntimePatience {
    /// Pauses that a test does not notice.
    static var test: RuntimePatience {
        var patience = RuntimePatience()
        patience.firstPause = .microseconds(10)
        return patience
    }

    /// Gives up on a stalled connection soon, but not on a server that has to wait for a core.
    static var impatient: RuntimePatience {
        var patience = RuntimePatience.test
        patience.stallLimit = .seconds(1)
        return patience
    }
}

/// Makes functions from closures, as `Lambda.run` does.
func function<Event: Decodable & Sendable, Output: Encodable & Sendable>(
    _ call: @escaping @Sendable (Event, LambdaContext) async throws -> Output
) -> @Sendable () async throws -> any InvocableFunction {
    {
        Function(
            decode: .decodable(LambdaJSONDecoder()),
            encode: .encodable(LambdaJSONEncoder()),
            call: call
        )
    }
}

/// A function that returns the payload it was given.
let echo = function { (payload: [UInt8], _: LambdaContext) in payload }

struct Order: Codable, Sendable, Equatable {
    var article: String
    var quantity: Int
}

/// Waits on a thread of its own, so that no thread of the shared pool is blocked.
func offThePool<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let failure = Thread.start { continuation.resume(returning: body()) }
        precondition(failure == 0, "no thread: \(failure)")
    }
}
