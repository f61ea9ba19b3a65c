import LambdaEventsCoding
public import LambdaJSON

extension ECSTaskStateChangeDetail {
    /// A container of a task.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Container.html>
    public struct Container: Codable, Hashable, Sendable {
        /// The name of the container in the task definition.
        ///
        /// `nil` if ECS does not say.
        public var name: String?

        /// The ARN of the container.
        ///
        /// `nil` if ECS does not say.
        public var containerARN: String?

        /// The ARN of the task.
        ///
        /// `nil` if ECS does not say.
        public var taskARN: String?

        /// The state the container was last known to be in.
        ///
        /// `nil` if ECS does not say.
        public var lastStatus: Status?

        /// What the container exited with.
        ///
        /// `nil` while the container runs, and if it never started.
        public var exitCode: Int?

        /// What is to be said about a container that runs or has stopped.
        ///
        /// `nil` if nothing is.
        public var reason: String?

        /// The image of the container.
        ///
        /// `nil` if ECS does not say.
        public var image: String?

        /// The digest of the image.
        ///
        /// `nil` if ECS does not know it.
        public var imageDigest: String?

        /// The ID that the container runtime uses.
        ///
        /// `nil` before the container has started.
        public var runtimeID: String?

        /// The CPU units of the container.
        ///
        /// `nil` if ECS does not say.
        ///
        /// A number in a string.
        public var cpu: String?

        /// The hard limit of memory, in MiB.
        ///
        /// `nil` if there is none.
        ///
        /// A number in a string.
        public var memory: String?

        /// The soft limit of memory, in MiB.
        ///
        /// `nil` if there is none.
        ///
        /// A number in a string.
        public var memoryReservation: String?

        /// Whether the container is healthy: `HEALTHY`, `UNHEALTHY` or `UNKNOWN`.
        ///
        /// `nil` if ECS does not say.
        public var healthStatus: String?

        /// The IDs of the GPUs of the container.
        ///
        /// Empty if there are none.
        public var gpuIDs: [String]

        /// The network interfaces of the container.
        ///
        /// Empty if there are none.
        public var networkInterfaces: [NetworkInterface]

        /// The ports of the host that lead to the container.
        ///
        /// Empty if there are none.
        public var networkBindings: [NetworkBinding]

        /// The agents that ECS runs in the container, as ECS sends them.
        ///
        /// `nil` if there are none.
        public var managedAgents: JSONValue?

        /// Creates a container.
        ///
        /// Parameters match the properties of the same name.
        public init(
            name: String? = nil,
            containerARN: String? = nil,
            taskARN: String? = nil,
            lastStatus: Status? = nil,
            exitCode: Int? = nil,
            reason: String? = nil,
            image: String? = nil,
            imageDigest: String? = nil,
            runtimeID: String? = nil,
            cpu: String? = nil,
            memory: String? = nil,
            memoryReservation: String? = nil,
            healthStatus: String? = nil,
            gpuIDs: [String] = [],
            networkInterfaces: [NetworkInterface] = [],
            networkBindings: [NetworkBinding] = [],
            managedAgents: JSONValue? = nil
        ) {
            self.name = name
            self.containerARN = containerARN
            self.taskARN = taskARN
            self.lastStatus = lastStatus
            self.exitCode = exitCode
            self.reason = reason
            self.image = image
            self.imageDigest = imageDigest
            self.runtimeID = runtimeID
            self.cpu = cpu
            self.memory = memory
            self.memoryReservation = memoryReservation
            self.healthStatus = healthStatus
            self.gpuIDs = gpuIDs
            self.networkInterfaces = networkInterfaces
            self.networkBindings = networkBindings
            self.managedAgents = managedAgents
        }

        enum CodingKeys: String, CodingKey {
            case name
            case containerARN = "containerArn"
            case taskARN = "taskArn"
            case lastStatus
            case exitCode
            case reason
            case image
            case imageDigest
            case runtimeID = "runtimeId"
            case cpu
            case memory
            case memoryReservation
            case healthStatus
            case gpuIDs = "gpuIds"
            case networkInterfaces
            case networkBindings
            case managedAgents
        }
    }

    /// A network interface of a container.
    public struct NetworkInterface: Codable, Hashable, Sendable {
        /// The ID of the attachment of the task that is the interface.
        ///
        /// `nil` if ECS does not say.
        public var attachmentID: String?

        /// The private IPv4 address.
        ///
        /// `nil` if ECS does not say.
        public var privateIPv4Address: String?

        /// The IPv6 address.
        ///
        /// `nil` if the interface has none.
        public var ipv6Address: String?

        /// Creates an interface.
        ///
        /// Parameters match the properties of the same name.
        public init(
            attachmentID: String? = nil,
            privateIPv4Address: String? = nil,
            ipv6Address: String? = nil
        ) {
            self.attachmentID = attachmentID
            self.privateIPv4Address = privateIPv4Address
            self.ipv6Address = ipv6Address
        }

        enum CodingKeys: String, CodingKey {
            case attachmentID = "attachmentId"
            case privateIPv4Address = "privateIpv4Address"
            case ipv6Address
        }
    }

    /// A port of the host that leads to a port of a container.
    public struct NetworkBinding: Codable, Hashable, Sendable {
        /// The address the container is bound to on the host.
        ///
        /// `nil` if ECS does not say.
        public var bindIP: String?

        /// The port of the container.
        ///
        /// `nil` for a range of ports.
        public var containerPort: Int?

        /// The port of the host.
        ///
        /// `nil` for a range of ports.
        public var hostPort: Int?

        /// The protocol: `tcp` or `udp`.
        ///
        /// `nil` if ECS does not say.
        public var networkProtocol: String?

        /// The ports of the container, such as `8000-8080`.
        ///
        /// `nil` for a single port.
        public var containerPortRange: String?

        /// The ports of the host.
        ///
        /// `nil` for a single port.
        public var hostPortRange: String?

        /// Creates a binding.
        ///
        /// Parameters match the properties of the same name.
        public init(
            bindIP: String? = nil,
            containerPort: Int? = nil,
            hostPort: Int? = nil,
            networkProtocol: String? = nil,
            containerPortRange: String? = nil,
            hostPortRange: String? = nil
        ) {
            self.bindIP = bindIP
            self.containerPort = containerPort
            self.hostPort = hostPort
            self.networkProtocol = networkProtocol
            self.containerPortRange = containerPortRange
            self.hostPortRange = hostPortRange
        }

        enum CodingKeys: String, CodingKey {
            case bindIP
            case containerPort
            case hostPort
            case networkProtocol = "protocol"
            case containerPortRange
            case hostPortRange
        }
    }
}
