public import LambdaEventsShared

/// A state of a deployment, or of its part on an instance.
public struct CodeDeployState: OpenValue {
    /// The text CodeDeploy uses for the state.
    public let rawValue: String

    /// Creates a state from the text CodeDeploy uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The deployment is about to begin.
    public static var ready: Self { Self(rawValue: "READY") }
    /// The deployment began.
    public static var start: Self { Self(rawValue: "START") }
    /// The deployment succeeded.
    public static var success: Self { Self(rawValue: "SUCCESS") }
    /// The deployment failed.
    public static var failure: Self { Self(rawValue: "FAILURE") }
    /// The deployment was stopped.
    public static var stop: Self { Self(rawValue: "STOP") }
}
