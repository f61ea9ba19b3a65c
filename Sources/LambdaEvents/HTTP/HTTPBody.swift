import LambdaEventsShared
import LambdaJSON

/// The body of an HTTP request as Lambda gets it: text, or bytes in Base64.
///
/// API Gateway, function URLs and load balancers all send this pair of members, and say nothing
/// more about it than the content type does.
package struct HTTPBody {
    private let content: String?
    private let isBase64Encoded: Bool

    package init(_ content: String?, isBase64Encoded: Bool) {
        self.content = content
        self.isBase64Encoded = isBase64Encoded
    }

    /// The bytes, decoded if they were sent in Base64.
    ///
    /// `nil` if there is no body, or if it should be Base64 and is not.
    package var bytes: [UInt8]? {
        guard let content else { return nil }
        return isBase64Encoded ? Base64.decode(content) : Array(content.utf8)
    }

    /// The body as text, decoded if it was sent in Base64.
    ///
    /// `nil` if there is no body, if it should be Base64 and is not, or if its bytes are no UTF-8.
    package var text: String? {
        guard isBase64Encoded else { return content }
        return bytes.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The fields of an HTML form.
    ///
    /// `nil` if the content type is not that of a form, or if there is no text.
    package func form(contentType: String?) -> URLEncodedForm? {
        guard let contentType, Self.isForm(contentType), let text else { return nil }
        return URLEncodedForm(parsing: text)
    }

    /// Whether a content type, parameters apart, is `application/x-www-form-urlencoded`.
    private static func isForm(_ contentType: String) -> Bool {
        let type = contentType.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
        return String(type).isEqualIgnoringASCIICase(to: "application/x-www-form-urlencoded")
    }

    /// Decodes the JSON of the body.
    ///
    /// The key is that of the body, for the error that there is none.
    package func decode<Body: Decodable>(
        _ type: Body.Type,
        at key: any CodingKey
    ) throws -> Body {
        if let content, !isBase64Encoded {
            return try LambdaJSONDecoder().decode(type, from: content)
        }
        guard let bytes else {
            let problem = LambdaJSONError(
                content == nil ? "Expected a body, found none" : "Expected a body in Base64"
            )
            throw DecodingError.valueNotFound(type, DecodingError.Context(problem, at: [key]))
        }
        return try LambdaJSONDecoder().decode(type, from: bytes)
    }
}
