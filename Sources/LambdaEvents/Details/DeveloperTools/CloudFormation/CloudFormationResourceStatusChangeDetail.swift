public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// A resource of a stack that changed its status.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-resource-status-change.html>
public struct CloudFormationResourceStatusChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the stack, which is its ARN.
    public var stackID: String

    /// The name of the resource in the template.
    public var logicalResourceID: String

    /// The name or the ID of the resource in its service.
    ///
    /// `nil` if CloudFormation does not say.
    ///
    /// Empty before there is one.
    public var physicalResourceID: String?

    /// The type of the resource, such as `AWS::S3::Bucket`.
    ///
    /// `nil` if CloudFormation does not say.
    public var resourceType: String?

    /// The status the resource is in now.
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
        logicalResourceID: String,
        physicalResourceID: String? = nil,
        resourceType: String? = nil,
        statusDetails: CloudFormationStatusDetails,
        clientRequestToken: String? = nil
    ) {
        self.stackID = stackID
        self.logicalResourceID = logicalResourceID
        self.physicalResourceID = physicalResourceID
        self.resourceType = resourceType
        self.statusDetails = statusDetails
        self.clientRequestToken = clientRequestToken
    }

    enum CodingKeys: String, CodingKey {
        case stackID = "stack-id"
        case logicalResourceID = "logical-resource-id"
        case physicalResourceID = "physical-resource-id"
        case resourceType = "resource-type"
        case statusDetails = "status-details"
        case clientRequestToken = "client-request-token"
    }
}

extension CloudFormationResourceStatusChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.cloudFormation] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.cloudFormationResourceStatusChange] }
}
