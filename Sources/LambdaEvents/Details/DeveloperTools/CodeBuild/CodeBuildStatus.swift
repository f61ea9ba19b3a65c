public import LambdaEventsShared

/// How far a build, or a phase of one, is.
///
/// AWS documentation: <https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Build.html>
public struct CodeBuildStatus: OpenValue {
    /// The text CodeBuild uses for the status.
    public let rawValue: String

    /// Creates a status from the text CodeBuild uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It goes on.
    public static var inProgress: Self { Self(rawValue: "IN_PROGRESS") }
    /// It succeeded.
    public static var succeeded: Self { Self(rawValue: "SUCCEEDED") }
    /// It failed.
    public static var failed: Self { Self(rawValue: "FAILED") }
    /// CodeBuild failed.
    public static var fault: Self { Self(rawValue: "FAULT") }
    /// It was stopped.
    public static var stopped: Self { Self(rawValue: "STOPPED") }
    /// It took too long.
    public static var timedOut: Self { Self(rawValue: "TIMED_OUT") }
    /// Something about the project is wrong.
    public static var clientError: Self { Self(rawValue: "CLIENT_ERROR") }
}
