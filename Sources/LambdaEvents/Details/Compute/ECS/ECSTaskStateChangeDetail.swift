public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// An ECS task that changed its state, or one of whose containers did.
///
/// The detail resembles the `Task` of the ECS API, with its dates as ISO 8601.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html>
public struct ECSTaskStateChangeDetail: Codable, Hashable, Sendable {
    /// The ARN of the task.
    public var taskARN: String

    /// The ARN of the cluster the task belongs to.
    public var clusterARN: String

    /// The state the task was last known to be in.
    public var lastStatus: Status

    /// The state the task is meant to reach.
    ///
    /// `nil` if ECS does not say.
    public var desiredStatus: Status?

    /// How often the task has changed.
    ///
    /// `nil` if ECS does not say.
    ///
    /// ECS may send an event more than once; the same change has the same version.
    public var version: Int?

    /// The ARN of the task definition, with its revision.
    ///
    /// `nil` if ECS does not say.
    public var taskDefinitionARN: String?

    /// The name of the group the task belongs to, such as `service:web` or `family:migration`.
    ///
    /// `nil` if ECS does not say.
    public var group: String?

    /// Who started the task: the ID of a deployment, or what the caller said.
    ///
    /// `nil` if the caller said nothing.
    public var startedBy: String?

    /// What the task runs on.
    ///
    /// `nil` for tasks of a capacity provider.
    public var launchType: LaunchType?

    /// The name of the capacity provider.
    ///
    /// `nil` for tasks of a launch type.
    public var capacityProviderName: String?

    /// The version of the Fargate platform.
    ///
    /// `nil` for tasks that do not run on Fargate.
    public var platformVersion: String?

    /// The operating system that Fargate runs the task on.
    ///
    /// `nil` for tasks that do not run on Fargate.
    public var platformFamily: String?

    /// The availability zone of the task.
    ///
    /// `nil` if ECS does not say.
    public var availabilityZone: String?

    /// The ARN of the container instance the task runs on.
    ///
    /// `nil` for tasks on Fargate.
    public var containerInstanceARN: String?

    /// The CPU units of the task.
    ///
    /// `nil` if the task definition sets none.
    ///
    /// A number in a string.
    public var cpu: String?

    /// The memory of the task, in MiB.
    ///
    /// `nil` if the task definition sets none.
    ///
    /// A number in a string.
    public var memory: String?

    /// Whether the task is connected to ECS: `CONNECTED` or `DISCONNECTED`.
    ///
    /// `nil` if ECS does not say.
    public var connectivity: String?

    /// When the task last connected.
    ///
    /// `nil` if ECS does not say.
    public var connectivityAt: Timestamp?

    /// When the task was created.
    ///
    /// `nil` if ECS does not say.
    public var createdAt: Timestamp?

    /// When pulling the images began.
    ///
    /// `nil` before that.
    public var pullStartedAt: Timestamp?

    /// When the images were there.
    ///
    /// `nil` before that.
    public var pullStoppedAt: Timestamp?

    /// When the task began to run.
    ///
    /// `nil` before that.
    public var startedAt: Timestamp?

    /// When the task was told to stop.
    ///
    /// `nil` before that.
    public var stoppingAt: Timestamp?

    /// When the containers had stopped.
    ///
    /// `nil` before that.
    public var executionStoppedAt: Timestamp?

    /// When the task had stopped.
    ///
    /// `nil` before that.
    public var stoppedAt: Timestamp?

    /// When the task changed.
    ///
    /// `nil` if ECS does not say.
    public var updatedAt: Timestamp?

    /// The kind of reason the task stopped for.
    ///
    /// `nil` for tasks that run.
    public var stopCode: StopCode?

    /// Why the task stopped.
    ///
    /// `nil` for tasks that run.
    public var stoppedReason: String?

    /// Whether the task is healthy: `HEALTHY`, `UNHEALTHY` or `UNKNOWN`.
    ///
    /// `nil` if ECS does not say.
    public var healthStatus: String?

    /// Whether commands can be run in the containers with ECS Exec.
    ///
    /// `nil` if ECS does not say.
    public var enableExecuteCommand: Bool?

    /// The containers of the task.
    ///
    /// Empty if there are none.
    public var containers: [Container]

    /// What is attached to the task, such as a network interface.
    ///
    /// Empty if nothing is attached.
    public var attachments: [ECSAttachment]

    /// The attributes of the task, such as its CPU architecture.
    ///
    /// Empty if there are none.
    public var attributes: [NameValuePair]

