public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A fleet of instances of an EMR cluster that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-cloudwatch-events.html>
public struct EMRInstanceFleetStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the cluster.
    public var clusterID: String

    /// The ID of the fleet.
    public var instanceFleetID: String

    /// What the fleet does: `MASTER`, `CORE` or `TASK`.
    ///
    /// `nil` if EMR does not say.
    public var instanceFleetType: String?

    /// The state the fleet is in now, such as `RUNNING` or `RESIZING`.
    public var state: String

    /// How serious it is.
    ///
    /// `nil` if EMR does not say.
    public var severity: EventSeverity?

    /// The capacity on demand the fleet should have.
    ///
    /// `nil` if EMR does not say.
    ///
    /// A number in a string.
    public var targetOnDemandCapacity: ScalarValue?

    /// The capacity on demand the fleet has.
    ///
    /// `nil` if EMR does not say.
    ///
    /// A number in a string.
    public var provisionedOnDemandCapacity: ScalarValue?

    /// The Spot capacity the fleet should have.
    ///
    /// `nil` if EMR does not say.
    ///
    /// A number in a string.
    public var targetSpotCapacity: ScalarValue?

    /// The Spot capacity the fleet has.
    ///
    /// `nil` if EMR does not say.
    ///
    /// A number in a string.
    public var provisionedSpotCapacity: ScalarValue?

    /// What happened, in a sentence, which EMR may word differently any day.
    ///
    /// `nil` if EMR does not say.
    public var message: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        clusterID: String,
        instanceFleetID: String,
        instanceFleetType: String? = nil,
        state: String,
        severity: EventSeverity? = nil,
        targetOnDemandCapacity: ScalarValue? = nil,
        provisionedOnDemandCapacity: ScalarValue? = nil,
        targetSpotCapacity: ScalarValue? = nil,
        provisionedSpotCapacity: ScalarValue? = nil,
        message: String? = nil
    ) {
        self.clusterID = clusterID
        self.instanceFleetID = instanceFleetID
        self.instanceFleetType = instanceFleetType
        self.state = state
        self.severity = severity
        self.targetOnDemandCapacity = targetOnDemandCapacity
        self.provisionedOnDemandCapacity = provisionedOnDemandCapacity
        self.targetSpotCapacity = targetSpotCapacity
        self.provisionedSpotCapacity = provisionedSpotCapacity
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case clusterID = "clusterId"
        case instanceFleetID = "instanceFleetId"
        case instanceFleetType
        case state
        case severity
        case targetOnDemandCapacity
        case provisionedOnDemandCapacity
        case targetSpotCapacity
        case provisionedSpotCapacity
        case message
    }
}

extension EMRInstanceFleetStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.emr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.emrInstanceFleetStateChange] }
}
