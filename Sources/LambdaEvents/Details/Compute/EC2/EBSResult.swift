public import LambdaEventsShared

/// What came of an action on EBS snapshots.
public struct EBSResult: OpenValue {
    /// The text EBS uses for the result.
    public let rawValue: String

    /// Creates a result from the text EBS uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The action succeeded.
    public static var succeeded: Self { Self(rawValue: "succeeded") }
    /// The action failed.
    public static var failed: Self { Self(rawValue: "failed") }
}
