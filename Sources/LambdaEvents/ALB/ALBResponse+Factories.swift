import LambdaEventsShared
public import LambdaHTTPShared
import LambdaJSON

extension ALBResponse {
    /// Creates a response whose body is bytes, sent in Base64.
    ///
    /// - Parameters:
    ///   - statusCode: The HTTP status. The default is 200.
    ///   - headers: The headers. Name the content type here.
    ///   - bytes: The body.
    public init(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        bytes: some Sequence<UInt8>
    ) {
        self.init(
            statusCode: statusCode,
            statusDescription: Self.statusDescription(of: statusCode),
            headers: headers,
            body: Base64.encode(bytes),
            isBase64Encoded: true
        )
    }

    /// Creates a response of plain text.
    ///
    /// - Parameters:
    ///   - text: The body.
    ///   - statusCode: The HTTP status. The default is 200.
    ///   - headers: The headers. A content type given here is kept.
    /// - Returns: The response, of the type `text/plain; charset=utf-8`.
    public static func text(
        _ text: String,
        statusCode: Int = 200,
        headers: HTTPHeaders = [:]
    ) -> Self {
        Self(
            statusCode: statusCode,
            statusDescription: statusDescription(of: statusCode),
            headers: headers.withContentType("text/plain; charset=utf-8"),
            body: text
        )
    }

    /// Creates a response whose body is the JSON of a value.
    ///
    /// - Parameters:
    ///   - value: The value to encode.
    ///   - statusCode: The HTTP status. The default is 200.
    ///   - headers: The headers. A content type given here is kept.
    /// - Returns: The response, of the type `application/json`.
    /// - Throws: `EncodingError` if the value cannot be encoded.
    public static func json(
        _ value: some Encodable,
        statusCode: Int = 200,
        headers: HTTPHeaders = [:]
    ) throws -> Self {
        Self(
            statusCode: statusCode,
            statusDescription: statusDescription(of: statusCode),
            headers: headers.withContentType("application/json"),
            body: try LambdaJSONEncoder().encodeToString(value)
        )
    }

    /// The status with the reason that RFC 9110 gives for it: `404 Not Found`.
    ///
    /// - Parameter statusCode: The HTTP status.
    /// - Returns: The text, or `nil` for a status without a usual reason.
    public static func statusDescription(of statusCode: Int) -> String? {
        reason(of: statusCode).map { "\(statusCode) \($0)" }
    }

    private static func reason(of statusCode: Int) -> String? {
        switch statusCode {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 203: "Non-Authoritative Information"
        case 204: "No Content"
        case 205: "Reset Content"
        case 206: "Partial Content"
        case 300: "Multiple Choices"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 402: "Payment Required"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 411: "Length Required"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 416: "Range Not Satisfiable"
        case 417: "Expectation Failed"
        case 422: "Unprocessable Content"
        case 426: "Upgrade Required"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: nil
        }
    }
}
