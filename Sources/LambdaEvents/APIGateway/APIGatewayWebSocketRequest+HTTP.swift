import LambdaEventsShared
import LambdaHTTPShared

extension APIGatewayWebSocketRequest {
    /// The bytes of the message, decoded if they were sent in Base64.
    ///
    /// `nil` if there is no message, or if it should be Base64 and is not.
    public var bodyBytes: [UInt8]? { message.bytes }

    /// The message as text, decoded if it was sent in Base64.
    ///
    /// `nil` if there is no message, if it should be Base64 and is not, or if its bytes are no
    /// UTF-8.
    public var bodyText: String? { message.text }

    /// Decodes the JSON of the message.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if there is no message, or its bytes are not JSON, or JSON of
    ///   another shape.
    public func decodeBody<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body {
        try message.decode(type, at: CodingKeys.body)
    }

    private var message: HTTPBody {
        HTTPBody(body, isBase64Encoded: isBase64Encoded)
    }

    /// Finds the last value of a header, in ``headers`` or else in ``multiValueHeaders``.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The value, or `nil` if there is no header of that name.
    public func header(named name: String) -> String? {
        headers[name] ?? multiValueHeaders[name].last
    }

    /// Finds all values of a header, in ``multiValueHeaders`` or else in ``headers``.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The values, in their order. Empty if there is no header of that name.
    public func headerValues(named name: String) -> [String] {
        let values = multiValueHeaders[name]
        guard values.isEmpty else { return values }
        return headers[name].map { [$0] } ?? []
    }

    /// Finds the value of a cookie that came with the connection.
    ///
    /// - Parameter name: The name, in the case the cookie was set with.
    /// - Returns: The value as it was sent, or `nil` if there is no cookie of that name.
    public func cookie(named name: String) -> String? {
        Cookies.value(named: name, in: headerValues(named: "Cookie").flatMap(Cookies.pairs))
    }

    /// Finds the values of a query parameter, in ``multiValueQueryStringParameters`` or else in
    /// ``queryStringParameters``.
    ///
    /// API Gateway has decoded them.
    ///
    /// - Parameter name: The name of the parameter, decoded.
    /// - Returns: The values, in their order. Empty if the query has no such parameter.
    public func queryValues(named name: String) -> [String] {
        multiValueQueryStringParameters[name] ?? queryStringParameters[name].map { [$0] } ?? []
    }
}
