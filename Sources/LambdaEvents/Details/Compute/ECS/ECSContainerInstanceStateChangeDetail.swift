public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// A container instance whose state or whose free resources changed.
///
/// The detail resembles the `ContainerInstance` of the ECS API, with its dates as ISO 8601.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html>
public struct ECSContainerInstanceStateChangeDetail: Codable, Hashable, Sendable {
    /// The ARN of the container instance.
    public var containerInstanceARN: String

    /// The ARN of the cluster the instance belongs to.
    public var clusterARN: String

    /// Whether tasks can be placed on the instance.
    ///
    /// `nil` if ECS does not say.
    public var status: Status?

    /// Why the instance is in its state.
    ///
    /// `nil` if there is no reason to give.
    public var statusReason: String?

    /// The ID of the EC2 instance.
    ///
    /// `nil` for servers of your own.
    public var ec2InstanceID: String?

    /// Whether the container agent is connected to ECS.
    ///
    /// `nil` if ECS does not say.
    ///
    /// The agent reconnects several times an hour; that is no sign of trouble.
    public var agentConnected: Bool?

    /// How far an update of the agent is, such as `UPDATING`.
    ///
    /// `nil` if no update was asked for.
    public var agentUpdateStatus: String?

    /// How often the instance has changed.
    ///
    /// `nil` if ECS does not say.
    ///
    /// ECS may send an event more than once; the same change has the same version.
    public var version: Int?

    /// The versions of the agent and of Docker.
    ///
    /// `nil` if ECS does not say.
    public var versionInfo: VersionInfo?

    /// How many tasks are about to start on the instance.
    ///
    /// `nil` if ECS does not say.
    public var pendingTasksCount: Int?

    /// How many tasks run on the instance.
    ///
    /// `nil` if ECS does not say.
    public var runningTasksCount: Int?

    /// When the instance joined the cluster.
    ///
    /// `nil` if ECS does not say.
    public var registeredAt: Timestamp?

    /// When the instance changed.
    ///
    /// `nil` if ECS does not say.
    public var updatedAt: Timestamp?

    /// The type of the account.
    ///
    /// `nil` if ECS does not say.
    public var accountType: String?

    /// The name of the capacity provider.
    ///
    /// `nil` if the instance has none.
    public var capacityProviderName: String?

    /// The resources of the instance.
    ///
    /// Empty if there are none.
    public var registeredResources: [Resource]

    /// The resources that no task uses.
    ///
    /// Empty if there are none.
    public var remainingResources: [Resource]

    /// What the instance can do.
    ///
    /// Empty if there are none.
    public var attributes: [NameValuePair]

    /// What is attached to the instance.
    ///
    /// Empty if nothing is attached.
    public var attachments: [ECSAttachment]

    /// What the checks of the instance say, as ECS sends it.
    ///
    /// `nil` if there are no checks.
    public var healthStatus: JSONValue?

    /// The tags of the instance, as ECS sends them.
    ///
    /// `nil` if ECS does not say.
    public var tags: JSONValue?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        containerInstanceARN: String,
        clusterARN: String,
        status: Status? = nil,
        statusReason: String? = nil,
        ec2InstanceID: String? = nil,
        agentConnected: Bool? = nil,
        agentUpdateStatus: String? = nil,
        version: Int? = nil,
        versionInfo: VersionInfo? = nil,
        pendingTasksCount: Int? = nil,
        runningTasksCount: Int? = nil,
        registeredAt: Timestamp? = nil,
        updatedAt: Timestamp? = nil,
        accountType: String? = nil,
        capacityProviderName: String? = nil,
        registeredResources: [Resource] = [],
        remainingResources: [Resource] = [],
        attributes: [NameValuePair] = [],
        attachments: [ECSAttachment] = [],
        healthStatus: JSONValue? = nil,
        tags: JSONValue? = nil
    ) {
        self.containerInstanceARN = containerInstanceARN
        self.clusterARN = clusterARN
        self.status = status
        self.statusReason = statusReason
        self.ec2InstanceID = ec2InstanceID
        self.agentConnected = agentConnected
        self.agentUpdateStatus = agentUpdateStatus
        self.version = version
        self.versionInfo = versionInfo
        self.pendingTasksCount = pendingTasksCount
        self.runningTasksCount = runningTasksCount
        self.registeredAt = registeredAt
        self.updatedAt = updatedAt
        self.accountType = accountType
        self.capacityProviderName = capacityProviderName
        self.registeredResources = registeredResources
        self.remainingResources = remainingResources
        self.attributes = attributes
        self.attachments = attachments
        self.healthStatus = healthStatus
        self.tags = tags
    }

    enum CodingKeys: String, CodingKey {
        case containerInstanceARN = "containerInstanceArn"
        case clusterARN = "clusterArn"
        case status
        case statusReason
        case ec2InstanceID = "ec2InstanceId"
        case agentConnected
        case agentUpdateStatus
        case version
        case versionInfo
        case pendingTasksCount
        case runningTasksCount
        case registeredAt
        case updatedAt
        case accountType
        case capacityProviderName
        case registeredResources
        case remainingResources
        case attributes
        case attachments
        case healthStatus
        case tags
    }

    /// Finds a resource of the instance.
    ///
    /// - Parameter name: The name, such as `MEMORY`.
    /// - Returns: The resource with that name. `nil` if the instance has no such resource.
    public func registeredResource(named name: String) -> Resource? {
        registeredResources.first { $0.name == name }
    }

    /// Finds what is left of a resource of the instance.
    ///
    /// - Parameter name: The name, such as `MEMORY`.
    /// - Returns: The resource with that name. `nil` if the instance has no such resource.
    public func remainingResource(named name: String) -> Resource? {
        remainingResources.first { $0.name == name }
    }
}

