import LambdaEventsShared
public import LambdaHTTPShared
public import LambdaJSON
import LambdaRuntime

extension HTTPRequest {
    /// The body as the event has it.
    enum Content: Hashable, Sendable {
        case empty
        case text(String)
        case base64(String)
        case bytes([UInt8])

        init(_ body: String?, isBase64Encoded: Bool) {
            guard let body else {
                self = .empty
                return
            }
            self = isBase64Encoded ? .base64(body) : .text(body)
        }

        init(_ body: Body) {
            switch body {
            case .empty: self = .empty
            case .text(let text): self = .text(text)
            case .bytes(let bytes): self = .bytes(bytes)
            }
        }
    }

    /// The body of a request that is made for a test.
    public enum Body: Hashable, Sendable {
        /// No body.
        case empty
        /// Text.
        case text(String)
        /// Bytes.
        case bytes([UInt8])
    }

    /// How many bytes the body has.
    ///
    /// Base64 is not decoded for it.
    public var bodySize: Int {
        switch content {
        case .empty: 0
        case .text(let text): text.utf8.count
        case .base64(let text): Self.decodedSize(of: text.utf8)
        case .bytes(let bytes): bytes.count
        }
    }

    private static func decodedSize(of base64: String.UTF8View) -> Int {
        let padding = base64.suffix(2).count { $0 == UInt8(ascii: "=") }
        return max(0, base64.count * 3 / 4 - padding)
    }

    /// The bytes of the body.
    ///
    /// `nil` if the request has none, or if it should be Base64 and is not.
    public var bodyBytes: [UInt8]? {
        switch content {
        case .empty: nil
        case .text(let text): Array(text.utf8)
        case .base64(let text): Base64.decode(text)
        case .bytes(let bytes): bytes
        }
    }

    /// The body as text.
    ///
    /// `nil` if the request has none, if it should be Base64 and is not, or if its bytes are no UTF-8.
    public var bodyText: String? {
        if case .text(let text) = content { return text }
        return bodyBytes.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The fields of an HTML form.
    ///
    /// `nil` if the content type is not `application/x-www-form-urlencoded`, or ``bodyText`` is `nil`.
    public var bodyForm: URLEncodedForm? {
        guard mediaType == "application/x-www-form-urlencoded", let bodyText else { return nil }
        return URLEncodedForm(parsing: bodyText)
    }

    /// Decodes the JSON of the body.
    ///
    /// What is wrong with the body is an error that tells the client so: which member it is, but never what it
    /// has sent.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The decoder. One of `LambdaFoundation` knows dates and decimal numbers.
    /// - Returns: The decoded value.
    /// - Throws: ``HTTPError``: 415 if the content type is not that of JSON; 400 if there is no body, or it is
    ///   not JSON, or JSON of another shape.
    public func decodeBody<Body: Decodable>(
        as type: Body.Type = Body.self,
        using decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> Body {
        if let mediaType, !Self.isJSON(mediaType) {
            throw HTTPError(415, "The content type is not that of JSON. Send application/json.")
        }
        do {
            if case .text(let text) = content {
                return try decoder.decode(type, from: text)
            }
            guard let bodyBytes else {
                guard case .empty = content else {
                    throw HTTPError(400, "The body is not valid Base64.")
                }
                throw HTTPError(400, "The request has no body. Expected JSON.")
            }
            return try decoder.decode(type, from: bodyBytes)
        } catch let error as DecodingError {
            let problem = DecodingProblem(error)
            let place = problem.map { $0.path.isEmpty ? "" : " at \($0.path)" } ?? ""
            throw HTTPError(
                400,
                "The body is not as expected\(place): \(problem?.text ?? "it is not valid.")"
            )
        }
    }

    /// The content type without its parameters, in lower case.
    ///
    /// `nil` if there is no content type.
    private var mediaType: String? {
        headers["Content-Type"].map { type in
            let end = type.utf8.firstIndex {
                [UInt8(ascii: ";"), UInt8(ascii: " "), UInt8(ascii: "\t")].contains($0)
            }
            return type[..<(end ?? type.endIndex)].lowercased()
        }
    }

    /// `application/json`, and types such as `application/problem+json` (RFC 6839 section 3.1).
    private static func isJSON(_ type: String) -> Bool {
        type == "application/json" || type.hasSuffix("+json")
    }
}

// MARK: - Path, headers, cookies

extension HTTPRequest {
    /// The parts of the path between slashes, decoded.
    ///
    /// A slash that was escaped stays within its part.
    public var pathSegments: [String] { HTTPPath.segments(of: path) }

    /// Finds the value of a cookie.
    ///
    /// - Parameter name: The name, in the case the cookie was set with.
    /// - Returns: The value as it was sent, or `nil` if the client sent no cookie of that name.
    public func cookie(named name: String) -> String? {
        Cookies.value(named: name, in: cookies)
    }
}
