public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// A stack set, one of its stacks or an operation on it that changed its status.
///
/// The detail type of the event says which of them it is.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-stackset-status-change.html>
public struct CloudFormationStackSetStatusChangeDetail: Codable, Hashable, Sendable {
    /// The ARN of the stack set.
    public var stackSetARN: String

    /// The ID of the stack, which is its ARN.
    ///
    /// `nil` unless the event is about a stack of the set.
    public var stackID: String?

    /// The ID of the operation.
    ///
    /// `nil` unless the event is about an operation.
    public var operationID: String?

    /// The status it is in now.
    public var statusDetails: CloudFormationStatusDetails

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        stackSetARN: String,
        stackID: String? = nil,
        operationID: String? = nil,
        statusDetails: CloudFormationStatusDetails
    ) {
        self.stackSetARN = stackSetARN
        self.stackID = stackID
        self.operationID = operationID
        self.statusDetails = statusDetails
    }

    enum CodingKeys: String, CodingKey {
        case stackSetARN = "stack-set-arn"
        case stackID = "stack-id"
        case operationID = "stack-set-operation-id"
        case statusDetails = "status-details"
    }
}

extension CloudFormationStackSetStatusChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.cloudFormation] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [
            .cloudFormationStackSetStatusChange,
            .cloudFormationStackSetStackInstanceStatusChange,
            .cloudFormationStackSetOperationStatusChange,
        ]
    }
}
