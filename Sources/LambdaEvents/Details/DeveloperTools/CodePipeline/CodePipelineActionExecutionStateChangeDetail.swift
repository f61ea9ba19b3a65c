public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An action of a pipeline that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html>
public struct CodePipelineActionExecutionStateChangeDetail: Codable, Hashable, Sendable {
    /// The name of the pipeline.
    public var pipeline: String

    /// The ID of the execution of the pipeline.
    public var executionID: String

    /// The name of the stage.
    ///
    /// `nil` if CodePipeline does not say.
    public var stage: String?

    /// The name of the action.
    public var action: String

    /// The ID of the execution of the action.
    ///
    /// `nil` if CodePipeline does not say.
    public var actionExecutionID: String?

    /// The state the action is in now.
    public var state: CodePipelineState

    /// The region of the action, which need not be that of the pipeline.
    ///
    /// `nil` if CodePipeline does not say.
    public var region: String?

    /// The kind of action.
    ///
    /// `nil` if CodePipeline does not say.
    public var type: ActionType?

    /// The version of the pipeline.
    ///
    /// `nil` if CodePipeline does not say.
    ///
    /// A number, which AWS writes `3`, `3.0` and `"3"`.
    public var version: ScalarValue?

    /// When the execution of the pipeline began.
    ///
    /// `nil` if CodePipeline does not say.
    public var startTime: Timestamp?

    /// Which attempt at the execution it is.
    ///
    /// `nil` if CodePipeline does not say.
    ///
    /// A number, which AWS writes `1`, `1.0` and `"1"`.
    public var pipelineExecutionAttempt: ScalarValue?

    /// What came of the action.
    ///
    /// `nil` until it has ended.
    public var executionResult: ExecutionResult?

    /// The artifacts the action uses.
    ///
    /// Empty if there are none.
    public var inputArtifacts: [Artifact]

    /// The artifacts the action made.
    ///
    /// Empty if there are none.
    public var outputArtifacts: [Artifact]

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        pipeline: String,
        executionID: String,
        stage: String? = nil,
        action: String,
        actionExecutionID: String? = nil,
        state: CodePipelineState,
        region: String? = nil,
        type: ActionType? = nil,
        version: ScalarValue? = nil,
        startTime: Timestamp? = nil,
        pipelineExecutionAttempt: ScalarValue? = nil,
        executionResult: ExecutionResult? = nil,
        inputArtifacts: [Artifact] = [],
        outputArtifacts: [Artifact] = []
    ) {
        self.pipeline = pipeline
        self.executionID = executionID
        self.stage = stage
        self.action = action
        self.actionExecutionID = actionExecutionID
        self.state = state
        self.region = region
        self.type = type
        self.version = version
        self.startTime = startTime
        self.pipelineExecutionAttempt = pipelineExecutionAttempt
        self.executionResult = executionResult
        self.inputArtifacts = inputArtifacts
        self.outputArtifacts = outputArtifacts
    }

    enum CodingKeys: String, CodingKey {
        case pipeline
        case executionID = "execution-id"
        case stage
        case action
        case actionExecutionID = "action-execution-id"
        case state
        case region
        case type
        case version
        case startTime = "start-time"
        case pipelineExecutionAttempt = "pipeline-execution-attempt"
        case executionResult = "execution-result"
        case inputArtifacts = "input-artifacts"
        case outputArtifacts = "output-artifacts"
    }
}

extension CodePipelineActionExecutionStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codePipeline] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.codePipelineActionExecutionStateChange]
    }
}

extension CodePipelineActionExecutionStateChangeDetail {
    /// A kind of action.
    public struct ActionType: Codable, Hashable, Sendable {
        /// Who made the kind: `AWS`, `ThirdParty` or `Custom`.
        ///
        /// `nil` if CodePipeline does not say.
        public var owner: String?

        /// What such actions do.
        ///
        /// `nil` if CodePipeline does not say.
        public var category: Category?

        /// What carries them out, such as `CodeBuild`.
        ///
        /// `nil` if CodePipeline does not say.
        public var provider: String?

