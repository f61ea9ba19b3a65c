import LambdaHTTPShared
import LambdaJSON

/// An error that a function posted to the Runtime API.
public struct ReportedError: Hashable, Sendable, CustomStringConvertible {
    /// The type: the name of the Swift type that was thrown, or what the error calls itself.
    public var type: String
    /// What happened.
    public var message: String
    /// The stack trace.
    ///
    /// Empty, as the runtime has none to send.
    public var stackTrace: [String]
    /// The value of the header from which Lambda makes its metrics, such as `Function.OutOfStock`.
    ///
    /// `nil` if there was none.
    public var functionErrorType: String?

    /// Creates an error.
    ///
    /// Parameters match the properties of the same name.
    public init(
        type: String,
        message: String,
        stackTrace: [String] = [],
        functionErrorType: String? = nil
    ) {
        self.type = type
        self.message = message
        self.stackTrace = stackTrace
        self.functionErrorType = functionErrorType
    }

    /// Reads what was posted to an error path, as much of it as is there.
    init(_ request: RecordedRequest) {
        self.init(
            document: request.body,
            functionErrorType: request.headers[RuntimeAPIHeader.functionErrorType.rawValue]
        )
    }

    /// Reads an error document, as much of it as is there.
    init(document: [UInt8], functionErrorType: String?) {
        let body = try? LambdaJSONDecoder().decode(JSONValue.self, from: document)
        self.init(
            type: body?["errorType"]?.stringValue ?? "",
            message: body?["errorMessage"]?.stringValue ?? "",
            stackTrace: body?["stackTrace"]?.arrayValue?.compactMap(\.stringValue) ?? [],
            functionErrorType: functionErrorType
        )
    }

    /// Reads what was sent behind a streamed response.
    ///
    /// `nil` where it did not fail in the middle.
    init?(trailersOf request: RecordedRequest) {
        let type = request.trailers[RuntimeAPIHeader.functionErrorType.rawValue]
        let body = request.trailers[RuntimeAPIHeader.functionErrorBody.rawValue]
        guard type != nil || body != nil else { return nil }
        self.init(document: body.flatMap { Base64.decode($0) } ?? [], functionErrorType: type)
    }

    /// The type and the message.
    public var description: String { "\(type): \(message)" }
}
