import LambdaRuntime
import LambdaTesting

/// The functions that the failure matrix is run with.
enum FailureMatrix {
    /// Answers with what it was given.
    static let echo = { @Sendable (payload: [UInt8], _: LambdaContext) in payload }

    /// Answers with what it was given, which must be a number.
    static let number = { @Sendable (number: Int, _: LambdaContext) in number }

    /// What drives the function: each row holds with both, except where it says otherwise.
    enum Driver: CaseIterable {
        /// One invocation after the other, on a thread that blocks.
        case blocking
        /// As on Lambda Managed Instances, with one slot, so that the course is the same.
        case multiplexing

        /// The options of a test without wishes, in which a starved machine is not taken for a service
        /// that stalls.
        var options: TestLambda.Options {
            TestLambda.Options(
                concurrency: self == .blocking ? nil : 1,
                stallLimit: .seconds(600)
            )
        }

        /// Gives up on a stalled connection soon, but not on a server that has to wait for a core.
        var impatient: TestLambda.Options {
            var options = options
            options.stallLimit = .seconds(1)
            return options
        }
    }

    struct NoTable: Error {}

    struct Broken: LambdaHandler {
        init() throws { throw NoTable() }

        func handle(_ event: Int, context: LambdaContext) -> Int { event }
    }
}

extension TestLambda {
    /// The last words of the paths, in their order: `next`, `response`, `error`.
    var course: [String] { requests.map(\.operation) }

    /// The log lines as level and message, without the one with which every script ends.
    var lines: [String] {
        log.records.map { "\($0.level) \($0.message)" }.filter {
            $0 != "DEBUG The Runtime API has no more events (status 410). The process ends."
        }
    }
}

extension TestLambda.Invocation {
    /// The log lines as level and message.
    var lines: [String] { logs.map { "\($0.level) \($0.message)" } }
}
