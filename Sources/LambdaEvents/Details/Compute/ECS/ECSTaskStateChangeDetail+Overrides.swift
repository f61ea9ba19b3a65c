import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension ECSTaskStateChangeDetail {
    /// What the caller of a task changed of its task definition.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html>
    public struct Overrides: Codable, Hashable, Sendable {
        /// The changes of each container.
        ///
        /// Empty if no container is changed.
        public var containerOverrides: [ContainerOverride]

        /// The CPU units of the task.
        ///
        /// `nil` if they are not changed.
        public var cpu: ScalarValue?

        /// The memory of the task, in MiB.
        ///
        /// `nil` if it is not changed.
        public var memory: ScalarValue?

        /// The role with which ECS pulls images and writes logs.
        ///
        /// `nil` if it is not changed.
        public var executionRoleARN: String?

        /// The role of the containers.
        ///
        /// `nil` if it is not changed.
        public var taskRoleARN: String?

        /// The ephemeral storage, as ECS sends it.
        ///
        /// `nil` if it is not changed.
        public var ephemeralStorage: JSONValue?

        /// The Elastic Inference accelerators, as ECS sends them.
        ///
        /// `nil` if they are not changed.
        public var inferenceAcceleratorOverrides: JSONValue?

        /// Creates the changes.
        ///
        /// Parameters match the properties of the same name.
        public init(
            containerOverrides: [ContainerOverride] = [],
            cpu: ScalarValue? = nil,
            memory: ScalarValue? = nil,
            executionRoleARN: String? = nil,
            taskRoleARN: String? = nil,
            ephemeralStorage: JSONValue? = nil,
            inferenceAcceleratorOverrides: JSONValue? = nil
        ) {
            self.containerOverrides = containerOverrides
            self.cpu = cpu
            self.memory = memory
            self.executionRoleARN = executionRoleARN
            self.taskRoleARN = taskRoleARN
            self.ephemeralStorage = ephemeralStorage
            self.inferenceAcceleratorOverrides = inferenceAcceleratorOverrides
        }

        enum CodingKeys: String, CodingKey {
            case containerOverrides
            case cpu
            case memory
            case executionRoleARN = "executionRoleArn"
            case taskRoleARN = "taskRoleArn"
            case ephemeralStorage
            case inferenceAcceleratorOverrides
        }
    }

    /// What the caller changed of a container.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html>
    public struct ContainerOverride: Codable, Hashable, Sendable {
        /// The name of the container.
        ///
        /// `nil` if ECS does not say.
        public var name: String?

        /// The command to run in place of that of the image.
        ///
        /// Empty if it is not changed.
        public var command: [String]

        /// The environment variables to set.
        ///
        /// Empty if there are none.
        public var environment: [NameValuePair]

        /// The CPU units of the container.
        ///
        /// `nil` if they are not changed.
        public var cpu: ScalarValue?

        /// The hard limit of memory, in MiB.
        ///
        /// `nil` if it is not changed.
        public var memory: ScalarValue?

        /// The soft limit of memory, in MiB.
        ///
        /// `nil` if it is not changed.
        public var memoryReservation: ScalarValue?

        /// The files with environment variables, as ECS sends them.
        ///
        /// `nil` if there are none.
        public var environmentFiles: JSONValue?

        /// The GPUs of the container, as ECS sends them.
        ///
        /// `nil` if they are not changed.
        public var resourceRequirements: JSONValue?

        /// Creates the changes.
        ///
        /// Parameters match the properties of the same name.
        public init(
            name: String? = nil,
            command: [String] = [],
            environment: [NameValuePair] = [],
            cpu: ScalarValue? = nil,
            memory: ScalarValue? = nil,
            memoryReservation: ScalarValue? = nil,
            environmentFiles: JSONValue? = nil,
            resourceRequirements: JSONValue? = nil
        ) {
            self.name = name
            self.command = command
            self.environment = environment
            self.cpu = cpu
            self.memory = memory
            self.memoryReservation = memoryReservation
            self.environmentFiles = environmentFiles
            self.resourceRequirements = resourceRequirements
        }
    }
}
