public import LambdaEventsShared

extension TrustedAdvisorCheckItemDetail {
    /// What a check of Trusted Advisor says.
    public struct Status: OpenValue {
        /// The text AWS uses for the status.
        public let rawValue: String

        /// Creates a status from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no problem.
        public static var ok: Self { Self(rawValue: "OK") }
        /// There is something to know.
        public static var info: Self { Self(rawValue: "INFO") }
        /// Look into it.
        public static var warning: Self { Self(rawValue: "WARN") }
        /// Do something.
        public static var error: Self { Self(rawValue: "ERROR") }
    }
}
