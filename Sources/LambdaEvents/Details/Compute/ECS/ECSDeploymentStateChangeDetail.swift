public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A deployment of an ECS service that began, completed or failed.
///
/// The service is the first resource of the event.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html>
public struct ECSDeploymentStateChangeDetail: Codable, Hashable, Sendable {
    /// What the deployment did.
    public var eventName: EventName

    /// How serious it is.
    ///
    /// `nil` if ECS does not say.
    public var eventType: EventSeverity?

    /// The ID of the deployment, such as `ecs-svc/1234567890123456789`.
    ///
    /// `nil` if ECS does not say.
    public var deploymentID: String?

    /// The ARN of the cluster.
    ///
    /// `nil` if ECS does not say.
    public var clusterARN: String?

    /// When it happened.
    ///
    /// `nil` if ECS does not say.
    public var updatedAt: Timestamp?

    /// What happened, in a sentence; a rollback can be told from it alone.
    ///
    /// `nil` if ECS does not say.
    public var reason: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        eventName: EventName,
        eventType: EventSeverity? = nil,
        deploymentID: String? = nil,
        clusterARN: String? = nil,
        updatedAt: Timestamp? = nil,
        reason: String? = nil
    ) {
        self.eventName = eventName
        self.eventType = eventType
        self.deploymentID = deploymentID
        self.clusterARN = clusterARN
        self.updatedAt = updatedAt
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey {
        case eventName
        case eventType
        case deploymentID = "deploymentId"
        case clusterARN = "clusterArn"
        case updatedAt
        case reason
    }
}

extension ECSDeploymentStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecs] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecsDeploymentStateChange] }
}

extension ECSDeploymentStateChangeDetail {
    /// What a deployment did.
    public struct EventName: OpenValue {
        /// The text ECS uses for the event.
        public let rawValue: String

        /// Creates an event from the text ECS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The deployment, or a rollback, is in progress.
        public static var inProgress: Self { Self(rawValue: "SERVICE_DEPLOYMENT_IN_PROGRESS") }
        /// The service has reached a steady state.
        public static var completed: Self { Self(rawValue: "SERVICE_DEPLOYMENT_COMPLETED") }
        /// The circuit breaker has stopped the deployment.
        public static var failed: Self { Self(rawValue: "SERVICE_DEPLOYMENT_FAILED") }
    }
}
