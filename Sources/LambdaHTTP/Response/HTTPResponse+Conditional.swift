import LambdaHTTPShared

extension HTTPResponse {
    /// The response to a client that may have it already: 304 without a body if it has.
    ///
    /// A successful response to GET or HEAD gets an `ETag`, made of its body, unless it has one or is
    /// streamed. If the client's `If-None-Match` names that tag, it has the same body, and is told so. As
    /// middleware, for all routes that are added after it:
    ///
    /// ```swift
    /// router.use { request, context, next in
    ///     try await next(request, context).unlessUnchanged(for: request)
    /// }
    /// ```
    ///
    /// This saves the way to the client, not the work. A handler that knows the version of what it sends
    /// sets `ETag` itself.
    ///
    /// - Parameter request: The request.
    /// - Returns: The response, or one with status 304.
    public func unlessUnchanged(for request: HTTPRequest) -> HTTPResponse {
        guard statusCode == 200, request.method == .get || request.method == .head else {
            return self
        }
        var response = self
        if response.headers["ETag"] == nil {
            // An answer to HEAD that has no body does not tell what the body is.
            guard let bytes = bodyBytes, request.method == .get || !bytes.isEmpty else {
                return self
            }
            response.headers["ETag"] = EntityTag.weak(of: bytes)
        }
        guard let known = request.headers["If-None-Match"], let tag = response.headers["ETag"],
            EntityTag.list(known, hasSameAs: tag)
        else { return response }
        // RFC 9110 section 15.4.5: what describes the body stays behind with it.
        for name in ["Type", "Length", "Encoding", "Language", "Range", "Disposition"] {
            response.headers["Content-" + name] = nil
        }
        response.statusCode = 304
        response.body = .empty
        return response
    }
}

/// Entity tags (RFC 9110 section 8.8.3).
enum EntityTag {
    /// A tag made of a body.
    ///
    /// Weak, as a service on the way may compress the body.
    static func weak(of body: [UInt8]) -> String {
        // FNV-1a. Nobody gains anything by two bodies with the same tag but trouble with his own cache.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in body { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return "W/\"" + String(body.count, radix: 16) + "-" + String(hash, radix: 16) + "\""
    }

    /// Whether the list of an `If-None-Match` names a tag, in the weak comparison of section 13.1.2.
    static func list(_ list: String, hasSameAs tag: String) -> Bool {
        var rest = list.utf8[...]
        // An asterisk stands for any tag, and stands alone.
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        if rest.filter({ !isBlank($0) }) == [UInt8(ascii: "*")] { return true }
        let wanted = opaque(tag)
        while let byte = rest.first {
            guard byte == UInt8(ascii: "\"") else {
                rest.removeFirst()
                continue
            }
            // What is between quotation marks may have commas in it.
            let inside = rest.dropFirst()
            guard let end = inside.firstIndex(of: UInt8(ascii: "\"")) else { return false }
            if inside[..<end].elementsEqual(wanted) { return true }
            rest = inside[end...].dropFirst()
        }
        return false
    }

    /// What is between the quotation marks of a tag.
    private static func opaque(_ tag: String) -> Substring.UTF8View {
        var text = tag.utf8[...]
        if text.starts(with: "W/".utf8) { text = text.dropFirst(2) }
        if text.first == UInt8(ascii: "\"") { text = text.dropFirst() }
        if text.last == UInt8(ascii: "\"") { text = text.dropLast() }
        return text
    }
}
