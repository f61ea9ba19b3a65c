public import LambdaRuntime

/// A function that answers HTTP requests, whichever service they come through.
///
/// ```swift
/// @main
/// struct Greeter: LambdaHTTPHandler {
///     func respond(
///         to request: HTTPRequest,
///         context: LambdaContext
///     ) async throws -> HTTPResponse {
///         .text("Hello, \(request.query["name"] ?? "world")!")
///     }
/// }
/// ```
///
/// The same executable serves REST and HTTP APIs of API Gateway, function URLs and Application Load
/// Balancers: the event tells where it comes from, and the answer has the form that its source
/// expects.
///
/// An error that ``respond(to:context:)`` throws becomes a response, too, by
/// ``response(for:context:)``. The invocation succeeds then, as far as Lambda is concerned.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/lambda/latest/dg/furls-http-invoke-decision.html>
public protocol LambdaHTTPHandler: LambdaHandler
where Event == HTTPRequest, Output == EncodedHTTPResponse {
    /// Answers one request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - context: What Lambda knows about the invocation.
    /// - Returns: The response.
    /// - Throws: An error, which becomes a response.
    func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse

    /// Makes a response of an error that was thrown while a request was answered.
    ///
    /// By default an ``HTTPResponseError`` says what the response is. Any other error is logged, and the
    /// client learns no more than that there was one: status 500.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - context: What Lambda knows about the invocation.
    /// - Returns: The response.
    func response(for error: any Error, context: LambdaContext) -> HTTPResponse

    /// Which pages of other origins may use the function from a browser.
    ///
    /// The default is `nil`: the function does not care, because no page does, or because API Gateway or the
    /// function URL is set up for it.
    var cors: HTTPCORSPolicy? { get }

    /// How many bytes the body of a request may have.
    ///
    /// A request with more is answered with status 413 before ``respond(to:context:)`` sees it. The default
    /// is `nil`: as many as the service lets through, which is 6 MB, and 1 MB for a load balancer.
    var maximumBodySize: Int? { get }
}

extension LambdaHTTPHandler {
    /// Answers one invocation: takes the request out of the event, and puts the response into the form
    /// that the source of the event expects.
    ///
    /// - Parameters:
    ///   - event: The request.
    ///   - context: What Lambda knows about the invocation.
    /// - Returns: The response in that form.
    public func handle(
        _ event: HTTPRequest,
        context: LambdaContext
    ) async -> EncodedHTTPResponse {
        let response = await answer(to: event, context: context) { try await $0.collected() }
        return EncodedHTTPResponse(response, for: event)
    }

    /// No limit.
    public var maximumBodySize: Int? { nil }

    /// No policy.
    public var cors: HTTPCORSPolicy? { nil }

    /// Makes a response of an error: what an ``HTTPResponseError`` says, and status 500 for any other.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - context: What Lambda knows about the invocation.
    /// - Returns: The response.
    public func response(for error: any Error, context: LambdaContext) -> HTTPResponse {
        if let error = error as? any HTTPResponseError { return error.response }
        context.logger.log(error)
        return .internalServerError
    }
}
