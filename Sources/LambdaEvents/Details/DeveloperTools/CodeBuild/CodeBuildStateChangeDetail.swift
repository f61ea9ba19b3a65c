public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// A build that began, ended or was stopped.
///
/// AWS documentation: <https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-notifications.html>
public struct CodeBuildStateChangeDetail: Codable, Hashable, Sendable {
    /// How far the build is.
    public var buildStatus: CodeBuildStatus

    /// The name of the project.
    public var projectName: String

    /// The ARN of the build.
    ///
    /// JSON key: `build-id`, which holds an ARN.
    public var buildID: String

    /// The phase the build is in.
    ///
    /// `nil` if CodeBuild does not say.
    public var currentPhase: CodeBuildPhase?

    /// What the phase has to say, as the text of a list: `[]` if that is nothing.
    ///
    /// `nil` if CodeBuild does not say.
    public var currentPhaseContext: String?

    /// All there is to know about the build.
    ///
    /// `nil` if CodeBuild does not say.
    public var additionalInformation: CodeBuildInformation?

    /// The version of the format: `1`.
    ///
    /// `nil` if CodeBuild does not say.
    public var version: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        buildStatus: CodeBuildStatus,
        projectName: String,
        buildID: String,
        currentPhase: CodeBuildPhase? = nil,
        currentPhaseContext: String? = nil,
        additionalInformation: CodeBuildInformation? = nil,
        version: String? = nil
    ) {
        self.buildStatus = buildStatus
        self.projectName = projectName
        self.buildID = buildID
        self.currentPhase = currentPhase
        self.currentPhaseContext = currentPhaseContext
        self.additionalInformation = additionalInformation
        self.version = version
    }

    enum CodingKeys: String, CodingKey {
        case buildStatus = "build-status"
        case projectName = "project-name"
        case buildID = "build-id"
        case currentPhase = "current-phase"
        case currentPhaseContext = "current-phase-context"
        case additionalInformation = "additional-information"
        case version
    }
}

extension CodeBuildStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeBuild] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.codeBuildStateChange] }
}
