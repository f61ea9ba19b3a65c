public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
import LambdaJSON

/// An execution of a state machine that began or ended.
///
/// AWS documentation: <https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html>
public struct StepFunctionsExecutionDetail: Codable, Hashable, Sendable {
    /// The ARN of the execution.
    public var executionARN: String

    /// The ARN of the state machine.
    public var stateMachineARN: String

    /// The name of the execution.
    public var name: String

    /// The state the execution is in now.
    public var status: Status

    /// When the execution began.
    ///
    /// `nil` if Step Functions does not say.
    ///
    /// Milliseconds since 1970.
    public var startDate: Timestamp?

    /// When the execution ended.
    ///
    /// `nil` while it runs.
    ///
    /// Milliseconds since 1970.
    public var stopDate: Timestamp?

    /// The JSON the execution was given, as text.
    ///
    /// `nil` if it is too large for an event; see ``inputDetails``.
    ///
    /// Use ``decodeInput(as:)`` to read it.
    public var input: String?

    /// Whether the event has the input.
    ///
    /// `nil` if Step Functions does not say.
    public var inputDetails: PayloadDetails?

    /// The JSON the execution made, as text.
    ///
    /// `nil` unless the execution succeeded, and if it is too large for an event.
    ///
    /// Use ``decodeOutput(as:)`` to read it.
    public var output: String?

    /// Whether the event has the output.
    ///
    /// `nil` unless the execution succeeded.
    public var outputDetails: PayloadDetails?

    /// The name of the error.
    ///
    /// `nil` unless the execution failed or was aborted with one.
    public var error: String?

    /// What the error says.
    ///
    /// `nil` unless the execution failed or was aborted with one.
    public var cause: String?

    /// The ARN of the version that was executed.
    ///
    /// `nil` if no version was.
    public var stateMachineVersionARN: String?

    /// The ARN of the alias that was executed.
    ///
    /// `nil` if no alias was.
    public var stateMachineAliasARN: String?

    /// How often the execution was redriven.
    ///
    /// `nil` if Step Functions does not say.
    public var redriveCount: Int?

    /// When the execution was last redriven.
    ///
    /// `nil` if it never was.
    ///
    /// Milliseconds since 1970.
    public var redriveDate: Timestamp?

    /// Whether the execution can be redriven, such as `NOT_REDRIVABLE`.
    ///
    /// `nil` if Step Functions does not say.
    public var redriveStatus: String?

    /// Why the execution cannot be redriven.
    ///
    /// `nil` if it can.
    public var redriveStatusReason: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        executionARN: String,
        stateMachineARN: String,
        name: String,
        status: Status,
        startDate: Timestamp? = nil,
        stopDate: Timestamp? = nil,
        input: String? = nil,
        inputDetails: PayloadDetails? = nil,
        output: String? = nil,
        outputDetails: PayloadDetails? = nil,
        error: String? = nil,
        cause: String? = nil,
        stateMachineVersionARN: String? = nil,
        stateMachineAliasARN: String? = nil,
        redriveCount: Int? = nil,
        redriveDate: Timestamp? = nil,
        redriveStatus: String? = nil,
        redriveStatusReason: String? = nil
    ) {
        self.executionARN = executionARN
        self.stateMachineARN = stateMachineARN
        self.name = name
        self.status = status
        self.startDate = startDate
        self.stopDate = stopDate
        self.input = input
        self.inputDetails = inputDetails
        self.output = output
        self.outputDetails = outputDetails
        self.error = error
        self.cause = cause
        self.stateMachineVersionARN = stateMachineVersionARN
        self.stateMachineAliasARN = stateMachineAliasARN
        self.redriveCount = redriveCount
        self.redriveDate = redriveDate
        self.redriveStatus = redriveStatus
        self.redriveStatusReason = redriveStatusReason
    }

    enum CodingKeys: String, CodingKey {
        case executionARN = "executionArn"
        case stateMachineARN = "stateMachineArn"
        case name
        case status
        case startDate
        case stopDate
        case input
        case inputDetails
        case output
        case outputDetails
        case error
        case cause
        case stateMachineVersionARN = "stateMachineVersionArn"
        case stateMachineAliasARN = "stateMachineAliasArn"
        case redriveCount
        case redriveDate
        case redriveStatus
        case redriveStatusReason
    }

    /// Decodes the JSON in ``input``.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value. `nil` if the event has no input.
    /// - Throws: `DecodingError` if the input is JSON of another shape.
    public func decodeInput<Input: Decodable>(as type: Input.Type = Input.self) throws -> Input? {
        try input.map { try LambdaJSONDecoder().decode(type, from: $0) }
    }

    /// Decodes the JSON in ``output``.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value. `nil` if the event has no output.
    /// - Throws: `DecodingError` if the output is JSON of another shape.
    public func decodeOutput<Output: Decodable>(
        as type: Output.Type = Output.self
    ) throws -> Output? {
        try output.map { try LambdaJSONDecoder().decode(type, from: $0) }
    }
}

extension StepFunctionsExecutionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.stepFunctions] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.stepFunctionsExecutionStatusChange] }
}

extension StepFunctionsExecutionDetail {
    /// A state of an execution.
    public struct Status: OpenValue {
        /// The text Step Functions uses for the state.
        public let rawValue: String

        /// Creates a state from the text Step Functions uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The execution runs.
        public static var running: Self { Self(rawValue: "RUNNING") }
        /// The execution succeeded.
        public static var succeeded: Self { Self(rawValue: "SUCCEEDED") }
        /// The execution failed.
        public static var failed: Self { Self(rawValue: "FAILED") }
        /// The execution took too long.
        public static var timedOut: Self { Self(rawValue: "TIMED_OUT") }
        /// Someone stopped the execution.
        public static var aborted: Self { Self(rawValue: "ABORTED") }
        /// The execution, a child of a map, is about to be redriven.
        public static var pendingRedrive: Self { Self(rawValue: "PENDING_REDRIVE") }
    }

    /// Whether an event has an input or an output.
    public struct PayloadDetails: Codable, Hashable, Sendable {
        /// Whether the event has it: it has not if the event would be too large.
        ///
        /// `nil` if Step Functions does not say.
        public var included: Bool?

        /// Whether it was cut off.
        ///
        /// `nil` in events, which do not cut anything off.
        public var truncated: Bool?

        /// Creates the details.
        ///
        /// Parameters match the properties of the same name.
        public init(included: Bool? = nil, truncated: Bool? = nil) {
            self.included = included
            self.truncated = truncated
        }
    }
}
