public import LambdaEventsShared

extension ECSTaskStateChangeDetail {
    /// A state of a task or of a container.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html>
    public struct Status: OpenValue {
        /// The text ECS uses for the state.
        public let rawValue: String

        /// Creates a state from the text ECS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// ECS prepares what the task needs, such as a network interface.
        public static var provisioning: Self { Self(rawValue: "PROVISIONING") }
        /// The task waits for the container agent, or for resources.
        public static var pending: Self { Self(rawValue: "PENDING") }
        /// ECS connects the task that runs, to a load balancer for instance.
        public static var activating: Self { Self(rawValue: "ACTIVATING") }
        /// The task runs.
        public static var running: Self { Self(rawValue: "RUNNING") }
        /// ECS disconnects the task, from a load balancer for instance.
        public static var deactivating: Self { Self(rawValue: "DEACTIVATING") }
        /// The task was told to stop.
        public static var stopping: Self { Self(rawValue: "STOPPING") }
        /// ECS releases what the task needed.
        public static var deprovisioning: Self { Self(rawValue: "DEPROVISIONING") }
        /// The task has stopped.
        public static var stopped: Self { Self(rawValue: "STOPPED") }
        /// The task is on its way from stopped to forgotten.
        public static var deleted: Self { Self(rawValue: "DELETED") }
    }

    /// What a task runs on.
    public struct LaunchType: OpenValue {
        /// The text ECS uses for the launch type.
        public let rawValue: String

        /// Creates a launch type from the text ECS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// EC2 instances of the cluster.
        public static var ec2: Self { Self(rawValue: "EC2") }
        /// Fargate.
        public static var fargate: Self { Self(rawValue: "FARGATE") }
        /// Servers of your own.
        public static var external: Self { Self(rawValue: "EXTERNAL") }
        /// EC2 instances that ECS manages.
        public static var managedInstances: Self { Self(rawValue: "MANAGED_INSTANCES") }
    }

    /// The kind of reason a task stopped for.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html>
    public struct StopCode: OpenValue {
        /// The text ECS uses for the reason.
        public let rawValue: String

        /// Creates a reason from the text ECS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The task could not start.
        public static var taskFailedToStart: Self { Self(rawValue: "TaskFailedToStart") }
        /// A container the task cannot do without has exited.
        public static var essentialContainerExited: Self {
            Self(rawValue: "EssentialContainerExited")
        }
        /// Someone stopped the task.
        public static var userInitiated: Self { Self(rawValue: "UserInitiated") }
        /// The scheduler of the service stopped the task.
        public static var serviceSchedulerInitiated: Self {
            Self(rawValue: "ServiceSchedulerInitiated")
        }
        /// Fargate Spot took the capacity back.
        public static var spotInterruption: Self { Self(rawValue: "SpotInterruption") }
        /// The capacity of the task is going away.
        public static var terminationNotice: Self { Self(rawValue: "TerminationNotice") }
    }
}
