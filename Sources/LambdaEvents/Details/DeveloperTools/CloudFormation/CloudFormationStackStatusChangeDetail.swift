public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// A stack that changed its status.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-stack-status-change.html>
public struct CloudFormationStackStatusChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the stack, which is its ARN.
    public var stackID: String

    /// The status the stack is in now.
    public var statusDetails: CloudFormationStatusDetails

    /// The token of the operation, the same for all its events.
    ///
    /// `nil` if CloudFormation does not say.
    ///
    /// Empty if the caller gave none.
    public var clientRequestToken: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        stackID: String,
        statusDetails: CloudFormationStatusDetails,
        clientRequestToken: String? = nil
    ) {
        self.stackID = stackID
        self.statusDetails = statusDetails
        self.clientRequestToken = clientRequestToken
    }

    enum CodingKeys: String, CodingKey {
        case stackID = "stack-id"
        case statusDetails = "status-details"
        case clientRequestToken = "client-request-token"
    }
}

extension CloudFormationStackStatusChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.cloudFormation] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.cloudFormationStackStatusChange] }
}
