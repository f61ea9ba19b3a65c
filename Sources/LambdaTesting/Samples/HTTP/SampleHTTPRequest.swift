import LambdaEvents
import LambdaEventsShared
import LambdaHTTPShared

/// A request as a client sends it, before a gateway makes an event of it.
struct SampleHTTPRequest {
    /// The path with its escapes, without the query.
    let path: String
    /// The query with its escapes.
    let rawQuery: String
    /// The parameters of the query, decoded, in their order.
    let query: [(name: String, value: String)]
    /// The headers in their order, those of the gateway first.
    let headers: [(name: String, value: String)]
    /// The cookies, each as `name=value`.
    let cookies: [String]
    /// The body, in Base64 if it is bytes.
    let body: String?
    let isBase64Encoded: Bool

    /// What the client calls itself.
    var userAgent: String? {
        headers.first { $0.name.lowercased() == "user-agent" }?.value
    }

    /// Puts a request together.
    ///
    /// What the test gives takes the place of what is there by default. A gateway that sends the
    /// length of the body among the headers has it in `contentLength`.
    init(
        _ path: String,
        _ query: KeyValuePairs<String, String>,
        _ headers: KeyValuePairs<String, String>,
        _ cookies: KeyValuePairs<String, String>,
        _ body: (any Encodable)?,
        host: String,
        sourceIP: String,
        time: Timestamp,
        contentLength sendsLength: Bool = true
    ) throws {
        let target = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.path = target.first.map { $0.isEmpty ? "/" : String($0) } ?? "/"
        let inPath = target.count > 1 ? String(target[1]) : ""
        let further = query.map { "\(URLEncoding.encode($0.key))=\(URLEncoding.encode($0.value))" }
        rawQuery = ((inPath.isEmpty ? [] : [inPath]) + further).joined(separator: "&")
        self.query = Array(URLEncodedForm(parsing: rawQuery))

        let bytes = try body.map(SampleContent.bytes)
        isBase64Encoded = body is [UInt8]
        self.body =
            isBase64Encoded
            ? bytes.map { Base64.encode($0) } : bytes.map { String(decoding: $0, as: UTF8.self) }

        var lines = [
            (name: "Accept", value: "*/*"),
            (name: "Host", value: host),
            (name: "User-Agent", value: "curl/8.7.1"),
            (name: "X-Amzn-Trace-Id", value: time.traceHeader),
            (name: "X-Forwarded-For", value: sourceIP),
            (name: "X-Forwarded-Port", value: "443"),
            (name: "X-Forwarded-Proto", value: "https"),
        ]
        if let bytes {
            let type =
                body is [UInt8]
                ? "application/octet-stream"
                : body is String ? "text/plain; charset=utf-8" : "application/json"
            lines.append((name: "Content-Type", value: type))
            if sendsLength { lines.append((name: "Content-Length", value: "\(bytes.count)")) }
        }
        let given = Set(headers.map { $0.key.lowercased() })
        lines.removeAll { given.contains($0.name.lowercased()) }
        var pairs = cookies.map { "\($0.key)=\($0.value)" }
        for (name, value) in headers {
            if name.lowercased() == "cookie" {
                pairs = Cookies.pairs(in: value) + pairs
            } else {
                lines.append((name: name, value: value))
            }
        }
        self.headers = lines
        self.cookies = pairs
    }
}

// MARK: - As gateways write it

extension SampleHTTPRequest {
    /// The path without its escapes.
    var decodedPath: String { Self.decode(path) }

    /// Names in lower case, repeated headers joined by commas; cookies apart.
    var joinedHeaders: HTTPHeaders {
        var joined: [(String, String)] = []
        for (name, value) in headers {
            let name = name.lowercased()
            if let index = joined.firstIndex(where: { $0.0 == name }) {
                joined[index].1 += "," + value
            } else {
                joined.append((name, value))
            }
        }
        return HTTPHeaders(joined)
    }

    /// The last value of each header, cookies among them.
    func lastHeaders(lowercased: Bool = false) -> HTTPHeaders {
        var last = HTTPHeaders()
        for (name, value) in withCookies { last[lowercased ? name.lowercased() : name] = value }
        return last
    }

    /// All values of each header, cookies among them.
    func multiValueHeaders(lowercased: Bool = false) -> MultiValueHeaders {
        MultiValueHeaders(
            withCookies.map { (lowercased ? $0.name.lowercased() : $0.name, [$0.value]) }
        )
    }

    private var withCookies: [(name: String, value: String)] {
        cookies.isEmpty
            ? headers : headers + [(name: "Cookie", value: cookies.joined(separator: "; "))]
    }

    /// The parameters of the query, decoded, those of one name joined by commas.
    var joinedQuery: [String: String] {
        Dictionary(query.map { ($0.name, $0.value) }) { "\($0),\($1)" }
    }

    /// The parameters of the query, decoded, the last of each name.
    var lastQuery: [String: String] {
        Dictionary(query.map { ($0.name, $0.value) }) { $1 }
    }

    /// The parameters of the query, decoded, all of each name.
    var multiValueQuery: [String: [String]] {
        Dictionary(query.map { ($0.name, [$0.value]) }, uniquingKeysWith: +)
    }

    /// The parameters of the query as the client sent them.
    var undecodedQuery: [(String, String)] {
        rawQuery.split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    private static func decode(_ text: some StringProtocol) -> String {
        // In a path, a plus sign is a plus sign.
        FormURLEncoding.decode(
            text.split(separator: "+", omittingEmptySubsequences: false)
                .joined(separator: "%2B")
        )
    }
}

// MARK: - Routes

extension SampleHTTPRequest {
    /// The values of the variables in a path such as `/pets/{id}` or `/{proxy+}`.
    ///
    /// - Parameters:
    ///   - template: The path with its variables.
    ///   - decoded: Whether the gateway decodes the values.
    /// - Returns: The values, by the names of the variables.
    /// - Throws: ``LambdaTestError`` if the path of the request is another.
    func pathParameters(of template: String, decoded: Bool) throws -> [String: String] {
        func segments(_ path: String) -> [Substring] {
            path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { $0 }
        }
        var values: [String: String] = [:]
        var rest = segments(path)[...]
        for segment in segments(template) {
            guard let first = rest.first else {
                throw LambdaTestError.pathDoesNotMatch(path, template)
            }
            guard segment.first == "{", segment.last == "}" else {
                if segment != first { throw LambdaTestError.pathDoesNotMatch(path, template) }
                rest = rest.dropFirst()
                continue
            }
            var name = segment.dropFirst().dropLast()
            var value = String(first)
            if name.last == "+" {
                name = name.dropLast()
                value = rest.joined(separator: "/")
                rest = []
            } else {
                rest = rest.dropFirst()
            }
            if value.isEmpty { throw LambdaTestError.pathDoesNotMatch(path, template) }
            values[String(name)] = decoded ? Self.decode(value) : value
        }
        if !rest.isEmpty { throw LambdaTestError.pathDoesNotMatch(path, template) }
        return values
    }
}
