public import LambdaEventsShared

/// A state of an execution of a pipeline, of a stage or of an action.
///
/// AWS documentation: <https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html>
public struct CodePipelineState: OpenValue {
    /// The text CodePipeline uses for the state.
    public let rawValue: String

    /// Creates a state from the text CodePipeline uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It began.
    public static var started: Self { Self(rawValue: "STARTED") }
    /// It succeeded.
    public static var succeeded: Self { Self(rawValue: "SUCCEEDED") }
    /// It failed.
    public static var failed: Self { Self(rawValue: "FAILED") }
    /// It is tried again.
    public static var resumed: Self { Self(rawValue: "RESUMED") }
    /// It was cancelled because the pipeline changed.
    public static var canceled: Self { Self(rawValue: "CANCELED") }
    /// It made way for a newer execution.
    public static var superseded: Self { Self(rawValue: "SUPERSEDED") }
    /// It was told to stop.
    public static var stopping: Self { Self(rawValue: "STOPPING") }
    /// It has stopped.
    public static var stopped: Self { Self(rawValue: "STOPPED") }
    /// It was left to itself when the execution was stopped.
    public static var abandoned: Self { Self(rawValue: "ABANDONED") }
}
