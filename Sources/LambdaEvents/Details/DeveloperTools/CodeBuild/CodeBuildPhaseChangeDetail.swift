public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A build that has completed a phase.
///
/// AWS documentation: <https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-notifications.html>
public struct CodeBuildPhaseChangeDetail: Codable, Hashable, Sendable {
    /// The phase.
    public var completedPhase: CodeBuildPhase

    /// How the phase ended.
    ///
    /// `nil` if CodeBuild does not say.
    public var completedPhaseStatus: CodeBuildStatus?

    /// The name of the project.
    public var projectName: String

    /// The ARN of the build.
    ///
    /// JSON key: `build-id`, which holds an ARN.
    public var buildID: String

    /// What the phase has to say, as the text of a list: `[]` if that is nothing.
    ///
    /// `nil` if CodeBuild does not say.
    public var completedPhaseContext: String?

    /// How long the phase took.
    ///
    /// `nil` if CodeBuild does not say.
    public var completedPhaseDurationSeconds: Double?

    /// When the phase began.
    ///
    /// `nil` if CodeBuild does not say.
    ///
    /// In words, such as `Sep 1, 2017 4:12:29 PM`, in UTC.
    ///
    /// Use ``completedPhaseStartTimestamp`` for the instant.
    public var completedPhaseStart: String?

    /// When the phase ended.
    ///
    /// `nil` if CodeBuild does not say.
    ///
    /// In words, such as `Sep 1, 2017 4:12:29 PM`, in UTC.
    ///
    /// Use ``completedPhaseEndTimestamp`` for the instant.
    public var completedPhaseEnd: String?

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
        completedPhase: CodeBuildPhase,
        completedPhaseStatus: CodeBuildStatus? = nil,
        projectName: String,
        buildID: String,
        completedPhaseContext: String? = nil,
        completedPhaseDurationSeconds: Double? = nil,
        completedPhaseStart: String? = nil,
        completedPhaseEnd: String? = nil,
        additionalInformation: CodeBuildInformation? = nil,
        version: String? = nil
    ) {
        self.completedPhase = completedPhase
        self.completedPhaseStatus = completedPhaseStatus
        self.projectName = projectName
        self.buildID = buildID
        self.completedPhaseContext = completedPhaseContext
        self.completedPhaseDurationSeconds = completedPhaseDurationSeconds
        self.completedPhaseStart = completedPhaseStart
        self.completedPhaseEnd = completedPhaseEnd
        self.additionalInformation = additionalInformation
        self.version = version
    }

    enum CodingKeys: String, CodingKey {
        case completedPhase = "completed-phase"
        case completedPhaseStatus = "completed-phase-status"
        case projectName = "project-name"
        case buildID = "build-id"
        case completedPhaseContext = "completed-phase-context"
        case completedPhaseDurationSeconds = "completed-phase-duration-seconds"
        case completedPhaseStart = "completed-phase-start"
        case completedPhaseEnd = "completed-phase-end"
        case additionalInformation = "additional-information"
        case version
    }

    /// When the phase began.
    ///
    /// `nil` if CodeBuild does not say, or in other words than it uses to.
    public var completedPhaseStartTimestamp: Timestamp? {
        completedPhaseStart.flatMap(DateInWords.timestamp(of:))
    }

    /// When the phase ended.
    ///
    /// `nil` if CodeBuild does not say, or in other words than it uses to.
    public var completedPhaseEndTimestamp: Timestamp? {
        completedPhaseEnd.flatMap(DateInWords.timestamp(of:))
    }
}

extension CodeBuildPhaseChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeBuild] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.codeBuildPhaseChange] }
}
