/// An error that says which response it becomes.
///
/// ```swift
/// struct OutOfStock: HTTPResponseError {
///     let article: String
///     var response: HTTPResponse {
///         .text("Article \(article) is out of stock.", statusCode: 409)
///     }
/// }
/// ```
///
/// Clients see it: put nothing into it that is not for them.
public protocol HTTPResponseError: Error {
    /// The response that a ``LambdaHTTPHandler`` sends where this error was thrown.
    var response: HTTPResponse { get }
}
