#if LOCAL_RUNNING
/// What a local server says to one request: a status, header fields and a body.
package struct ServerAnswer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    /// From which size on the body goes out chunked, as one chunk.
    ///
    /// `nil` for never: it goes with a Content-Length.
    var chunkingLimit: Int?

    package init(
        status: Int,
        headers: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer that says something in words.
    package static func text(_ status: Int, _ text: String) -> Self {
        Self(
            status: status,
            headers: [("Content-Type", "text/plain; charset=utf-8")],
            body: Array("\(text)\n".utf8)
        )
    }
}

extension ServerAnswer {
    /// How the answer goes over the wire, as far as that depends on the request.
    struct Delivery {
        /// No other answer will follow on the connection.
        var isLast = false
        /// The client knows chunks, which HTTP/1.0 does not (RFC 9112 section 7.1).
        var allowsChunks = true
        /// The request was HEAD: the answer has the head that the body would have, and no body.
        var omitsBody = false
    }

    /// How much body there is, for the head to say.
    enum Extent {
        /// All of it is there.
        case whole
        /// It follows in pieces.
        case pieces
    }

    /// Head and body.
    func message(_ delivery: Delivery = Delivery()) -> [UInt8] {
        var bytes = head(delivery, .whole)
        guard hasBody, !delivery.omitsBody else { return bytes }
        bytes.reserveCapacity(bytes.count + body.count + 32)
        guard isChunked(delivery) else { return bytes + body }
        bytes += "\(String(body.count, radix: 16))\r\n".utf8
        bytes += body
        bytes += "\r\n0\r\n\r\n".utf8
        return bytes
    }

    private func isChunked(_ delivery: Delivery) -> Bool {
        guard let chunkingLimit else { return false }
        return body.count > chunkingLimit && delivery.allowsChunks
    }

    /// The status line and the header fields, with the empty line behind them.
    func head(_ delivery: Delivery, _ extent: Extent) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        bytes += "HTTP/1.1 \(status) \(reason)\r\n".utf8
        for (name, value) in headers {
            bytes += name.utf8
            bytes += ": ".utf8
            // RFC 9110 section 5.5: a field value holds no control characters. A caller's client context
            // may, and must not become a header of its own.
            bytes += value.utf8.map { $0 < 0x20 || $0 == 0x7f ? UInt8(ascii: " ") : $0 }
            bytes += "\r\n".utf8
        }
        if delivery.isLast { bytes += "Connection: close\r\n".utf8 }
        if hasBody {
            switch extent {
            case .whole where !isChunked(delivery):
                bytes += "Content-Length: \(body.count)\r\n".utf8
            case .pieces where !delivery.allowsChunks: break
            case .whole, .pieces: bytes += "Transfer-Encoding: chunked\r\n".utf8
            }
        }
        bytes += "\r\n".utf8
        return bytes
    }

    /// RFC 9110 section 6.4.1: these statuses have no content, and no field that says how much.
    var hasBody: Bool { status != 204 && status != 304 }

    private var reason: String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
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
        case 409: "Conflict"
        case 410: "Gone"
        case 413: "Request Entity Too Large"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: "Unknown"
        }
    }
}
#endif
