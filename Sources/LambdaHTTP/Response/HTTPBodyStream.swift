public import LambdaJSON
import LambdaTransport

/// A body that is written in pieces, for ``HTTPResponse/stream(statusCode:headers:_:)``.
///
/// Two are equal if they are the same one: what is written is known only when it is.
public final class HTTPBodyStream: Hashable, Sendable {
    private let body: @Sendable (HTTPBodyWriter) async throws -> Void

    /// Creates a body.
    ///
    /// - Parameter body: Writes it. It is called once for each response that is sent.
    public init(_ body: @escaping @Sendable (HTTPBodyWriter) async throws -> Void) {
        self.body = body
    }

    /// Writes the body.
    package nonisolated(nonsending) func write(to writer: HTTPBodyWriter) async throws {
        try await body(writer)
    }

    /// Whether two bodies are the same one.
    public static func == (left: HTTPBodyStream, right: HTTPBodyStream) -> Bool { left === right }

    /// Hashes which one it is.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// What the body of a response is written to, piece by piece.
///
/// Where the response is streamed, a piece is on its way to the client when the call that writes it returns.
/// Where its source takes it as a whole only, the pieces are collected.
public struct HTTPBodyWriter: Sendable {
    private let send: @Sendable ([UInt8]) async throws -> Void

    /// Creates a writer.
    ///
    /// - Parameter send: Takes a piece. An empty one asks for what has been held back so far: the head.
    package init(_ send: @escaping @Sendable ([UInt8]) async throws -> Void) {
        self.send = send
    }

    /// Writes text, as UTF-8.
    ///
    /// - Parameter text: The text.
    /// - Throws: An error if the client is gone, or the response has become too large. Pass it on.
    public nonisolated(nonsending) func write(_ text: String) async throws {
        try await write(Array(text.utf8))
    }

    /// Writes bytes.
    ///
    /// - Parameter bytes: The bytes.
    /// - Throws: As ``write(_:)-(String)``.
    public nonisolated(nonsending) func write(_ bytes: [UInt8]) async throws {
        if !bytes.isEmpty { try await send(bytes) }
    }

    /// Writes the JSON of a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - encoder: The encoder.
    /// - Throws: `EncodingError`, and as ``write(_:)-(String)``.
    public nonisolated(nonsending) func write(
        encoding value: some Encodable,
        using encoder: LambdaJSONEncoder = LambdaJSONEncoder()
    ) async throws {
        try await write(try encoder.encode(value))
    }

    /// Writes the JSON of a value and a line feed: newline-delimited JSON.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - encoder: The encoder.
    /// - Throws: `EncodingError`, and as ``write(_:)-(String)``.
    public nonisolated(nonsending) func writeLine(
        encoding value: some Encodable,
        using encoder: LambdaJSONEncoder = LambdaJSONEncoder()
    ) async throws {
        try await write(try encoder.encode(value) + [0x0A])
    }

    /// Sends status and headers, if they have not been sent with a piece.
    ///
    /// The client has them then, long before the first piece perhaps. From here on an error can no longer
    /// become a response.
    ///
    /// - Throws: As ``write(_:)-(String)``.
    public nonisolated(nonsending) func flush() async throws { try await send([]) }
}

extension HTTPResponse {
    /// Creates a response whose body is written in pieces.
    ///
    /// ```swift
    /// .stream(headers: ["Content-Type": "text/event-stream"]) { body in
    ///     for try await price in prices { try await body.write("data: \(price)\n\n") }
    /// }
    /// ```
    ///
    /// The client has each piece when it is written if the handler is a `LambdaHTTPStreamingHandler`, of
    /// the module `LambdaHTTPStreaming`, and the source of the request takes responses in pieces. Otherwise
    /// the pieces are put together, up to the 6 MB that Lambda takes, 4.5 MB of what is no
    /// text.
    ///
    /// An error that is thrown before the first piece becomes a response as any other does.
    ///
    /// - Parameters:
    ///   - statusCode: The HTTP status. The default is 200.
    ///   - headers: The headers. Name the content type here.
    ///   - body: Writes the body.
    /// - Returns: The response.
    public static func stream(
        statusCode: Int = 200,
        headers: HTTPHeaders = [:],
        _ body: @escaping @Sendable (HTTPBodyWriter) async throws -> Void
    ) -> Self {
        Self(statusCode: statusCode, headers: headers, body: .stream(HTTPBodyStream(body)))
    }

    /// The response with its body put together, if it is written in pieces.
    ///
    /// Tests look at what it has written:
    ///
    /// ```swift
    /// let response = try await Ticker().respond(to: request, context: .test()).collected()
    /// #expect(response.bodyText == "data: 1\n\n")
    /// ```
    ///
    /// - Returns: The response, whose body is text if it is UTF-8, and bytes otherwise.
    /// - Throws: What writing the body throws, and an error if it is larger than Lambda takes.
    public nonisolated(nonsending) func collected() async throws -> HTTPResponse {
        guard case .stream(let body) = body else { return self }
        let bytes = Monitor<[UInt8]>([])
        try await body.write(
            to: HTTPBodyWriter { piece in
                try bytes.withLock {
                    guard $0.count + piece.count <= ResponseTooLarge.limit else {
                        throw ResponseTooLarge()
                    }
                    $0 += piece
                }
            }
        )
        let collected = bytes.withLock { $0 }
        var response = self
        if collected.isEmpty {
            response.body = .empty
        } else if let text = String(validating: collected, as: UTF8.self) {
            response.body = .text(text)
        } else {
            // It goes out in Base64, four characters for three bytes.
            guard (collected.count + 2) / 3 * 4 <= ResponseTooLarge.limit else {
                throw ResponseTooLarge()
            }
            response.body = .bytes(collected)
        }
        return response
    }
}

/// A body in pieces is more than Lambda takes as a whole.
struct ResponseTooLarge: Error, CustomStringConvertible {
    /// 6 MiB, the largest response that Lambda takes.
    static let limit = 6 * 1024 * 1024

    var description: String {
        "The body of the response has become larger than 6 MB, the most that is sent as a whole. Stream it "
            + "through a function URL or a REST API, or store it in S3."
    }
}
