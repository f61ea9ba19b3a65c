public import LambdaHTTPShared

/// A request that the loop sent to the Runtime API.
///
/// A ``TestLambda/Invocation`` has the answers it was given, and ``TestLambda/requests`` has all.
public struct RecordedRequest: Sendable, Hashable {
    /// The method: `GET` for a poll, `POST` for an answer.
    public var method: String
    /// The path, such as `/2018-06-01/runtime/invocation/next`.
    public var path: String
    /// The header fields, looked up without regard to case.
    public var headers: HTTPHeaders
    /// The body.
    ///
    /// Empty for a poll.
    public var body: [UInt8]
    /// On which connection it came, counted from 1.
    public var connection: Int
    /// The pieces in which a streamed response was sent.
    ///
    /// Empty for any other request.
    public var pieces: [[UInt8]] = []
    /// The fields behind a streamed response, looked up without regard to case.
    ///
    /// Empty unless the function failed in the middle.
    public var trailers: HTTPHeaders = [:]
    /// A boolean value indicating whether all of it has arrived.
    ///
    /// `false` where the connection broke, or the Runtime API answered early.
    public var isWhole = true

    /// The body as text.
    ///
    /// Invalid UTF-8 is replaced by U+FFFD.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of a header field, by its name in any case.
    ///
    /// `nil` if there is none.
    public func header(_ header: RuntimeAPIHeader) -> String? { headers[header.rawValue] }

    /// The last part of the path: `next`, `response` or `error`.
    public var operation: String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The identifier in the path of an answer.
    ///
    /// `nil` for a poll, and for `/init/error`.
    var requestID: String? {
        let prefix = "/2018-06-01/runtime/invocation/"
        guard method == "POST", path.hasPrefix(prefix) else { return nil }
        let rest = path.dropFirst(prefix.count)
        return rest.firstIndex(of: "/").map { String(rest[..<$0]) }
    }

    /// A boolean value indicating whether it is a response in pieces.
    public var isStreamed: Bool {
        headers[RuntimeAPIHeader.responseMode.rawValue] == "streaming"
    }

    /// A boolean value indicating whether it says that the function could not be initialized.
    var isInitializationError: Bool { path.hasSuffix("/runtime/init/error") }
}
