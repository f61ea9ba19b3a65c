public import LambdaEventsShared

/// A phase of a build.
///
/// AWS documentation: <https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html>
public struct CodeBuildPhase: OpenValue {
    /// The text CodeBuild uses for the phase.
    public let rawValue: String

    /// Creates a phase from the text CodeBuild uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The build was submitted.
    public static var submitted: Self { Self(rawValue: "SUBMITTED") }
    /// The build waits for its turn.
    public static var queued: Self { Self(rawValue: "QUEUED") }
    /// The environment of the build is made.
    public static var provisioning: Self { Self(rawValue: "PROVISIONING") }
    /// The source is downloaded.
    public static var downloadSource: Self { Self(rawValue: "DOWNLOAD_SOURCE") }
    /// The first commands of the buildspec run.
    public static var install: Self { Self(rawValue: "INSTALL") }
    /// The commands before the build run.
    public static var preBuild: Self { Self(rawValue: "PRE_BUILD") }
    /// The commands of the build run.
    public static var build: Self { Self(rawValue: "BUILD") }
    /// The commands after the build run.
    public static var postBuild: Self { Self(rawValue: "POST_BUILD") }
    /// The artifacts are uploaded.
    public static var uploadArtifacts: Self { Self(rawValue: "UPLOAD_ARTIFACTS") }
    /// The build is tidied up.
    public static var finalizing: Self { Self(rawValue: "FINALIZING") }
    /// The build is done.
    public static var completed: Self { Self(rawValue: "COMPLETED") }
    /// The builds of a batch are started.
    public static var startBatchBuild: Self { Self(rawValue: "START_BATCH_BUILD") }
}
