import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared
import LambdaJSON

/// A response to a request of a REST API, or of an HTTP API in payload format 1.0.
///
/// ```swift
/// APIGatewayResponse(statusCode: 204)
/// APIGatewayResponse.text("Hello", headers: ["Cache-Control": "no-store"])
/// try APIGatewayResponse.json(order, statusCode: 201)
/// APIGatewayResponse(bytes: png, headers: ["Content-Type": "image/png"])
/// ```
///
/// A REST API sends the bytes only to clients that accept one of the binary media types configured
/// for it, and Base64 to others.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format>
public struct APIGatewayResponse: Codable, Hashable, Sendable {
    /// The HTTP status.
    public var statusCode: Int

    /// The headers that have one value.
    ///
    /// Empty if the response needs none beyond those API Gateway sets.
    public var headers: HTTPHeaders

    /// The headers that have several values, such as `Set-Cookie`.
    ///
    /// Empty if there are none. API Gateway merges them with ``headers``; where both have a name,
    /// these values count.
    public var multiValueHeaders: MultiValueHeaders

    /// The body, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` for a response without a body.
    public var body: String?

    /// Whether API Gateway decodes ``body`` from Base64.
    ///
    /// Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        multiValueHeaders: MultiValueHeaders = [:],
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.statusCode = statusCode
        self.headers = headers
        self.multiValueHeaders = multiValueHeaders
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }
}

extension APIGatewayResponse {
    /// Creates a response whose body is bytes, sent in Base64.
    ///
    /// - Parameters:
    ///   - statusCode: The HTTP status. The default is 200.
    ///   - headers: The headers. Name the content type here.
    ///   - multiValueHeaders: The headers that have several values.
    ///   - bytes: The body.
    public init(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        multiValueHeaders: MultiValueHeaders = [:],
        bytes: some Sequence<UInt8>
    ) {
        self.init(
            statusCode: statusCode,
            headers: headers,
            multiValueHeaders: multiValueHeaders,
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

    /// Adds a cookie, as one more `Set-Cookie` header.
    ///
    /// - Parameter cookie: The value of the header, such as `session=abc; HttpOnly; Secure`.
    public mutating func addCookie(_ cookie: String) {
        // Where both maps have the name, API Gateway would lose the one in `headers`.
        if let first = headers["Set-Cookie"] {
            headers["Set-Cookie"] = nil
            multiValueHeaders["Set-Cookie"].insert(first, at: 0)
        }
        multiValueHeaders.append(cookie, to: "Set-Cookie")
    }
}
