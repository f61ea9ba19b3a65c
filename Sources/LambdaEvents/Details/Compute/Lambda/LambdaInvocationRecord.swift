public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// What became of an asynchronous invocation of a function, as Lambda tells its destination.
///
/// A destination that is an event bus gets it as the detail of an event, a function as the event
/// itself, a queue or a topic as the text of a message.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
public struct LambdaInvocationRecord: Codable, Hashable, Sendable {
    /// The version of the format: `1.0`.
    ///
    /// `nil` if Lambda does not say.
    public var version: String?

    /// When Lambda wrote the record.
    ///
    /// `nil` if Lambda does not say.
    public var timestamp: Timestamp?

    /// The invocation.
    public var requestContext: RequestContext

    /// What the function was given.
    ///
    /// `nil` if the destination could not take it.
    public var requestPayload: JSONValue?

    /// How the function answered.
    ///
    /// `nil` if it was never invoked.
    public var responseContext: ResponseContext?

    /// What the function answered, or the error it reported.
    ///
    /// `nil` if it answered nothing, or null.
    public var responsePayload: JSONValue?

    /// Creates a record.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String? = nil,
        timestamp: Timestamp? = nil,
        requestContext: RequestContext,
        requestPayload: JSONValue? = nil,
        responseContext: ResponseContext? = nil,
        responsePayload: JSONValue? = nil
    ) {
        self.version = version
        self.timestamp = timestamp
        self.requestContext = requestContext
        self.requestPayload = requestPayload
        self.responseContext = responseContext
        self.responsePayload = responsePayload
    }

    /// Decodes what the function was given.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value. `nil` if the record has no request.
    /// - Throws: `DecodingError` if the request has another shape.
    public func decodeRequest<Request: Decodable>(
        as type: Request.Type = Request.self
    ) throws -> Request? {
        try requestPayload?.decode(type)
    }

    /// Decodes what the function answered.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value. `nil` if the record has no answer.
    /// - Throws: `DecodingError` if the answer has another shape.
    public func decodeResponse<Response: Decodable>(
        as type: Response.Type = Response.self
    ) throws -> Response? {
        try responsePayload?.decode(type)
    }
}

extension LambdaInvocationRecord: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { ["lambda"] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.lambdaInvocationSuccess, .lambdaInvocationFailure]
    }
}

extension LambdaInvocationRecord {
    /// The invocation a record is about.
    public struct RequestContext: Codable, Hashable, Sendable {
        /// The ID of the request.
        public var requestID: String

        /// The ARN of the function.
        public var functionARN: String

        /// Why the record was written.
        public var condition: Condition

        /// How often the function was invoked for the request.
        ///
        /// `nil` if Lambda does not say.
        public var approximateInvokeCount: Int?

        /// Creates an invocation.
        ///
        /// Parameters match the properties of the same name.
        public init(
            requestID: String,
            functionARN: String,
            condition: Condition,
            approximateInvokeCount: Int? = nil
        ) {
            self.requestID = requestID
            self.functionARN = functionARN
            self.condition = condition
            self.approximateInvokeCount = approximateInvokeCount
        }

        enum CodingKeys: String, CodingKey {
            case requestID = "requestId"
            case functionARN = "functionArn"
            case condition
            case approximateInvokeCount
        }
    }

    /// Why a record was written.
    public struct Condition: OpenValue {
        /// The text Lambda uses for the condition.
        public let rawValue: String

        /// Creates a condition from the text Lambda uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The function succeeded.
        public static var success: Self { Self(rawValue: "Success") }
        /// The function failed each time.
        public static var retriesExhausted: Self { Self(rawValue: "RetriesExhausted") }
        /// The event became too old before the function succeeded.
        public static var eventAgeExceeded: Self { Self(rawValue: "EventAgeExceeded") }
    }

    /// How a function answered.
    public struct ResponseContext: Codable, Hashable, Sendable {
        /// The status of the invocation.
        ///
        /// `nil` if Lambda does not say.
        public var statusCode: Int?

        /// The version of the function that answered.
        ///
        /// `nil` if Lambda does not say.
        public var executedVersion: String?

        /// Which kind of error the function ended with.
        ///
        /// `nil` if it succeeded.
        public var functionError: FunctionError?

        /// Creates an answer.
        ///
        /// Parameters match the properties of the same name.
        public init(
            statusCode: Int? = nil,
            executedVersion: String? = nil,
            functionError: FunctionError? = nil
        ) {
            self.statusCode = statusCode
            self.executedVersion = executedVersion
            self.functionError = functionError
        }
    }

    /// Which kind of error a function ended with.
    public struct FunctionError: OpenValue {
        /// The text Lambda uses for the kind of error.
        public let rawValue: String

        /// Creates a kind of error from the text Lambda uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The function reported the error.
        public static var handled: Self { Self(rawValue: "Handled") }
        /// The function crashed or took too long, or did not report the error.
        public static var unhandled: Self { Self(rawValue: "Unhandled") }
    }
}
