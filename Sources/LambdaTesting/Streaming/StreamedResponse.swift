public import LambdaJSON
import LambdaRuntime
public import LambdaStreaming

/// A response that a function wrote in pieces.
///
/// ```swift
/// let response = try await Storyteller().response(to: request)
/// #expect(response.head?.statusCode == 200)
/// #expect(response.text == "Once upon a time")
/// #expect(response.isComplete)
/// ```
public struct StreamedResponse: Hashable, Sendable {
    /// The media type.
    ///
    /// `nil` before the first piece.
    public var contentType: String?

    /// Status, headers and cookies of an HTTP response.
    ///
    /// `nil` if the function set none.
    public var head: LambdaHTTPResponseHead?

    /// The pieces of the body, as they were written.
    ///
    /// A piece of more than 64 KB comes in several.
    public var pieces: [[UInt8]]

    /// The error with which the response failed in the middle.
    ///
    /// `nil` if it did not.
    public var error: ReportedError?

    /// A boolean value indicating whether the response has been ended, and not by an error.
    public var isComplete: Bool

    /// The body.
    public var body: [UInt8] { pieces.reduce(into: []) { $0 += $1 } }

    /// The body as text.
    ///
    /// Invalid UTF-8 is replaced by U+FFFD.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// Decodes each line of the body: newline-delimited JSON.
    ///
    /// - Parameters:
    ///   - type: The type of a line.
    ///   - decoder: The decoder. The default is a new one.
    /// - Returns: The values, without empty lines.
    /// - Throws: ``LambdaTestError`` if a line is something else.
    public func lines<Value: Decodable>(
        as type: Value.Type = Value.self,
        with decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> [Value] {
        try body.split(separator: 0x0A).map { line in
            do {
                return try decoder.decode(type, from: Array(line))
            } catch {
                throw LambdaTestError.undecodable(type, error)
            }
        }
    }
}

extension StreamedResponse {
    /// Reads what was posted.
    init(_ request: RecordedRequest) {
        let error = ReportedError(trailersOf: request)
        self.init(
            contentType: request.header(.contentType),
            chunks: request.pieces,
            error: error,
            isComplete: request.isWhole && error == nil
        )
    }

    /// Takes the head off the first bytes, if there is one.
    init(contentType: String?, chunks: [[UInt8]], error: ReportedError?, isComplete: Bool) {
        self.contentType = contentType
        self.error = error
        self.isComplete = isComplete
        pieces = chunks
        guard contentType == "\(LambdaHTTPResponseHead.contentType)" else { return }
        let body = self.body
        let separator = [UInt8](repeating: 0, count: LambdaHTTPResponseHead.separatorLength)
        guard
            let end = body.indices.first(where: { body[$0...].starts(with: separator) })
        else { return }
        head = LambdaHTTPResponseHead(prelude: Array(body[..<end]))
        var prelude = end + separator.count
        pieces = chunks.compactMap { chunk in
            let rest = chunk.dropFirst(prelude)
            prelude -= min(prelude, chunk.count)
            return rest.isEmpty ? nil : Array(rest)
        }
    }
}

extension LambdaHTTPResponseHead {
    /// Reads a head as Lambda does.
    ///
    /// `nil` if it is no JSON object.
    init?(prelude: [UInt8]) {
        guard let json = try? LambdaJSONDecoder().decode(JSONValue.self, from: prelude),
            let members = json.objectValue
        else { return nil }
        func strings(_ value: JSONValue?) -> [String] {
            value?.arrayValue?.compactMap(\.stringValue) ?? []
        }
        self.init(cookies: strings(members["cookies"]))
        if let status = members["statusCode"]?.intValue { statusCode = status }
        for (name, value) in members["headers"]?.objectValue ?? [:] {
            headers[name] = value.stringValue
        }
        for (name, value) in members["multiValueHeaders"]?.objectValue ?? [:] {
            multiValueHeaders[name] = strings(value)
        }
    }
}
