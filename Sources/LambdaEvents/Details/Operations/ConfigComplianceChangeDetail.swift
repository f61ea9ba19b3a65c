public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A resource that began, or ceased, to comply with a rule of AWS Config.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html>
public struct ConfigComplianceChangeDetail: Codable, Hashable, Sendable {
    /// The version of the format: `1.0`.
    ///
    /// `nil` in handwritten events.
    public var recordVersion: String?

    /// What kind of message this is: `ComplianceChangeNotification`.
    ///
    /// `nil` in handwritten events.
    public var messageType: String?

    /// The ID of the account of the resource.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `awsAccountId`.
    public var awsAccountID: String?

    /// The region of the resource.
    ///
    /// `nil` in handwritten events.
    public var awsRegion: String?

    /// The type of the resource, such as `AWS::S3::Bucket`.
    public var resourceType: String

    /// The ID of the resource.
    ///
    /// JSON key: `resourceId`.
    public var resourceID: String

    /// The name of the rule.
    ///
    /// `nil` in handwritten events.
    public var configRuleName: String?

    /// The ARN of the rule.
    ///
    /// `nil` in handwritten events.
    public var configRuleARN: String?

    /// What the rule says now.
    ///
    /// `nil` if the resource was deleted.
    public var newEvaluationResult: EvaluationResult?

    /// What the rule said before.
    ///
    /// `nil` if it said nothing yet.
    public var oldEvaluationResult: EvaluationResult?

    /// When AWS Config wrote the message.
    ///
    /// `nil` in handwritten events.
    public var notificationCreationTime: Timestamp?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        recordVersion: String? = nil,
        messageType: String? = nil,
        awsAccountID: String? = nil,
        awsRegion: String? = nil,
        resourceType: String,
        resourceID: String,
        configRuleName: String? = nil,
        configRuleARN: String? = nil,
        newEvaluationResult: EvaluationResult? = nil,
        oldEvaluationResult: EvaluationResult? = nil,
        notificationCreationTime: Timestamp? = nil
    ) {
        self.recordVersion = recordVersion
        self.messageType = messageType
        self.awsAccountID = awsAccountID
        self.awsRegion = awsRegion
        self.resourceType = resourceType
        self.resourceID = resourceID
        self.configRuleName = configRuleName
        self.configRuleARN = configRuleARN
        self.newEvaluationResult = newEvaluationResult
        self.oldEvaluationResult = oldEvaluationResult
        self.notificationCreationTime = notificationCreationTime
    }

    enum CodingKeys: String, CodingKey {
        case recordVersion
        case messageType
        case awsAccountID = "awsAccountId"
        case awsRegion
        case resourceType
        case resourceID = "resourceId"
        case configRuleName
        case configRuleARN
        case newEvaluationResult
        case oldEvaluationResult
        case notificationCreationTime
    }
}

extension ConfigComplianceChangeDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.config] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.configRulesComplianceChange] }
}
