import LambdaRuntime

struct Call: Equatable, Sendable {
    /// The same for a line that is delivered twice.
    var id: String
    /// The log group.
    var source: String
    var text: String
}

/// What wakes somebody up: in a real function, a service for that.
protocol Pager: Sendable {
    func call(_ call: Call, context: LambdaContext) async throws
}

/// Wakes nobody, but says in the log that it should.
struct LoggedPager: Pager {
    func call(_ call: Call, context: LambdaContext) async throws {
        context.logger.warn(
            "Somebody should look at it.",
            ["source": "\(call.source)", "line": "\(call.id)"]
        )
    }
}
