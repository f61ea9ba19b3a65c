public import LambdaHTTP
import LambdaRuntime

/// A function that answers HTTP requests, and sends the body of a response while it is written.
///
/// ```swift
/// @main
/// struct Ticker: LambdaHTTPStreamingHandler {
///     func respond(
///         to request: HTTPRequest,
///         context: LambdaContext
///     ) async throws -> HTTPResponse {
///         .stream(headers: ["Content-Type": "text/event-stream"]) { body in
///             for try await price in prices { try await body.write("data: \(price)\n\n") }
///         }
///     }
/// }
/// ```
///
/// It is a `LambdaHTTPHandler` in all else, with the same router, errors and tests. Two services take
/// responses in pieces: function URLs whose invoke mode is `RESPONSE_STREAM`, and REST APIs whose response
/// transfer mode is `STREAM`. The others get a response that was put together.
///
/// An error that is thrown before the first piece becomes a response. Thrown later, it ends the response as
/// one that is not whole, and is logged.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html>
public protocol LambdaHTTPStreamingHandler: LambdaHTTPHandler {
    /// Whether the source of a request takes the response in pieces.
    ///
    /// The event does not tell what the invoke mode of a function URL is, nor the transfer mode of a REST
    /// API. The default takes both for streaming, and every other source for one that is not. A function
    /// that stands behind a REST API in the mode `BUFFERED` as well says so here:
    ///
    /// ```swift
    /// func streamsResponse(to request: HTTPRequest) -> Bool {
    ///     if case .functionURL = request.event { true } else { false }
    /// }
    /// ```
    ///
    /// - Parameter request: The request.
    /// - Returns: `true` to send the response in pieces.
    func streamsResponse(to request: HTTPRequest) -> Bool
}

extension LambdaHTTPStreamingHandler {
    /// Whether a request comes from a function URL or a REST API.
    ///
    /// - Parameter request: The request.
    /// - Returns: `true` if so.
    public func streamsResponse(to request: HTTPRequest) -> Bool {
        switch request.event {
        case .functionURL: true
        // An HTTP API says which version its payload has. It cannot stream.
        case .apiGateway(let event): event.version == nil
        case .apiGatewayV2, .loadBalancer, nil: false
        }
    }

    /// Runs the function.
    ///
    /// `@main` calls this.
    public static func main() {
        FunctionMain.run(Event.self, payloadDecoder) {
            HTTPStreamingFunction(handler: try await Self())
        }
    }
}
