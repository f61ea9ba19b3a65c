public import LambdaEventsShared

extension RDSEventDetail {
    /// What an event of RDS happened to.
    public struct SourceType: OpenValue {
        /// The text AWS uses for the kind of source.
        public let rawValue: String

        /// Creates a kind of source from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An instance.
        public static var instance: Self { Self(rawValue: "DB_INSTANCE") }
        /// A cluster.
        public static var cluster: Self { Self(rawValue: "CLUSTER") }
        /// A snapshot of an instance.
        public static var snapshot: Self { Self(rawValue: "SNAPSHOT") }
        /// A snapshot of a cluster.
        public static var clusterSnapshot: Self { Self(rawValue: "CLUSTER_SNAPSHOT") }
        /// A parameter group.
        public static var parameterGroup: Self { Self(rawValue: "DB_PARAM") }
        /// A security group.
        public static var securityGroup: Self { Self(rawValue: "SECURITY_GROUP") }
        /// A proxy.
        public static var proxy: Self { Self(rawValue: "DB_PROXY") }
        /// A blue/green deployment.
        public static var blueGreenDeployment: Self { Self(rawValue: "BLUE_GREEN_DEPLOYMENT") }
        /// A custom engine version.
        public static var customEngineVersion: Self { Self(rawValue: "CUSTOM_ENGINE_VERSION") }
    }
}
