public import LambdaHTTPShared

/// An error with a status and a message for the client.
///
/// ```swift
/// guard let order = try await orders.find(id) else {
///     throw HTTPError(404, "There is no order \(id).")
/// }
/// ```
///
/// The body of the response is what API Gateway sends for errors of its own:
/// `{"message":"There is no order 7."}`.
public struct HTTPError: HTTPResponseError, Hashable, CustomStringConvertible {
    /// The HTTP status.
    public var statusCode: Int

    /// What the client is told.
    public var message: String

    /// The headers of the response.
    public var headers: HTTPHeaders

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - statusCode: The HTTP status.
    ///   - message: What the client is told.
    ///   - headers: The headers of the response. The default is none.
    public init(_ statusCode: Int, _ message: String, headers: HTTPHeaders = [:]) {
        self.statusCode = statusCode
        self.message = message
        self.headers = headers
    }

    /// The status, the headers, and the message as JSON.
    public var response: HTTPResponse {
        HTTPResponse(
            statusCode: statusCode,
            headers: headers.withContentType("application/json"),
            body: .text(#"{"message":\#(JSONString.quoted(message))}"#)
        )
    }

    /// The status and the message.
    public var description: String { "\(statusCode) \(message)" }
}
