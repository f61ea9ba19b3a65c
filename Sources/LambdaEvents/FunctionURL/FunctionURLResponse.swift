import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared
import LambdaJSON

/// A response to a request to the URL of a function.
///
/// ```swift
/// FunctionURLResponse(statusCode: 204)
/// FunctionURLResponse.text("Hello", headers: ["Cache-Control": "no-store"])
/// try FunctionURLResponse.json(order, statusCode: 201)
/// FunctionURLResponse(headers: ["Content-Type": "image/png"], bytes: png)
/// ```
///
/// (A handler may also return any other value. Lambda then answers with status 200 and the JSON of
/// the value.)
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html>
public struct FunctionURLResponse: Codable, Hashable, Sendable {
    /// The HTTP status.
    public var statusCode: Int

    /// The headers.
    ///
    /// Empty if the response needs none beyond those Lambda sets. Without a content type, Lambda
    /// says `application/json`.
    public var headers: HTTPHeaders

    /// The cookies to set, each the value of one `Set-Cookie` header.
    ///
    /// Empty if there are none.
    public var cookies: [String]

    /// The body, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` for a response without a body.
    public var body: String?

    /// Whether Lambda decodes ``body`` from Base64.
    ///
    /// Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        cookies: [String] = [],
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.statusCode = statusCode
        self.headers = headers
        self.cookies = cookies
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }
}

extension FunctionURLResponse {
    /// Creates a response whose body is bytes, sent in Base64.
    ///
    /// - Parameters:
    ///   - statusCode: The HTTP status. The default is 200.
    ///   - headers: The headers. Name the content type here.
    ///   - cookies: The cookies to set.
    ///   - bytes: The body.
    public init(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        cookies: [String] = [],
        bytes: some Sequence<UInt8>
    ) {
        self.init(
            statusCode: statusCode,
            headers: headers,
            cookies: cookies,
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
            headers: headers.withContentType("application/json"),
            body: try LambdaJSONEncoder().encodeToString(value)
        )
    }
}
