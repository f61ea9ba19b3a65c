import LambdaJSON
import LambdaRuntime

/// Status, headers and cookies of a streamed HTTP response.
///
/// For a function behind a function URL or API Gateway whose responses are streamed:
///
/// ```swift
/// try response.setHead(LambdaHTTPResponseHead(headers: ["Content-Type": "text/event-stream"]))
/// try await response.write("data: hello\n\n")
/// ```
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/lambda/latest/dg/response-streaming-tutorial.html>
public struct LambdaHTTPResponseHead: Hashable, Sendable {
    /// The status code.
    public var statusCode: Int

    /// The headers.
    public var headers: [String: String]

    /// Headers with several values each.
    ///
    /// API Gateway takes these; a function URL knows ``headers`` and ``cookies`` only.
    public var multiValueHeaders: [String: [String]]

    /// The values of `Set-Cookie` headers, such as `session=1; Secure`.
    public var cookies: [String]

    /// Creates a head.
    ///
    /// Parameters match the properties of the same name.
    public init(
        statusCode: Int = 200,
        headers: [String: String] = [:],
        multiValueHeaders: [String: [String]] = [:],
        cookies: [String] = []
    ) {
        self.statusCode = statusCode
        self.headers = headers
        self.multiValueHeaders = multiValueHeaders
        self.cookies = cookies
    }
}

extension LambdaHTTPResponseHead {
    /// The media type that tells Lambda that a response begins with a head.
    package static let contentType: StaticString =
        "application/vnd.awslambda.http-integration-response"
    /// How many NUL bytes separate the head from the body.
    package static let separatorLength = 8

    /// The head as it goes in front of the body: JSON, and eight NUL bytes.
    var prelude: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("{\"statusCode\":")
        bytes.append(contentsOf: String(statusCode).utf8)
        // In the order of their names, so that equal heads are equal bytes.
        if !headers.isEmpty {
            bytes.append(",\"headers\":")
            Self.append(headers.sorted { $0.key < $1.key }, to: &bytes) {
                JSONText.append($0, to: &$1)
            }
        }
        if !multiValueHeaders.isEmpty {
            bytes.append(",\"multiValueHeaders\":")
            Self.append(multiValueHeaders.sorted { $0.key < $1.key }, to: &bytes) {
                Self.append($0, to: &$1)
            }
        }
        if !cookies.isEmpty {
            bytes.append(",\"cookies\":")
            Self.append(cookies, to: &bytes)
        }
        bytes.append("}")
        bytes.append(contentsOf: repeatElement(0, count: Self.separatorLength))
        return bytes
    }

    private static func append<Value>(
        _ members: [(key: String, value: Value)],
        to bytes: inout [UInt8],
        _ appendValue: (Value, inout [UInt8]) -> Void
    ) {
        bytes.append("{")
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(",") }
            JSONText.append(member.key, to: &bytes)
            bytes.append(":")
            appendValue(member.value, &bytes)
        }
        bytes.append("}")
    }

    private static func append(_ elements: [String], to bytes: inout [UInt8]) {
        bytes.append("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(",") }
            JSONText.append(element, to: &bytes)
        }
        bytes.append("]")
    }
}