    /// What the caller changed of the task definition.
    ///
    /// `nil` if ECS does not say.
    public var overrides: Overrides?

    /// The size of the ephemeral storage, as ECS sends it.
    ///
    /// `nil` if it has the usual size.
    public var ephemeralStorage: JSONValue?

    /// The Elastic Inference accelerators of the task, as ECS sends them.
    ///
    /// `nil` if there are none.
    public var inferenceAccelerators: JSONValue?

    /// The tags of the task, as ECS sends them.
    ///
    /// `nil` if ECS does not say.
    public var tags: JSONValue?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        taskARN: String,
        clusterARN: String,
        lastStatus: Status,
        desiredStatus: Status? = nil,
        version: Int? = nil,
        taskDefinitionARN: String? = nil,
        group: String? = nil,
        startedBy: String? = nil,
        launchType: LaunchType? = nil,
        capacityProviderName: String? = nil,
        platformVersion: String? = nil,
        platformFamily: String? = nil,
        availabilityZone: String? = nil,
        containerInstanceARN: String? = nil,
        cpu: String? = nil,
        memory: String? = nil,
        connectivity: String? = nil,
        connectivityAt: Timestamp? = nil,
        createdAt: Timestamp? = nil,
        pullStartedAt: Timestamp? = nil,
        pullStoppedAt: Timestamp? = nil,
        startedAt: Timestamp? = nil,
        stoppingAt: Timestamp? = nil,
        executionStoppedAt: Timestamp? = nil,
        stoppedAt: Timestamp? = nil,
        updatedAt: Timestamp? = nil,
        stopCode: StopCode? = nil,
        stoppedReason: String? = nil,
        healthStatus: String? = nil,
        enableExecuteCommand: Bool? = nil,
        containers: [Container] = [],
        attachments: [ECSAttachment] = [],
        attributes: [NameValuePair] = [],
        overrides: Overrides? = nil,
        ephemeralStorage: JSONValue? = nil,
        inferenceAccelerators: JSONValue? = nil,
        tags: JSONValue? = nil
    ) {
        self.taskARN = taskARN
        self.clusterARN = clusterARN
        self.lastStatus = lastStatus
        self.desiredStatus = desiredStatus
        self.version = version
        self.taskDefinitionARN = taskDefinitionARN
        self.group = group
        self.startedBy = startedBy
        self.launchType = launchType
        self.capacityProviderName = capacityProviderName
        self.platformVersion = platformVersion
        self.platformFamily = platformFamily
        self.availabilityZone = availabilityZone
        self.containerInstanceARN = containerInstanceARN
        self.cpu = cpu
        self.memory = memory
        self.connectivity = connectivity
        self.connectivityAt = connectivityAt
        self.createdAt = createdAt
        self.pullStartedAt = pullStartedAt
        self.pullStoppedAt = pullStoppedAt
        self.startedAt = startedAt
        self.stoppingAt = stoppingAt
        self.executionStoppedAt = executionStoppedAt
        self.stoppedAt = stoppedAt
        self.updatedAt = updatedAt
        self.stopCode = stopCode
        self.stoppedReason = stoppedReason
        self.healthStatus = healthStatus
        self.enableExecuteCommand = enableExecuteCommand
        self.containers = containers
        self.attachments = attachments
        self.attributes = attributes
        self.overrides = overrides
        self.ephemeralStorage = ephemeralStorage
        self.inferenceAccelerators = inferenceAccelerators
        self.tags = tags
    }

    enum CodingKeys: String, CodingKey {
        case taskARN = "taskArn"
        case clusterARN = "clusterArn"
        case lastStatus
        case desiredStatus
        case version
        case taskDefinitionARN = "taskDefinitionArn"
        case group
        case startedBy
        case launchType
        case capacityProviderName
        case platformVersion
        case platformFamily
        case availabilityZone
        case containerInstanceARN = "containerInstanceArn"
        case cpu
        case memory
        case connectivity
        case connectivityAt
        case createdAt
        case pullStartedAt
        case pullStoppedAt
        case startedAt
        case stoppingAt
        case executionStoppedAt
        case stoppedAt
        case updatedAt
        case stopCode
        case stoppedReason
        case healthStatus
        case enableExecuteCommand
        case containers
        case attachments
        case attributes
        case overrides
        case ephemeralStorage
        case inferenceAccelerators
        case tags
    }
}

extension ECSTaskStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecs] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecsTaskStateChange] }
}
