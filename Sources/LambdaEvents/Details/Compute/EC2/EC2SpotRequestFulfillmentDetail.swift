public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// A Spot request for which EC2 has launched an instance.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-request-status.html>
public struct EC2SpotRequestFulfillmentDetail: Codable, Hashable, Sendable {
    /// The ID of the request.
    public var spotInstanceRequestID: String

    /// The ID of the instance.
    ///
    /// `nil` if EC2 does not say.
    public var instanceID: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(spotInstanceRequestID: String, instanceID: String? = nil) {
        self.spotInstanceRequestID = spotInstanceRequestID
        self.instanceID = instanceID
    }

    enum CodingKeys: String, CodingKey {
        case spotInstanceRequestID = "spot-instance-request-id"
        case instanceID = "instance-id"
    }
}

extension EC2SpotRequestFulfillmentDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ec2SpotInstanceRequestFulfillment] }
}