extension ECSContainerInstanceStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecs] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecsContainerInstanceStateChange] }
}

extension ECSContainerInstanceStateChangeDetail {
    /// Whether tasks can be placed on a container instance.
    public struct Status: OpenValue {
        /// The text ECS uses for the state.
        public let rawValue: String

        /// Creates a state from the text ECS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Tasks can be placed on the instance.
        public static var active: Self { Self(rawValue: "ACTIVE") }
        /// The instance gets no more tasks.
        public static var draining: Self { Self(rawValue: "DRAINING") }
        /// The instance has left the cluster.
        public static var inactive: Self { Self(rawValue: "INACTIVE") }
        /// The instance is joining the cluster.
        public static var registering: Self { Self(rawValue: "REGISTERING") }
        /// The instance is leaving the cluster.
        public static var deregistering: Self { Self(rawValue: "DEREGISTERING") }
        /// The instance could not join the cluster.
        public static var registrationFailed: Self { Self(rawValue: "REGISTRATION_FAILED") }
    }

    /// The versions of what runs tasks on an instance.
    public struct VersionInfo: Codable, Hashable, Sendable {
        /// The version of the container agent.
        ///
        /// `nil` if ECS does not say.
        public var agentVersion: String?

        /// The commit the agent was built from.
        ///
        /// `nil` if ECS does not say.
        public var agentHash: String?

        /// The version of Docker, as Docker says it.
        ///
        /// `nil` if ECS does not say.
        public var dockerVersion: String?

        /// Creates the versions.
        ///
        /// Parameters match the properties of the same name.
        public init(
            agentVersion: String? = nil,
            agentHash: String? = nil,
            dockerVersion: String? = nil
        ) {
            self.agentVersion = agentVersion
            self.agentHash = agentHash
            self.dockerVersion = dockerVersion
        }
    }

    /// A resource of an instance.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Resource.html>
    public struct Resource: Codable, Hashable, Sendable {
        /// The name of the resource, such as `CPU`, `MEMORY` or `PORTS`.
        ///
        /// `nil` if ECS does not say.
        public var name: String?

        /// Which of the values the resource has: `INTEGER`, `DOUBLE`, `LONG` or `STRINGSET`.
        ///
        /// `nil` if ECS does not say.
        public var type: String?

        /// The amount, if it is an integer.
        ///
        /// `nil` for resources of another type.
        public var integerValue: Int?

        /// The amount, if it is a long integer.
        ///
        /// `nil` for resources of another type.
        public var longValue: Int?

        /// The amount, if it may have a fraction.
        ///
        /// `nil` for resources of another type.
        public var doubleValue: Double?

        /// The elements, such as ports in use.
        ///
        /// `nil` for resources of another type.
        public var stringSetValue: [String]?

        /// Creates a resource.
        ///
        /// Parameters match the properties of the same name.
        public init(
            name: String? = nil,
            type: String? = nil,
            integerValue: Int? = nil,
            longValue: Int? = nil,
            doubleValue: Double? = nil,
            stringSetValue: [String]? = nil
        ) {
            self.name = name
            self.type = type
            self.integerValue = integerValue
            self.longValue = longValue
            self.doubleValue = doubleValue
            self.stringSetValue = stringSetValue
        }
    }
}
