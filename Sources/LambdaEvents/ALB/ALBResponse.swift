import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared

/// A response to a request of an Application Load Balancer.
///
/// ```swift
/// ALBResponse(statusCode: 204).matching(request)
/// ALBResponse.text("Hello", headers: ["Cache-Control": "no-store"]).matching(request)
/// try ALBResponse.json(order, statusCode: 201).matching(request)
/// ALBResponse(headers: ["Content-Type": "image/png"], bytes: png).matching(request)
/// ```
///
/// The load balancer takes ``headers`` or ``multiValueHeaders``, after an attribute of the target
/// group, and answers 502 to the client if it gets the other ones. ``matching(_:)`` makes them those
/// the request came with; without it, a function works with single-value headers only.
///
/// The JSON of a response can have up to 1 MB.
///
/// AWS documentation: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html>
public struct ALBResponse: Codable, Hashable, Sendable {
    /// The HTTP status.
    public var statusCode: Int

    /// The HTTP status with its reason, separated by a space: `404 Not Found`.
    ///
    /// `nil` to leave the reason to the load balancer.
    public var statusDescription: String?

    /// The headers, for a target group without multi-value headers.
    ///
    /// `nil` for a target group with them.
    public var headers: HTTPHeaders?

    /// The headers, for a target group with multi-value headers.
    ///
    /// `nil` for a target group without them.
    public var multiValueHeaders: MultiValueHeaders?

    /// The body, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` for a response without a body.
    public var body: String?

    /// Whether the load balancer decodes ``body`` from Base64.
    ///
    /// Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name. Without either kind of headers, it has
    /// empty ones: the load balancer wants them.
    public init(
        statusCode: Int = 200,
        statusDescription: String? = nil,
        headers: HTTPHeaders? = nil,
        multiValueHeaders: MultiValueHeaders? = nil,
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.statusCode = statusCode
        self.statusDescription = statusDescription
        self.headers = headers ?? (multiValueHeaders == nil ? [:] : nil)
        self.multiValueHeaders = multiValueHeaders
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }
}

extension ALBResponse {
    /// The response with the kind of headers that a request came with.
    ///
    /// From single to multi-value headers, each header gets one value. The other way round, several
    /// values of a header are joined with commas. Cookies cannot be joined: each is sent under a
    /// spelling of its own, such as `Set-Cookie` and `set-Cookie`. There are 512 of these; a response
    /// with more cookies keeps its multi-value headers, with which the load balancer answers 502
    /// rather than without some of the cookies. Turn on the multi-value headers of the target group
    /// then.
    ///
    /// - Parameter request: The request to answer.
    /// - Returns: The response with that kind of headers alone.
    public func matching(_ request: ALBRequest) -> Self {
        var response = self
        let present = multiValueHeaders ?? [:]
        let cookies = present["Set-Cookie"]
        if request.usesMultiValueHeaders || cookies.count > HTTPHeaders.cookieLimit {
            var all = present
            // Several cookies may have a spelling each.
            for (name, value) in headers ?? [:] where present[name].isEmpty {
                all.append(value, to: name)
            }
            response.headers = nil
            response.multiValueHeaders = all
        } else {
            var single = headers ?? [:]
            for (name, values) in present
            where !values.isEmpty && !name.isEqualIgnoringASCIICase(to: "Set-Cookie") {
                single[name] = values.joined(separator: ", ")
            }
            if !cookies.isEmpty { single.setCookies(cookies) }
            response.headers = single
            response.multiValueHeaders = nil
        }
        return response
    }
}
