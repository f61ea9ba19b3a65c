extension LambdaContext {
    /// How an instance of a function was initialised.
    ///
    /// The set is open: what Lambda adds has a raw value before it has a name here.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>
    public struct InitializationType: RawRepresentable, Hashable, Sendable, CustomStringConvertible
    {
        /// The value of `AWS_LAMBDA_INITIALIZATION_TYPE`.
        public let rawValue: String

        /// Creates a type from the value of `AWS_LAMBDA_INITIALIZATION_TYPE`.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The instance was started for an invocation.
        public static var onDemand: Self { Self(rawValue: "on-demand") }
        /// The instance was started ahead, by provisioned concurrency.
        public static var provisionedConcurrency: Self { Self(rawValue: "provisioned-concurrency") }
        /// The instance was restored from a snapshot.
        public static var snapStart: Self { Self(rawValue: "snap-start") }
        /// The instance runs on Lambda Managed Instances.
        public static var managedInstances: Self { Self(rawValue: "lambda-managed-instances") }

        /// The raw value.
        public var description: String { rawValue }
    }
}
