import LambdaJSON

/// A Lambda function: what it is given, what it answers, and how.
///
/// Mark the conforming type `@main` and the executable is the function.
///
/// ```swift
/// @main
/// struct Greeter: LambdaHandler {
///     func handle(_ event: Person, context: LambdaContext) async throws -> Greeting {
///         Greeting(text: "Hello, \(event.name)!")
///     }
/// }
/// ```
///
/// The initialiser runs once, at the cold start; an error it throws is reported to Lambda as the
/// failure of the initialisation. An error that ``handle(_:context:)`` throws is reported as the
/// failure of that invocation, with the type and message of a ``LambdaReportableError`` where it
/// is one.
///
/// Invocations come one after the other, except on Lambda Managed Instances: there a handler answers
/// many at once, without a change of its code, because the protocol asks for `Sendable`.
///
/// The conforming type may be a structure, a final class or an actor, and may be isolated to the main
/// actor.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>
public protocol LambdaHandler: Sendable {
    /// What the function is invoked with.
    ///
    /// `String` and `[UInt8]` are the payload as it came; any other type is decoded by
    /// ``payloadDecoder``.
    associatedtype Event: Decodable & Sendable

    /// What the function answers.
    ///
    /// An `Encodable` type, which is encoded by ``payloadEncoder``; `String` and `[UInt8]`, which
    /// are sent as they are; or `Void`, which is answered with `null`.
    associatedtype Output: Sendable

    /// Creates the handler, once per process.
    ///
    /// - Throws: Any error, which is reported to Lambda as the failure of the initialisation. Lambda then
    ///   begins anew with another process.
    init() async throws

    /// Answers one invocation.
    ///
    /// - Parameters:
    ///   - event: What the function is invoked with, decoded.
    ///   - context: What there is to know about the invocation, with its logger and the time it has left.
    /// - Returns: The answer, which the caller gets if it waits for one.
    /// - Throws: Any error, which is reported to Lambda as the failure of the invocation. Whether the event
    ///   comes again depends on what has sent it.
    func handle(_ event: Event, context: LambdaContext) async throws -> Output

    /// What decodes the event.
    ///
    /// The default is a `LambdaJSONDecoder`.
    static var payloadDecoder: any PayloadDecoder { get }

    /// What encodes the output.
    ///
    /// The default is a `LambdaJSONEncoder`.
    static var payloadEncoder: any PayloadEncoder { get }

    /// How long before its deadline the task of an invocation is cancelled.
    ///
    /// So a handler that is cancelled can still clean up and answer: what it returns counts if it
    /// comes before the deadline, and an error that it throws is reported to the caller as
    /// `Function.DeadlineExceeded`. Without, Lambda ends a function that is late in the middle of
    /// whatever it does.
    ///
    /// ```swift
    /// static var deadlineMargin: Duration? { .milliseconds(500) }
    /// ```
    ///
    /// Cancellation is cooperative: `Task.sleep` and most asynchronous calls throw, and code that
    /// computes has to look at `Task.isCancelled`. It is read once. The default is `nil`: tasks are
    /// not cancelled, except at the deadline itself on Lambda Managed Instances, where Lambda leaves
    /// that to the function.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html>
    static var deadlineMargin: Duration? { get }

    /// What the function does before it is ended, and before and after a snapshot.
    ///
    /// The default is nothing.
    static var lifecycle: LambdaLifecycle<Self> { get }
}

extension LambdaHandler {
    /// A `LambdaJSONDecoder` with its default settings.
    public static var payloadDecoder: any PayloadDecoder { LambdaJSONDecoder() }

    /// A `LambdaJSONEncoder` with its default settings.
    public static var payloadEncoder: any PayloadEncoder { LambdaJSONEncoder() }

    /// None: tasks are not cancelled before the deadline.
    public static var deadlineMargin: Duration? { nil }

    /// A lifecycle without hooks.
    public static var lifecycle: LambdaLifecycle<Self> { LambdaLifecycle() }
}

extension LambdaHandler where Output: Encodable {
    /// Runs the function.
    ///
    /// `@main` calls this.
    public static func main() {
        FunctionMain.run(Event.self, payloadDecoder) {
            try await Function(handler: Self(), encode: .encodable(payloadEncoder))
        }
    }
}

extension LambdaHandler where Output == Void {
    /// Runs the function.
    ///
    /// `@main` calls this.
    public static func main() {
        FunctionMain.run(Event.self, payloadDecoder) {
            try await Function(handler: Self(), encode: .null)
        }
    }
}