        /// The version of the kind.
        ///
        /// `nil` if CodePipeline does not say.
        ///
        /// A number, which AWS writes `1` and `"1"`.
        public var version: ScalarValue?

        /// Creates a kind of action.
        ///
        /// Parameters match the properties of the same name.
        public init(
            owner: String? = nil,
            category: Category? = nil,
            provider: String? = nil,
            version: ScalarValue? = nil
        ) {
            self.owner = owner
            self.category = category
            self.provider = provider
            self.version = version
        }
    }

    /// What an action does.
    public struct Category: OpenValue {
        /// The text CodePipeline uses for the category.
        public let rawValue: String

        /// Creates a category from the text CodePipeline uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It fetches the source.
        public static var source: Self { Self(rawValue: "Source") }
        /// It builds.
        public static var build: Self { Self(rawValue: "Build") }
        /// It tests.
        public static var test: Self { Self(rawValue: "Test") }
        /// It deploys.
        public static var deploy: Self { Self(rawValue: "Deploy") }
        /// It waits for someone to approve.
        public static var approval: Self { Self(rawValue: "Approval") }
        /// It invokes a function or a state machine.
        public static var invoke: Self { Self(rawValue: "Invoke") }
        /// It runs commands.
        public static var compute: Self { Self(rawValue: "Compute") }
    }

    /// What came of an action.
    public struct ExecutionResult: Codable, Hashable, Sendable {
        /// Where to see it in the console.
        ///
        /// `nil` if CodePipeline does not say.
        public var externalExecutionURL: String?

        /// What came of it, in a sentence: what a commit says, why a build failed.
        ///
        /// `nil` if CodePipeline does not say.
        public var externalExecutionSummary: String?

        /// The ID of what carried the action out, such as a build or a commit.
        ///
        /// `nil` if CodePipeline does not say.
        public var externalExecutionID: String?

        /// The state of what carried the action out.
        ///
        /// `nil` if CodePipeline does not say.
        public var externalExecutionState: String?

        /// The kind of failure, such as `JobFailed`.
        ///
        /// `nil` unless the action failed.
        public var errorCode: String?

        /// Creates a result.
        ///
        /// Parameters match the properties of the same name.
        public init(
            externalExecutionURL: String? = nil,
            externalExecutionSummary: String? = nil,
            externalExecutionID: String? = nil,
            externalExecutionState: String? = nil,
            errorCode: String? = nil
        ) {
            self.externalExecutionURL = externalExecutionURL
            self.externalExecutionSummary = externalExecutionSummary
            self.externalExecutionID = externalExecutionID
            self.externalExecutionState = externalExecutionState
            self.errorCode = errorCode
        }

        enum CodingKeys: String, CodingKey {
            case externalExecutionURL = "external-execution-url"
            case externalExecutionSummary = "external-execution-summary"
            case externalExecutionID = "external-execution-id"
            case externalExecutionState = "external-execution-state"
            case errorCode = "error-code"
        }
    }

    /// Something that actions hand on to each other.
    public struct Artifact: Codable, Hashable, Sendable {
        /// The name of the artifact.
        ///
        /// `nil` if CodePipeline does not say.
        public var name: String?

        /// Where it is.
        ///
        /// `nil` if CodePipeline does not say.
        public var s3Location: S3Location?

        /// Creates an artifact.
        ///
        /// Parameters match the properties of the same name.
        public init(name: String? = nil, s3Location: S3Location? = nil) {
            self.name = name
            self.s3Location = s3Location
        }

        enum CodingKeys: String, CodingKey {
            case name
            case s3Location = "s3location"
        }
    }

    /// An object of S3.
    public struct S3Location: Codable, Hashable, Sendable {
        /// The name of the bucket.
        ///
        /// `nil` if CodePipeline does not say.
        public var bucket: String?

        /// The key of the object.
        ///
        /// `nil` if CodePipeline does not say.
        public var key: String?

        /// Creates a location.
        ///
        /// Parameters match the properties of the same name.
        public init(bucket: String? = nil, key: String? = nil) {
            self.bucket = bucket
            self.key = key
        }
    }
}
