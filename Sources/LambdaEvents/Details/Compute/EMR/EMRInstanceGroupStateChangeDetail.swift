public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A group of instances of an EMR cluster that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-cloudwatch-events.html>
public struct EMRInstanceGroupStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the cluster.
    public var clusterID: String

    /// The ID of the group.
    public var instanceGroupID: String

    /// What the group does: `MASTER`, `CORE` or `TASK`.
    ///
    /// `nil` if EMR does not say.
    public var instanceGroupType: String?

    /// The state the group is in now, such as `RUNNING` or `RESIZING`.
    public var state: String

    /// How serious it is.
    ///
    /// `nil` if EMR does not say.
    public var severity: EventSeverity?

    /// How the instances are paid for: `ON_DEMAND` or `SPOT`.
    ///
    /// `nil` if EMR does not say.
    public var market: String?

    /// The type of the instances.
    ///
    /// `nil` if EMR does not say.
    public var instanceType: String?

    /// How many instances the group should have.
    ///
    /// `nil` if EMR does not say.
    ///
    /// A number in a string.
    public var requestedInstanceCount: ScalarValue?

    /// How many instances the group has.
    ///
    /// `nil` if EMR does not say.
    ///
    /// A number in a string.
    public var runningInstanceCount: ScalarValue?

    /// What happened, in a sentence, which EMR may word differently any day.
    ///
    /// `nil` if EMR does not say.
    public var message: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        clusterID: String,
        instanceGroupID: String,
        instanceGroupType: String? = nil,
        state: String,
        severity: EventSeverity? = nil,
        market: String? = nil,
        instanceType: String? = nil,
        requestedInstanceCount: ScalarValue? = nil,
        runningInstanceCount: ScalarValue? = nil,
        message: String? = nil
    ) {
        self.clusterID = clusterID
        self.instanceGroupID = instanceGroupID
        self.instanceGroupType = instanceGroupType
        self.state = state
        self.severity = severity
        self.market = market
        self.instanceType = instanceType
        self.requestedInstanceCount = requestedInstanceCount
        self.runningInstanceCount = runningInstanceCount
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case clusterID = "clusterId"
        case instanceGroupID = "instanceGroupId"
        case instanceGroupType
        case state
        case severity
        case market
        case instanceType
        case requestedInstanceCount
        case runningInstanceCount
        case message
    }
}

extension EMRInstanceGroupStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.emr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.emrInstanceGroupStateChange] }
}
