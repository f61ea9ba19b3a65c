import LambdaEventsCoding
import LambdaEventsShared
import LambdaJSON

/// What AWS Config asks the function of a rule: whether a resource, or all of them, comply with it.
///
/// What has happened is JSON within the JSON, and the parameters of the rule are too:
///
/// ```swift
/// func handle(_ event: ConfigRuleEvent, context: LambdaContext) async throws {
///     let parameters = try event.decodeRuleParameters(as: Parameters.self)
///     let item = try event.decodeInvokingEvent().item
///     …
/// }
/// ```
///
/// What the function returns is of no interest to AWS Config. It answers by calling `PutEvaluations` with
/// the ``resultToken``.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_example-events.html>
public struct ConfigRuleEvent: Codable, Hashable, Sendable {
    /// What has happened, as JSON.
    ///
    /// Use ``decodeInvokingEvent(as:)``.
    public var invokingEvent: String

    /// The parameters of the rule, as a JSON object of strings.
    ///
    /// `nil` for a rule without parameters. Use ``decodeRuleParameters(as:)``.
    public var ruleParameters: String?

    /// What the function passes to `PutEvaluations`, so that AWS Config knows what the answer is to.
    public var resultToken: String

    /// Whether the resource is no longer one that the rule is about.
    ///
    /// `false` when absent. Answer `NOT_APPLICABLE` where it is true.
    public var eventLeftScope: Bool

    /// The ARN of the role of AWS Config.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `executionRoleArn`.
    public var executionRoleARN: String?

    /// The ARN of the rule.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `configRuleArn`.
    public var configRuleARN: String?

    /// The name of the rule.
    public var configRuleName: String

    /// The identifier of the rule, such as `config-rule-0a1b2c`.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `configRuleId`.
    public var configRuleID: String?

    /// The account of the rule.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `accountId`.
    public var accountID: String?

    /// The version of the format: `1.0`.
    ///
    /// `nil` in handwritten events.
    public var version: String?

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(
        invokingEvent: String,
        ruleParameters: String? = nil,
        resultToken: String,
        eventLeftScope: Bool = false,
        executionRoleARN: String? = nil,
        configRuleARN: String? = nil,
        configRuleName: String,
        configRuleID: String? = nil,
        accountID: String? = nil,
        version: String? = "1.0"
    ) {
        self.invokingEvent = invokingEvent
        self.ruleParameters = ruleParameters
        self.resultToken = resultToken
        self.eventLeftScope = eventLeftScope
        self.executionRoleARN = executionRoleARN
        self.configRuleARN = configRuleARN
        self.configRuleName = configRuleName
        self.configRuleID = configRuleID
        self.accountID = accountID
        self.version = version
    }

    /// Decodes what has happened.
    ///
    /// - Parameter type: The type to decode. The default is ``InvokingEvent``.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if it is not JSON, or JSON of another shape.
    public func decodeInvokingEvent<Value: Decodable>(
        as type: Value.Type = InvokingEvent.self
    ) throws -> Value {
        try LambdaJSONDecoder().decode(type, from: invokingEvent)
    }

    /// Decodes the parameters of the rule; those of a rule without parameters from an empty object.
    ///
    /// AWS Config sends every value as a string.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if they are not JSON, or JSON of another shape.
    public func decodeRuleParameters<Value: Decodable>(
        as type: Value.Type = Value.self
    ) throws -> Value {
        try LambdaJSONDecoder().decode(type, from: ruleParameters ?? "{}")
    }

    enum CodingKeys: String, CodingKey {
        case invokingEvent
        case ruleParameters
        case resultToken
        case eventLeftScope
        case executionRoleARN = "executionRoleArn"
        case configRuleARN = "configRuleArn"
        case configRuleName
        case configRuleID = "configRuleId"
        case accountID = "accountId"
        case version
    }
}
