public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared

/// An item of a check of Trusted Advisor whose result changed.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/awssupport/latest/user/cloudwatch-events-ta.html>
public struct TrustedAdvisorCheckItemDetail: Codable, Hashable, Sendable {
    /// The name of the check.
    ///
    /// JSON key: `check-name`.
    public var checkName: String

    /// The columns of the check, by their titles.
    ///
    /// Empty if there are none. A column without a value is left out.
    ///
    /// JSON key: `check-item-detail`.
    public var checkItemDetail: [String: String]

    /// What the check says.
    public var status: Status

    /// The ID or ARN of the resource.
    ///
    /// `nil` in handwritten events; empty if the check is not about a resource.
    ///
    /// JSON key: `resource_id`.
    public var resourceID: String?

    /// The ID of the item.
    ///
    /// `nil` in handwritten events.
    public var uuid: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        checkName: String,
        checkItemDetail: [String: String] = [:],
        status: Status,
        resourceID: String? = nil,
        uuid: String? = nil
    ) {
        self.checkName = checkName
        self.checkItemDetail = checkItemDetail
        self.status = status
        self.resourceID = resourceID
        self.uuid = uuid
    }

    enum CodingKeys: String, CodingKey {
        case checkName = "check-name"
        case checkItemDetail = "check-item-detail"
        case status
        case resourceID = "resource_id"
        case uuid
    }
}

extension TrustedAdvisorCheckItemDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.trustedAdvisor] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.trustedAdvisorCheckItemRefresh] }
}
