public import LambdaEventsShared

extension AccessAnalyzerFindingDetail {
    /// Whether a finding of IAM Access Analyzer is to be looked at.
    public struct Status: OpenValue {
        /// The text AWS uses for the status.
        public let rawValue: String

        /// Creates a status from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It is.
        public static var active: Self { Self(rawValue: "ACTIVE") }
        /// The access is intended.
        public static var archived: Self { Self(rawValue: "ARCHIVED") }
        /// The access is gone.
        public static var resolved: Self { Self(rawValue: "RESOLVED") }
    }
}
