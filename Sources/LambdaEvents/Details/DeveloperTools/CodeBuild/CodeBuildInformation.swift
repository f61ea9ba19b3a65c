import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// What the events of a build say about it.
///
/// AWS documentation: <https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-notifications.html>
public struct CodeBuildInformation: Codable, Hashable, Sendable {
    /// Whether the build has ended.
    ///
    /// `nil` if CodeBuild does not say.
    public var isComplete: Bool?

    /// The number of the build in its project.
    ///
    /// `nil` for a build of a batch.
    ///
    /// Written with a fraction: `55.0`.
    public var buildNumber: Int?

    /// Who started the build, such as the name of a user or `codepipeline/orders`.
    ///
    /// `nil` if CodeBuild does not say.
    public var initiator: String?

    /// When the build began.
    ///
    /// `nil` if CodeBuild does not say.
    ///
    /// In words, such as `Sep 1, 2017 4:12:29 PM`, in UTC.
    ///
    /// Use ``startTimestamp`` for the instant.
    public var startTime: String?

    /// How long the build may take.
    ///
    /// `nil` if CodeBuild does not say.
    ///
    /// Written with a fraction: `60.0`.
    public var timeoutInMinutes: Int?

    /// How long the build may wait for its turn.
    ///
    /// `nil` if CodeBuild does not say.
    ///
    /// Written with a fraction: `480.0`.
    public var queuedTimeoutInMinutes: Int?

    /// The version of the source that was asked for: a commit, a branch, `pr/12`, the ARN of an
    /// object.
    ///
    /// `nil` for the latest.
    public var sourceVersion: String?

    /// The commit that was built.
    ///
    /// `nil` if the source has no commits, and before it is known.
    public var resolvedSourceVersion: String?

    /// Where the source comes from.
    ///
    /// `nil` if CodeBuild does not say.
    public var source: Source?

    /// What the build made.
    ///
    /// `nil` if CodeBuild does not say.
    public var artifact: Artifact?

    /// What the build runs in.
    ///
    /// `nil` if CodeBuild does not say.
    public var environment: Environment?

    /// Where the log of the build is.
    ///
    /// `nil` before there is one.
    public var logs: Logs?

    /// The phases so far, in their order.
    ///
    /// Empty if there are none.
    public var phases: [Phase]

    /// The cache of the build, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var cache: JSONValue?

    /// The network interface of the build, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var networkInterface: JSONValue?

    /// The VPC of the build, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var vpcConfig: JSONValue?

    /// The other sources, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var secondarySources: JSONValue?

    /// The versions of the other sources, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var secondarySourceVersions: JSONValue?

    /// The other artifacts, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var secondaryArtifacts: JSONValue?

    /// The file systems of the build, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var fileSystemLocations: JSONValue?

    /// The reports of the build, as CodeBuild sends it.
    ///
    /// `nil` if there is none.
    public var reportARNs: JSONValue?

    /// Creates the information.
    ///
    /// Parameters match the properties of the same name.
    public init(
        isComplete: Bool? = nil,
        buildNumber: Int? = nil,
        initiator: String? = nil,
        startTime: String? = nil,
        timeoutInMinutes: Int? = nil,
        queuedTimeoutInMinutes: Int? = nil,
        sourceVersion: String? = nil,
        resolvedSourceVersion: String? = nil,
        source: Source? = nil,
        artifact: Artifact? = nil,
        environment: Environment? = nil,
        logs: Logs? = nil,
        phases: [Phase] = [],
        cache: JSONValue? = nil,
        networkInterface: JSONValue? = nil,
        vpcConfig: JSONValue? = nil,
        secondarySources: JSONValue? = nil,
        secondarySourceVersions: JSONValue? = nil,
        secondaryArtifacts: JSONValue? = nil,
        fileSystemLocations: JSONValue? = nil,
        reportARNs: JSONValue? = nil
    ) {
        self.isComplete = isComplete
        self.buildNumber = buildNumber
        self.initiator = initiator
        self.startTime = startTime
        self.timeoutInMinutes = timeoutInMinutes
        self.queuedTimeoutInMinutes = queuedTimeoutInMinutes
        self.sourceVersion = sourceVersion
        self.resolvedSourceVersion = resolvedSourceVersion
        self.source = source
        self.artifact = artifact
        self.environment = environment
        self.logs = logs
        self.phases = phases
        self.cache = cache
        self.networkInterface = networkInterface
        self.vpcConfig = vpcConfig
        self.secondarySources = secondarySources
        self.secondarySourceVersions = secondarySourceVersions
        self.secondaryArtifacts = secondaryArtifacts
        self.fileSystemLocations = fileSystemLocations
        self.reportARNs = reportARNs
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case isComplete = "build-complete"
        case buildNumber = "build-number"
        case initiator
        case startTime = "build-start-time"
        case timeoutInMinutes = "timeout-in-minutes"
        case queuedTimeoutInMinutes = "queued-timeout-in-minutes"
        case sourceVersion = "source-version"
        case resolvedSourceVersion = "resolved-source-version"
        case source
        case artifact
        case environment
        case logs
        case phases
        case cache
        case networkInterface = "network-interface"
        case vpcConfig = "vpc-config"
        case secondarySources = "secondary-sources"
        case secondarySourceVersions = "secondary-source-versions"
        case secondaryArtifacts = "secondary-artifacts"
        case fileSystemLocations = "file-system-locations"
        case reportARNs = "report-arns"
    }

    /// When the build began.
    ///
    /// `nil` if CodeBuild does not say, or in other words than it uses to.
    public var startTimestamp: Timestamp? { startTime.flatMap(DateInWords.timestamp(of:)) }
}
