import LambdaEventsCoding
public import LambdaEventsShared
import LambdaJSON

/// The state of a CloudWatch alarm, and what brought it there.
public struct CloudWatchAlarmState: Codable, Hashable, Sendable {
    /// The state.
    public var value: Value

    /// What brought the alarm into the state, for people to read.
    ///
    /// `nil` where nothing did, as for a new alarm.
    public var reason: String?

    /// The same as JSON in a string.
    ///
    /// `nil` where the alarm has not been evaluated. Use ``decodeReasonData(as:)``.
    public var reasonData: String?

    /// When the alarm went into the state.
    ///
    /// `nil` in handwritten events.
    public var timestamp: Timestamp?

    /// What keeps a composite alarm from acting: `WaitPeriod`, `ExtensionPeriod` or `Alarm`.
    ///
    /// `nil` if nothing does.
    public var actionsSuppressedBy: String?

    /// Why the actions are suppressed, for people to read.
    ///
    /// `nil` if they are not.
    public var actionsSuppressedReason: String?

    /// What stands in the way of evaluating the alarm, such as `PARTIAL_DATA`.
    ///
    /// `nil` if nothing does.
    public var evaluationState: String?

    /// Creates a state.
    ///
    /// Parameters match the properties of the same name.
    public init(
        value: Value,
        reason: String? = nil,
        reasonData: String? = nil,
        timestamp: Timestamp? = nil,
        actionsSuppressedBy: String? = nil,
        actionsSuppressedReason: String? = nil,
        evaluationState: String? = nil
    ) {
        self.value = value
        self.reason = reason
        self.reasonData = reasonData
        self.timestamp = timestamp
        self.actionsSuppressedBy = actionsSuppressedBy
        self.actionsSuppressedReason = actionsSuppressedReason
        self.evaluationState = evaluationState
    }

    /// Decodes the JSON in ``reasonData``.
    ///
    /// - Parameter type: The type to decode, such as `JSONValue`.
    /// - Returns: The decoded value, or `nil` if there is no such data.
    /// - Throws: `DecodingError` if the data is not JSON, or JSON of another shape.
    public func decodeReasonData<Reason: Decodable>(
        as type: Reason.Type = Reason.self
    ) throws -> Reason? {
        try reasonData.map { try LambdaJSONDecoder().decode(type, from: $0) }
    }
}

extension CloudWatchAlarmState {
    /// The state of an alarm.
    public struct Value: OpenValue {
        /// The text AWS uses for the state.
        public let rawValue: String

        /// Creates a state from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The metric is within the threshold.
        public static var ok: Self { Self(rawValue: "OK") }
        /// The metric is outside the threshold.
        public static var alarm: Self { Self(rawValue: "ALARM") }
        /// There is not enough data to tell.
        public static var insufficientData: Self { Self(rawValue: "INSUFFICIENT_DATA") }
    }
}
