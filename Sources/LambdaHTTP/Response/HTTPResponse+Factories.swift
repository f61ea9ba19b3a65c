public import LambdaHTTPShared
public import LambdaJSON

extension HTTPResponse {
    /// Creates a response whose body is bytes.
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
            body: .bytes(Array(bytes))
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
            body: .text(text)
        )
    }

    /// Creates a response whose body is the JSON of a value.
    ///
    /// - Parameters:
    ///   - value: The value to encode.
    ///   - statusCode: The HTTP status. The default is 200.
    ///   - headers: The headers. A content type given here is kept.
    ///   - encoder: The encoder. One of `LambdaFoundation` knows dates and decimal numbers.
    /// - Returns: The response, of the type `application/json`.
    /// - Throws: `EncodingError` if the value cannot be encoded.
    public static func json(
        _ value: some Encodable,
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        using encoder: LambdaJSONEncoder = LambdaJSONEncoder()
    ) throws -> Self {
        Self(
            statusCode: statusCode,
            headers: headers.withContentType("application/json"),
            body: .text(try encoder.encodeToString(value))
        )
    }

    /// Creates a response that sends the client elsewhere.
    ///
    /// - Parameters:
    ///   - location: The URL, or the path, of the other resource. It is sent as it is: what was made of a
    ///     client's input needs a check first, or others can use it to send people to places of theirs.
    ///   - statusCode: The HTTP status. The default is 303, after which a client asks with GET; 307 and 308
    ///     keep the method.
    /// - Returns: The response, without a body.
    public static func redirect(to location: String, statusCode: Int = 303) -> Self {
        Self(statusCode: statusCode, headers: ["Location": location])
    }
}
