#if LOCAL_RUNNING
import LambdaTransport

/// A request as a client sent it, with all that a service would tell a function about it.
struct HTTPFrontRequest: Sendable {
    typealias Field = (name: String, value: String)

    var method: String
    /// The request target: a path and perhaps a query.
    var target: String
    /// The header fields, in their order.
    var fields: [Field]
    var body: [UInt8]
    /// The minor version of HTTP/1.
    var minorVersion = 1
    /// The address of the client.
    var sourceIP = "127.0.0.1"
    /// The port that the client connected to.
    var port: UInt16 = 9000

    init(
        method: String,
        target: String,
        fields: [Field] = [],
        body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
    }

    /// Copies a request that has arrived whole.
    init(_ reader: borrowing HTTPReader) {
        self.init(reader.parser) { reader.bytes($0) }
    }

    /// Copies a request out of the bytes that a parser has read.
    init(_ parser: HTTPParser, bytes: (Range<Int>) -> UnsafeRawBufferPointer) {
        func text(_ range: Range<Int>) -> String { PercentDecoding.text(bytes(range)) }
        method = text(parser.method)
        target = text(parser.target)
        fields = parser.fields.map { (text($0.name), text($0.value)) }
        body = Array(bytes(parser.body))
        minorVersion = parser.minorVersion
    }
}

extension HTTPFrontRequest {
    /// The values of the fields of a name, which is given in lower case.
    func values(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name }.map(\.value)
    }

    /// The path and the query of the target, as they were sent.
    ///
    /// `nil` for targets that no service passes on, such as the `*` of OPTIONS.
    var pathAndQuery: (path: String, query: String)? {
        var target = Substring(target)
        // RFC 9112 section 3.2.2: a server takes the absolute form, too, which clients send to proxies.
        for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
            target = target.dropFirst(scheme.utf8.count)
            target = target.firstIndex(of: "/").map { target[$0...] } ?? "/"
            break
        }
        guard target.utf8.first == UInt8(ascii: "/") else { return nil }
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return (String(target), "")
        }
        return (String(target[..<mark]), String(target[target.utf8.index(after: mark)...]))
    }

    /// The host that the client meant, without its port.
    var host: String {
        guard let host = values("host").first, !host.isEmpty else { return "localhost" }
        // An IPv6 address is in brackets, with colons of its own.
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }
}
#endif
