#if LOCAL_RUNNING
/// What a service sends to an HTTP client.
struct HTTPReply: Sendable {
    typealias Field = (name: String, value: String)

    var status: Int
    /// The header fields, in their order, but for those that frame the message.
    var fields: [Field]
    var body: [UInt8]
    /// What the developer should know, each in one line: why the function's answer is no response, or
    /// what of it the service leaves out.
    var notes: [String] = []

    init(status: Int, fields: [Field] = [], body: [UInt8] = [], notes: [String] = []) {
        self.status = status
        self.fields = fields
        self.body = body
        self.notes = notes
    }
}

// MARK: - Message

extension HTTPReply {
    /// The length of the message as the recipient learns of it.
    enum Framing: Sendable {
        /// The body is complete, and so its length known.
        case length
        /// The body follows in chunks, which only HTTP/1.1 knows.
        case chunked
        /// The body follows, and ends with the connection.
        case untilClose
    }

    /// The reply as it goes over the wire: a head, and the body if it is complete.
    ///
    /// The response to a HEAD has no body (RFC 9110 section 9.3.2). After one that is closing no other
    /// follows on the connection.
    func message(isHead: Bool, closing: Bool, framing: Framing = .length) -> [UInt8] {
        var bytes = Array("HTTP/1.1 \(status) \(Self.reason(of: status))\r\n".utf8)
        func add(_ name: String, _ value: String) {
            bytes += "\(name): \(value)\r\n".utf8
        }
        for field in fields { add(field.name, field.value) }
        if closing || framing == .untilClose { add("Connection", "close") }
        switch framing {
        // RFC 9110 section 8.6: no length where there can be no body.
        case .length where !hasBody: break
        case .length: add("Content-Length", String(body.count))
        case .chunked where hasBody: add("Transfer-Encoding", "chunked")
        case .chunked, .untilClose: break
        }
        bytes += "\r\n".utf8
        if framing == .length, hasBody, !isHead { bytes += body }
        return bytes
    }

    /// A boolean value indicating whether a response of this status has a body at all
    /// (RFC 9110 sections 15.3.5 and 15.4.5).
    var hasBody: Bool { status != 204 && status != 304 }

    /// The usual reason of a status.
    ///
    /// Empty for a status without one, as HTTP allows.
    static func reason(of status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 206: "Partial Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 409: "Conflict"
        case 410: "Gone"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: ""
        }
    }
}
#endif
