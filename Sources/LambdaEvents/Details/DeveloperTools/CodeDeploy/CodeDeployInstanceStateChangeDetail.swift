public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// An instance on which a deployment changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-cloudwatch-events.html>
public struct CodeDeployInstanceStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the instance.
    public var instanceID: String

    /// The ID of the deployment.
    public var deploymentID: String

    /// The state the deployment on the instance is in now.
    public var state: CodeDeployState

    /// The name of the application.
    ///
    /// `nil` if CodeDeploy does not say.
    public var application: String?

    /// The name of the deployment group.
    ///
    /// `nil` if CodeDeploy does not say.
    public var deploymentGroup: String?

    /// The ID of the instances of the deployment.
    ///
    /// `nil` if CodeDeploy does not say.
    public var instanceGroupID: String?

    /// The region of the deployment.
    ///
    /// `nil` if CodeDeploy does not say.
    public var region: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        instanceID: String,
        deploymentID: String,
        state: CodeDeployState,
        application: String? = nil,
        deploymentGroup: String? = nil,
        instanceGroupID: String? = nil,
        region: String? = nil
    ) {
        self.instanceID = instanceID
        self.deploymentID = deploymentID
        self.state = state
        self.application = application
        self.deploymentGroup = deploymentGroup
        self.instanceGroupID = instanceGroupID
        self.region = region
    }

    enum CodingKeys: String, CodingKey {
        case instanceID = "instanceId"
        case deploymentID = "deploymentId"
        case state
        case application
        case deploymentGroup
        case instanceGroupID = "instanceGroupId"
        case region
    }
}

extension CodeDeployInstanceStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeDeploy] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.codeDeployInstanceStateChange] }
}
