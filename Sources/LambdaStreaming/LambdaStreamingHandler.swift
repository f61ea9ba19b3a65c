import LambdaJSON
public import LambdaRuntime

/// A Lambda function that answers in pieces, which its callers read as they are written.
///
/// ```swift
/// @main
/// struct Storyteller: LambdaStreamingHandler {
///     func handle(
///         _ event: Request, response: LambdaResponseStream, context: LambdaContext
///     ) async throws {
///         for try await word in model.words(for: event.prompt) {
///             try await response.write(word)
///         }
///     }
/// }
/// ```
///
/// Returning ends the response, unless the handler has ended it itself with
/// ``LambdaResponseStream/finish()`` to go on working. An error that is thrown before the first
/// piece is reported as the failure of the invocation, as with `LambdaHandler`. Thrown later, it
/// ends the response as one that is not whole; thrown after the end, it is only logged.
///
/// The initialiser, the isolation and the coders are those of `LambdaHandler`.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html>
public protocol LambdaStreamingHandler: Sendable {
    /// What the function is invoked with.
    ///
    /// `String` and `[UInt8]` are the payload as it came; any other type is decoded by
    /// ``payloadDecoder``.
    associatedtype Event: Decodable & Sendable

    /// Creates the handler, once per process.
    init() async throws

    /// Answers one invocation.
    ///
    /// - Parameters:
    ///   - event: What the function is invoked with.
    ///   - response: What to write to. It takes nothing more once the method has returned.
    ///   - context: What else is known about the invocation.
    /// - Throws: What the invocation is to fail with.
    func handle(
        _ event: Event,
        response: LambdaResponseStream,
        context: LambdaContext
    ) async throws

    /// What decodes the event.
    ///
    /// The default is a `LambdaJSONDecoder`.
    static var payloadDecoder: any PayloadDecoder { get }

    /// What encodes the values that are written.
    ///
    /// The default is a `LambdaJSONEncoder`.
    static var payloadEncoder: any PayloadEncoder { get }

    /// How long before its deadline the task of an invocation is cancelled.
    ///
    /// As `LambdaHandler.deadlineMargin`. The default is `nil`, for never.
    static var deadlineMargin: Duration? { get }

    /// What the function does before it is ended, and before and after a snapshot.
    ///
    /// The default is nothing.
    static var lifecycle: LambdaLifecycle<Self> { get }
}

extension LambdaStreamingHandler {
    /// A `LambdaJSONDecoder` with its default settings.
    public static var payloadDecoder: any PayloadDecoder { LambdaJSONDecoder() }

    /// A `LambdaJSONEncoder` with its default settings.
    public static var payloadEncoder: any PayloadEncoder { LambdaJSONEncoder() }

    /// None: tasks are not cancelled before the deadline.
    public static var deadlineMargin: Duration? { nil }

    /// A lifecycle without hooks.
    public static var lifecycle: LambdaLifecycle<Self> { LambdaLifecycle() }

    /// Runs the function.
    ///
    /// `@main` calls this.
    public static func main() {
        FunctionMain.run(Event.self, payloadDecoder) {
            try await StreamingFunction(handler: Self())
        }
    }
}
