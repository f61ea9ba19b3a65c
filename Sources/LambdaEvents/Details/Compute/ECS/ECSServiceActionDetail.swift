public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// Something the scheduler of an ECS service did, or could not do.
///
/// The service is the first resource of the event.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html>
public struct ECSServiceActionDetail: Codable, Hashable, Sendable {
    /// What happened.
    public var eventName: EventName

    /// How serious it is.
    ///
    /// `nil` if ECS does not say.
    public var eventType: EventSeverity?

    /// The ARN of the cluster.
    ///
    /// `nil` if ECS does not say.
    public var clusterARN: String?

    /// When it happened.
    ///
    /// `nil` if ECS does not say.
    public var createdAt: Timestamp?

    /// Why it happened, such as `RESOURCE:CPU`.
    ///
    /// `nil` for events that need no reason.
    public var reason: String?

    /// How many tasks the service should have.
    ///
    /// `nil` for events of another kind.
    public var desiredCount: ScalarValue?

    /// The ARNs of the capacity providers.
    ///
    /// Empty for events of another kind.
    public var capacityProviderARNs: [String]

    /// The ARNs of the container instances.
    ///
    /// Empty for events of another kind.
    public var containerInstanceARNs: [String]

    /// The IDs of the EC2 instances.
    ///
    /// Empty for events of another kind.
    public var ec2InstanceIDs: [String]

    /// The ARNs of the tasks.
    ///
    /// Empty for events of another kind.
    public var taskARNs: [String]

    /// The ARNs of the task sets.
    ///
    /// Empty for events of another kind.
    public var taskSetARNs: [String]

    /// The ARNs of the target groups.
    ///
    /// Empty for events of another kind.
    public var targetGroupARNs: [String]

    /// The ARNs of the service registries.
    ///
    /// Empty for events of another kind.
    public var serviceRegistryARNs: [String]

    /// The targets that could not be registered.
    ///
    /// Empty for events of another kind.
    public var targets: [String]

    /// The port of the container that is registered.
    ///
    /// `nil` for events of another kind.
    public var containerPort: ScalarValue?

    /// Creates an action.
    ///
    /// Parameters match the properties of the same name.
    public init(
        eventName: EventName,
        eventType: EventSeverity? = nil,
        clusterARN: String? = nil,
        createdAt: Timestamp? = nil,
        reason: String? = nil,
        desiredCount: ScalarValue? = nil,
        capacityProviderARNs: [String] = [],
        containerInstanceARNs: [String] = [],
        ec2InstanceIDs: [String] = [],
        taskARNs: [String] = [],
        taskSetARNs: [String] = [],
        targetGroupARNs: [String] = [],
        serviceRegistryARNs: [String] = [],
        targets: [String] = [],
        containerPort: ScalarValue? = nil
    ) {
        self.eventName = eventName
        self.eventType = eventType
        self.clusterARN = clusterARN
        self.createdAt = createdAt
        self.reason = reason
        self.desiredCount = desiredCount
        self.capacityProviderARNs = capacityProviderARNs
        self.containerInstanceARNs = containerInstanceARNs
        self.ec2InstanceIDs = ec2InstanceIDs
        self.taskARNs = taskARNs
        self.taskSetARNs = taskSetARNs
        self.targetGroupARNs = targetGroupARNs
        self.serviceRegistryARNs = serviceRegistryARNs
        self.targets = targets
        self.containerPort = containerPort
    }

    enum CodingKeys: String, CodingKey {
        case eventName
        case eventType
        case clusterARN = "clusterArn"
        case createdAt
        case reason
        case desiredCount
        case capacityProviderARNs = "capacityProviderArns"
        case containerInstanceARNs = "containerInstanceArns"
        case ec2InstanceIDs = "ec2InstanceIds"
        case taskARNs = "taskArns"
        case taskSetARNs = "taskSetArns"
        case targetGroupARNs = "targetGroupArns"
        case serviceRegistryARNs = "serviceRegistryArns"
        case targets
        case containerPort
    }
}

extension ECSServiceActionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecs] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecsServiceAction] }
}

extension ECSServiceActionDetail {
    /// What the scheduler of a service did.
    public struct EventName: OpenValue {
        /// The text ECS uses for the action.
        public let rawValue: String

        /// Creates an action from the text ECS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The service is healthy and has all its tasks, which ECS says again from time to time.
        public static var serviceSteadyState: Self { Self(rawValue: "SERVICE_STEADY_STATE") }
        /// The task set is healthy and has all its tasks.
        public static var taskSetSteadyState: Self { Self(rawValue: "TASKSET_STEADY_STATE") }
        /// A capacity provider of the service has the capacity it needs.
        public static var capacityProviderSteadyState: Self {
            Self(rawValue: "CAPACITY_PROVIDER_STEADY_STATE")
        }
        /// The scheduler computed another number of tasks.
        public static var serviceDesiredCountUpdated: Self {
            Self(rawValue: "SERVICE_DESIRED_COUNT_UPDATED")
        }
        /// The service stopped tasks.
        public static var tasksStopped: Self { Self(rawValue: "TASKS_STOPPED") }
        /// A deployment is in progress.
        public static var serviceDeploymentInProgress: Self {
            Self(rawValue: "SERVICE_DEPLOYMENT_IN_PROGRESS")
        }
        /// A deployment has reached a steady state.
        public static var serviceDeploymentCompleted: Self {
            Self(rawValue: "SERVICE_DEPLOYMENT_COMPLETED")
        }
        /// Tasks of the service keep failing to start.
        public static var serviceTaskStartImpaired: Self {
            Self(rawValue: "SERVICE_TASK_START_IMPAIRED")
        }
        /// A task in service discovery is unhealthy.
        public static var serviceDiscoveryInstanceUnhealthy: Self {
            Self(rawValue: "SERVICE_DISCOVERY_INSTANCE_UNHEALTHY")
        }
        /// A task of a daemon service runs where it no longer may.
        public static var serviceDaemonPlacementConstraintViolated: Self {
            Self(rawValue: "SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED")
        }
        /// The scheduler called the ECS API too often.
        public static var ecsOperationThrottled: Self { Self(rawValue: "ECS_OPERATION_THROTTLED") }
        /// The scheduler called Cloud Map too often.
        public static var serviceDiscoveryOperationThrottled: Self {
            Self(rawValue: "SERVICE_DISCOVERY_OPERATION_THROTTLED")
        }
        /// A task could not be placed; ``ECSServiceActionDetail/reason`` says why.
        public static var serviceTaskPlacementFailure: Self {
            Self(rawValue: "SERVICE_TASK_PLACEMENT_FAILURE")
        }
        /// A task could not be placed for its configuration.
        public static var serviceTaskConfigurationFailure: Self {
            Self(rawValue: "SERVICE_TASK_CONFIGURATION_FAILURE")
        }
        /// The health of the service is not known.
        public static var serviceHealthUnknown: Self { Self(rawValue: "SERVICE_HEALTH_UNKNOWN") }
    }
}
