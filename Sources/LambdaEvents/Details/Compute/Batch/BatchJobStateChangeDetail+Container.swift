import LambdaEventsCoding
public import LambdaJSON

extension BatchJobStateChangeDetail {
    /// The container of a job.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerDetail.html>
    public struct Container: Codable, Hashable, Sendable {
        /// The image of the container.
        ///
        /// `nil` if Batch does not say.
        public var image: String?

        /// The command to run.
        ///
        /// Empty if it is that of the image.
        public var command: [String]

        /// What the container exited with.
        ///
        /// `nil` before that.
        public var exitCode: Int?

        /// What is to be said about the container.
        ///
        /// `nil` if nothing is.
        public var reason: String?

        /// The log stream of the container.
        ///
        /// `nil` before it runs.
        public var logStreamName: String?

        /// The ARN of the ECS task.
        ///
        /// `nil` before there is one.
        public var taskARN: String?

        /// The ARN of the container instance.
        ///
        /// `nil` on Fargate.
        public var containerInstanceARN: String?

        /// The role of the container.
        ///
        /// `nil` if it has none.
        public var jobRoleARN: String?

        /// The role with which ECS pulls the image and writes logs.
        ///
        /// `nil` if it has none.
        public var executionRoleARN: String?

        /// The instance type of a job of several nodes.
        ///
        /// `nil` for other jobs.
        public var instanceType: String?

        /// The number of vCPUs.
        ///
        /// `nil` if ``resourceRequirements`` says it.
        public var vcpus: Int?

        /// The memory, in MiB.
        ///
        /// `nil` if ``resourceRequirements`` says it.
        public var memory: Int?

        /// The environment variables.
        ///
        /// Empty if there are none.
        public var environment: [NameValuePair]

        /// The resources the container needs.
        ///
        /// Empty if there are none.
        public var resourceRequirements: [ResourceRequirement]

        /// Whether the container has the rights of root on its host.
        ///
        /// `nil` if Batch does not say.
        public var privileged: Bool?

        /// Whether the container cannot write to its root file system.
        ///
        /// `nil` if Batch does not say.
        public var readonlyRootFilesystem: Bool?

        /// The user the container runs as.
        ///
        /// `nil` if it is that of the image.
        public var user: String?

        /// The network interfaces of the container, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var networkInterfaces: JSONValue?

        /// The volumes of the container, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var volumes: JSONValue?

        /// Where volumes are mounted, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var mountPoints: JSONValue?

        /// The limits of the container, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var ulimits: JSONValue?

        /// Where secrets come from, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var secrets: JSONValue?

        /// The settings for Linux, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var linuxParameters: JSONValue?

        /// Where logs go, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var logConfiguration: JSONValue?

        /// The network of a job on Fargate, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var networkConfiguration: JSONValue?

        /// The version of Fargate, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var fargatePlatformConfiguration: JSONValue?

        /// The size of the ephemeral storage, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var ephemeralStorage: JSONValue?

        /// The operating system and the CPU, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var runtimePlatform: JSONValue?

        /// Where the credentials of the registry are, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var repositoryCredentials: JSONValue?

        /// Creates a container.
        ///
        /// Parameters match the properties of the same name.
        public init(
            image: String? = nil,
            command: [String] = [],
            exitCode: Int? = nil,
            reason: String? = nil,
            logStreamName: String? = nil,
            taskARN: String? = nil,
            containerInstanceARN: String? = nil,
            jobRoleARN: String? = nil,
            executionRoleARN: String? = nil,
            instanceType: String? = nil,
            vcpus: Int? = nil,
            memory: Int? = nil,
            environment: [NameValuePair] = [],
            resourceRequirements: [ResourceRequirement] = [],
            privileged: Bool? = nil,
            readonlyRootFilesystem: Bool? = nil,
            user: String? = nil,
            networkInterfaces: JSONValue? = nil,
            volumes: JSONValue? = nil,
            mountPoints: JSONValue? = nil,
            ulimits: JSONValue? = nil,
            secrets: JSONValue? = nil,
            linuxParameters: JSONValue? = nil,
            logConfiguration: JSONValue? = nil,
            networkConfiguration: JSONValue? = nil,
            fargatePlatformConfiguration: JSONValue? = nil,
            ephemeralStorage: JSONValue? = nil,
            runtimePlatform: JSONValue? = nil,
            repositoryCredentials: JSONValue? = nil
        ) {
            self.image = image
            self.command = command
            self.exitCode = exitCode
            self.reason = reason
            self.logStreamName = logStreamName
            self.taskARN = taskARN
            self.containerInstanceARN = containerInstanceARN
            self.jobRoleARN = jobRoleARN
            self.executionRoleARN = executionRoleARN
            self.instanceType = instanceType
            self.vcpus = vcpus
            self.memory = memory
            self.environment = environment
            self.resourceRequirements = resourceRequirements
            self.privileged = privileged
            self.readonlyRootFilesystem = readonlyRootFilesystem
            self.user = user
            self.networkInterfaces = networkInterfaces
            self.volumes = volumes
            self.mountPoints = mountPoints
            self.ulimits = ulimits
            self.secrets = secrets
            self.linuxParameters = linuxParameters
            self.logConfiguration = logConfiguration
            self.networkConfiguration = networkConfiguration
            self.fargatePlatformConfiguration = fargatePlatformConfiguration
            self.ephemeralStorage = ephemeralStorage
            self.runtimePlatform = runtimePlatform
            self.repositoryCredentials = repositoryCredentials
        }

        enum CodingKeys: String, WritesEmptyCollections {
            case image
            case command
            case exitCode
            case reason
            case logStreamName
            case taskARN = "taskArn"
            case containerInstanceARN = "containerInstanceArn"
            case jobRoleARN = "jobRoleArn"
            case executionRoleARN = "executionRoleArn"
            case instanceType
            case vcpus
            case memory
            case environment
            case resourceRequirements
            case privileged
            case readonlyRootFilesystem
            case user
            case networkInterfaces
            case volumes
            case mountPoints
            case ulimits
            case secrets
            case linuxParameters
            case logConfiguration
            case networkConfiguration
            case fargatePlatformConfiguration
            case ephemeralStorage
            case runtimePlatform
            case repositoryCredentials
        }
    }

    /// A resource a container needs.
    public struct ResourceRequirement: Codable, Hashable, Sendable {
        /// The kind of resource: `VCPU`, `MEMORY` or `GPU`.
        ///
        /// `nil` if Batch does not say.
        public var type: String?

        /// How much of it.
        ///
        /// `nil` if Batch does not say.
        ///
        /// A number in a string.
        public var value: String?

        /// Creates a requirement.
        ///
        /// Parameters match the properties of the same name.
        public init(type: String? = nil, value: String? = nil) {
            self.type = type
            self.value = value
        }
    }
}
