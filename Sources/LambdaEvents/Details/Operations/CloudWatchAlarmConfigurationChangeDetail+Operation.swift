public import LambdaEventsShared

extension CloudWatchAlarmConfigurationChangeDetail {
    /// What was done to an alarm.
    public struct Operation: OpenValue {
        /// The text AWS uses for the operation.
        public let rawValue: String

        /// Creates a operation from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The alarm was created.
        public static var create: Self { Self(rawValue: "create") }
        /// The alarm was changed.
        public static var update: Self { Self(rawValue: "update") }
        /// The alarm was deleted.
        public static var delete: Self { Self(rawValue: "delete") }
    }
}
