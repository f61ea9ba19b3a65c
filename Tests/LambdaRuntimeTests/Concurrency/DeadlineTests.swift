import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaRuntime

/// Handlers whose task is cancelled before the deadline.
///
/// The margin is longer than the time that there is: the cancellation comes at once, and the deadline
/// far later than any test takes.
struct DeadlineTests {
    private struct Waiting: LambdaHandler {
        static var deadlineMargin: Duration? { .seconds(3600) }

        enum Wish: String, Decodable {
            case throwCancellation, throwAnother, throwReportable, answer, compute
        }

        struct Spoiled: Error {}

        struct Unfinished: LambdaReportableError {
            var errorType: String { "Unfinished" }
            var errorMessage: String { "Half of it is done." }
        }

        func handle(_ wish: Wish, context: LambdaContext) async throws -> String {
            if wish == .compute {
                while !Task.isCancelled {}
                return "computed"
            }
            do {
                try await Task.sleep(for: .seconds(3600))
                return "slept"
            } catch {
                switch wish {
                case .throwAnother: throw Spoiled()
                case .throwReportable: throw Unfinished()
                case .answer: return "cleaned up"
                default: throw error
                }
            }
        }
    }

    private struct Punctual: LambdaHandler {
        static var deadlineMargin: Duration? { .milliseconds(1) }

        func handle(_ event: Int, context: LambdaContext) async throws -> Bool {
            for _ in 0..<event { await Task.yield() }
            return Task.isCancelled
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func saysWhichDeadlineWasMissed(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(Waiting(), options: driver.options) { lambda in
            let late = try await lambda.invoke(#""throwCancellation""#)
            let error = try #require(late.error)
            #expect(error.type == "Function.DeadlineExceeded")
            #expect(error.functionErrorType == "Function.DeadlineExceeded")
            let text = Self.withoutNumbers(error.message)
            #expect(
                text
                    == "The handler did not end within the # ms that it had. Its task was "
                    + "cancelled # ms before the deadline. It ended after # ms."
            )
            // The event was on its way for a while.
            let numbers = error.message.split { !$0.isNumber }.compactMap { Int($0) }
            #expect(numbers.count == 3 && (800_000...900_000).contains(numbers[0]))
            #expect(numbers.count == 3 && numbers[1] == numbers[0])
            #expect(late.logs.map(\.level) == [.error])
            #expect(try await lambda.invoke(#""answer""#).text == "cleaned up")
        }
    }

    private static func withoutNumbers(_ text: String) -> String {
        var result = ""
        for character in text where !(character.isNumber && result.last == "#") {
            result.append(character.isNumber ? "#" : character)
        }
        return result
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func anAnswerAfterTheCancellationCounts(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(Waiting(), options: driver.options) { lambda in
            let invocation = try await lambda.invoke(#""answer""#)
            #expect(try invocation.text == "cleaned up")
            #expect(!invocation.timedOut)
            #expect(invocation.logs.isEmpty)
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func anotherErrorIsToldWithTheDeadline(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(Waiting(), options: driver.options) { lambda in
            let error = try #require(try await lambda.invoke(#""throwAnother""#).error)
            #expect(error.type == "Function.DeadlineExceeded")
            #expect(error.message.hasSuffix(" ms. It threw Spoiled: Spoiled()"))
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func aReportableErrorKeepsItsType(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(Waiting(), options: driver.options) { lambda in
            let error = try #require(try await lambda.invoke(#""throwReportable""#).error)
            #expect(error.type == "Unfinished")
            #expect(error.message == "Half of it is done.")
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func codeThatComputesCanSeeTheCancellation(_ driver: FailureMatrix.Driver) async throws {
        // On the slot's own thread nobody would be there to cancel it.
        try await withLambda(Waiting(), options: driver.options) { lambda in
            let invocation = try await lambda.invoke(#""compute""#)
            #expect(try invocation.text == "computed")
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func aHandlerInTimeIsNotCancelled(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(Punctual(), options: driver.options) { lambda in
            for yields in 0..<20 {
                let invocation = try await lambda.invoke(yields)
                #expect(try invocation.text == "false")
            }
            #expect(lambda.lines.isEmpty)
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func anEventThatDoesNotDecodeIsReportedAsEver(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(Punctual(), options: driver.options) { lambda in
            let undecodable = try await lambda.invoke("x")
            #expect(undecodable.error?.type == "Runtime.EventInvalid")
            #expect(try await lambda.invoke(1).text == "false")
        }
    }

    @Test func aClosureHasAMarginAsWell() async throws {
        let function = { @Sendable (_: Int, _: LambdaContext) async throws in
            try await Task.sleep(for: .seconds(3600))
        }
        try await withLambda(function, deadlineMargin: .seconds(3600)) { lambda in
            let late = try await lambda.invoke(1)
            #expect(late.error?.type == "Function.DeadlineExceeded")
        }
    }

    @Test func withoutMarginNothingIsCancelled() async throws {
        let function = { @Sendable (_: Int, context: LambdaContext) async in
            while context.remainingTime > .zero { await Task.yield() }
            return Task.isCancelled
        }
        try await withLambda(function) { lambda in
            let invocation = try await lambda.invoke(
                1,
                with: TestLambda.Parameters(timeout: .milliseconds(5))
            )
            #expect(invocation.timedOut || (try? invocation.text) == "false")
            #expect(invocation.posts.first?.text == "false")
        }
    }

    /// However long the events of other slots have kept the thread that watches the time.
    @Test func noHandlerIsCancelledBeforeItsDeadline() async throws {
        struct Slow: Decodable {
            init(from decoder: any Decoder) throws {
                Thread.sleep(for: .milliseconds(20))
            }
        }
        let left = Monitor<[Duration]>([])
        let function = { @Sendable (_: Slow, context: LambdaContext) async in
            try? await Task.sleep(for: .seconds(3600))
            left.withLock { $0.append(context.remainingTime) }
        }
        let options = TestLambda.Options(concurrency: 16)
        try await withLambda(function, options: options) { lambda in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        try await lambda.invoke("{}", with: .init(timeout: .seconds(1)))
                    }
                }
                try await group.waitForAll()
            }
            try await eventually("all of them have been cancelled") {
                left.withLock { $0.count } == 16
            }
        }
        #expect(left.withLock { $0 } == Array(repeating: .zero, count: 16))
    }

    @Test func marginsAreKeptWithinTheTimeThereIs() {
        let storage = LambdaContext(remainingTime: .seconds(10)).storage
        for (margin, expected) in [
            (Duration.seconds(4), Int64(4000)), (.seconds(-1), 0), (.zero, 0),
        ] {
            let deadline = HandlerDeadline(of: storage, margin: margin)
            #expect(deadline.end == storage.deadlineMilliseconds)
            #expect(deadline.end - deadline.cancellation == expected)
        }
        let past = HandlerDeadline(
            of: LambdaContext(remainingTime: .seconds(-10)).storage,
            margin: .seconds(1)
        )
        #expect(past.cancellation == past.end)
    }
}
