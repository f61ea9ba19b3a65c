public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// A Spot Instance that EC2 is likely to take back soon.
///
/// The sign may come before the warning of two minutes, with it, or never: see
/// ``EC2SpotInterruptionWarningDetail``.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html>
public struct EC2RebalanceRecommendationDetail: Codable, Hashable, Sendable {
    /// The ID of the instance.
    public var instanceID: String

    /// Creates a recommendation.
    ///
    /// Parameters match the properties of the same name.
    public init(instanceID: String) {
        self.instanceID = instanceID
    }

    enum CodingKeys: String, CodingKey {
        case instanceID = "instance-id"
    }
}

extension EC2RebalanceRecommendationDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ec2InstanceRebalanceRecommendation] }
}
