public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// An automatic scaling policy of an EMR cluster that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-cloudwatch-events.html>
public struct EMRAutoScalingPolicyStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the cluster.
    public var clusterID: String

    /// The ID of the instance group the policy is of.
    public var resourceID: String

    /// What is scaled: `INSTANCE_GROUP`.
    ///
    /// `nil` if EMR does not say.
    public var scalingResourceType: String?

    /// The state the policy is in now, such as `PENDING` or `ATTACHED`.
    public var state: String

    /// What happened, in a sentence, which EMR may word differently any day.
    ///
    /// `nil` if EMR does not say.
    public var message: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        clusterID: String,
        resourceID: String,
        scalingResourceType: String? = nil,
        state: String,
        message: String? = nil
    ) {
        self.clusterID = clusterID
        self.resourceID = resourceID
        self.scalingResourceType = scalingResourceType
        self.state = state
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case clusterID = "clusterId"
        case resourceID = "resourceId"
        case scalingResourceType
        case state
        case message
    }
}

extension EMRAutoScalingPolicyStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.emr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.emrAutoScalingPolicyStateChange] }
}
