import LambdaEventsShared
public import LambdaHTTPShared

extension APIGatewayV2Request {
    /// The bytes of the body, decoded if they were sent in Base64.
    ///
    /// `nil` if the request has no body, or if it should be Base64 and is not.
    public var bodyBytes: [UInt8]? { httpBody.bytes }

    /// The body as text, decoded if it was sent in Base64.
    ///
    /// `nil` if the request has no body, if it should be Base64 and is not, or if its bytes are no
    /// UTF-8.
    public var bodyText: String? { httpBody.text }

    /// The fields of an HTML form.
    ///
    /// `nil` if the content type is not `application/x-www-form-urlencoded`, or ``bodyText`` is
    /// `nil`.
    public var bodyForm: URLEncodedForm? {
        httpBody.form(contentType: headers["Content-Type"])
    }

    /// Decodes the JSON of the body.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the request has no body, or its bytes are not JSON, or JSON of
    ///   another shape.
    public func decodeBody<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body {
        try httpBody.decode(type, at: CodingKeys.body)
    }

    private var httpBody: HTTPBody {
        HTTPBody(body, isBase64Encoded: isBase64Encoded)
    }

    /// Finds the value of a cookie.
    ///
    /// - Parameter name: The name, in the case the cookie was set with.
    /// - Returns: The value as it was sent, or `nil` if the client sent no cookie of that name.
    public func cookie(named name: String) -> String? {
        Cookies.value(named: name, in: cookies)
    }

    /// Finds the values of a query parameter.
    ///
    /// They are read from ``rawQueryString``, so that values with commas stay apart.
    ///
    /// - Parameter name: The name of the parameter, decoded.
    /// - Returns: The values, decoded, in their order. Empty if the query has no such parameter.
    public func queryValues(named name: String) -> [String] {
        FormURLEncoding.values(named: name, in: rawQueryString)
    }
}
