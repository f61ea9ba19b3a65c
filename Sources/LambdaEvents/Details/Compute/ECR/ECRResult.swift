public import LambdaEventsShared

/// What came of an action of ECR.
public struct ECRResult: OpenValue {
    /// The text ECR uses for the result.
    public let rawValue: String

    /// Creates a result from the text ECR uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The action succeeded.
    public static var success: Self { Self(rawValue: "SUCCESS") }
    /// The action failed.
    public static var failed: Self { Self(rawValue: "FAILED") }
}
