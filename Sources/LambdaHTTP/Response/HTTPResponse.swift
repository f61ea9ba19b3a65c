import LambdaEventsShared
public import LambdaHTTPShared

/// What a function answers to a request.
///
/// ```swift
/// HTTPResponse(statusCode: 204)
/// HTTPResponse.text("Hello", headers: ["Cache-Control": "no-store"])
/// try HTTPResponse.json(order, statusCode: 201)
/// HTTPResponse(headers: ["Content-Type": "image/png"], bytes: png)
/// HTTPResponse.redirect(to: "/login")
/// HTTPResponse.stream { body in … }
/// ```
///
/// Bytes travel in Base64 as the source of the request wants it; nothing has to be done for that. A REST
/// API sends them as bytes only if they are of one of its binary media types.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html>,
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html>
public struct HTTPResponse: Hashable, Sendable {
    /// The HTTP status: 200 to 599.
    public var statusCode: Int

    /// The headers.
    ///
    /// Empty if the response needs none beyond those that the service sets. A `Set-Cookie` here is sent like
    /// one of the ``cookies``, in front of them.
    public var headers: HTTPHeaders

    /// The cookies to set, each the value of one `Set-Cookie` header.
    ///
    /// Empty if there are none. A load balancer without multi-value headers takes up to 512.
    public var cookies: [String]

    /// The body.
    public var body: Body

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        cookies: [String] = [],
        body: Body = .empty
    ) {
        self.statusCode = statusCode
        self.headers = headers
        self.cookies = cookies
        self.body = body
    }

    /// The body of a response.
    public enum Body: Hashable, Sendable {
        /// No body.
        case empty
        /// Text, sent as it is.
        case text(String)
        /// Bytes, sent in Base64 to the service and as they are to the client.
        case bytes([UInt8])
        /// What is written while it is sent.
        case stream(HTTPBodyStream)
    }
}

// MARK: - Looking at a response

extension HTTPResponse {
    /// The bytes of the body.
    ///
    /// Empty if there is none. `nil` if they are yet to be written; see ``collected()``.
    public var bodyBytes: [UInt8]? {
        switch body {
        case .empty: []
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        case .stream: nil
        }
    }

    /// The body as text.
    ///
    /// `nil` if it is bytes that are no UTF-8, or if they are yet to be written. The empty text if there is
    /// no body.
    public var bodyText: String? {
        switch body {
        case .empty: ""
        case .text(let text): text
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
        case .stream: nil
        }
    }
}

extension HTTPResponse {
    /// The response with a `Set-Cookie` among its headers moved to its cookies, in front of them.
    ///
    /// Each service has cookies in a place of their own, and what becomes of a header of that name beside it
    /// differs: one of the two would be lost.
    package var withCookiesApart: Self {
        guard headers["Set-Cookie"] != nil else { return self }
        var response = self
        response.headers["Set-Cookie"] = nil
        response.cookies.insert(
            contentsOf: headers.lazy.filter { $0.name.isEqualIgnoringASCIICase(to: "Set-Cookie") }
                .map(\.value),
            at: 0
        )
        return response
    }

    /// What a client learns of an error that is not for it.
    static var internalServerError: Self {
        HTTPError(500, "Internal Server Error").response
    }

    /// Why the response to a request cannot be sent.
    ///
    /// `nil` if it can.
    func flaw(for request: HTTPRequest) -> String? {
        flaw ?? flawOfCookies(in: request.form).map { $0 + "." }
    }

    /// Why the response can be sent to no service.
    ///
    /// `nil` if it can. A header with a line break could begin another header, or the body.
    private var flaw: String? {
        guard 200...599 ~= statusCode else {
            return "The status is \(statusCode). Expected 200 to 599."
        }
        for (name, value) in headers {
            guard Self.isToken(name) else {
                return "A header has a name that no header can have."
            }
            guard Self.isFieldValue(value) else {
                return "The header \"\(name)\" has a control character in its value."
            }
        }
        guard cookies.allSatisfy(Self.isFieldValue) else {
            return "A cookie has a control character in it."
        }
        return nil
    }

    /// Why there is no room for the cookies in a form of response, without a full stop.
    ///
    /// `nil` if there is.
    func flawOfCookies(in form: HTTPRequest.Form) -> String? {
        guard form == .loadBalancer(multiValue: false) else { return nil }
        let count = withCookiesApart.cookies.count
        guard count > HTTPHeaders.cookieLimit else { return nil }
        return
            "Expected at most \(HTTPHeaders.cookieLimit) cookies, found \(count); for more, turn on the "
            + "multi-value headers of the load balancer's target group"
    }

    /// RFC 9110 section 5.6.2.
    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    /// RFC 9110 section 5.5.
    private static func isFieldValue(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
    }
}
