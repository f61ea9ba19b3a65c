#if LOCAL_RUNNING
import LambdaTransport

/// A request that a local server has received whole.
package struct ServerRequest: Sendable {
    package var method: String
    /// As it was sent, percent-encoded, with its query.
    package var target: String
    /// The header fields in their order, as they were sent.
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]
    /// The fields behind a chunked body.
    package var trailers: [(name: String, value: String)] = []
    /// The minor version of HTTP/1.
    package var minorVersion = 1
    /// The IP address of the client.
    package var sourceIP = "127.0.0.1"

    package init(
        method: String,
        target: String,
        fields: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
    }

    init(_ reader: borrowing HTTPReader) {
        // What is no UTF-8 is taken for Latin-1, which all bytes are, so that nothing is lost.
        func text(_ range: Range<Int>) -> String {
            let bytes = reader.bytes(range)
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
        method = text(reader.parser.method)
        target = text(reader.parser.target)
        fields = reader.parser.fields.map { (text($0.name), text($0.value)) }
        body = Array(reader.body)
        trailers = reader.parser.trailers.map { (text($0.name), text($0.value)) }
        minorVersion = reader.parser.minorVersion
    }

    /// The target without its query.
    package var path: Substring { target.prefix { $0 != "?" } }

    /// What follows the first `?` of the target.
    ///
    /// `nil` where there is none.
    package var query: Substring? {
        target.firstIndex(of: "?").map { target[target.index(after: $0)...] }
    }

    /// The value of the first field of a name, which is given in lower case.
    package func value(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name }?.value
    }

    /// The value of the first trailer of a name, which is given in lower case.
    package func trailer(_ name: String) -> String? {
        trailers.first { $0.name.lowercased() == name }?.value
    }

    /// The media type of the body, as Lambda assumes it where there is none.
    var contentType: String { value("content-type") ?? "application/octet-stream" }
}
#endif
