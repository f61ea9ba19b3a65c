public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// The results of rules on the quality of data.
///
/// AWS documentation: <https://docs.aws.amazon.com/glue/latest/dg/data-quality-alerts.html>
public struct GlueDataQualityResultDetail: Hashable, Sendable {
    /// The names of the rulesets.
    ///
    /// Empty if Glue does not say.
    public var rulesetNames: [String]

    /// Whether the data kept to the rules.
    ///
    /// It says nothing of the run: data that break a rule make it ``State/failed``.
    public var state: State

    /// The share of the rules that the data kept to, from 0 to 1.
    ///
    /// `nil` if Glue does not say.
    public var score: Double?

    /// How many rules the data kept to.
    ///
    /// `nil` if Glue does not say.
    ///
    /// JSON key: `numRulesSucceeded`. AWS documents `rulesSucceeded`, which is read too.
    public var rulesSucceeded: Int?

    /// How many rules the data broke.
    ///
    /// `nil` if Glue does not say.
    ///
    /// JSON key: `numRulesFailed`. AWS documents `rulesFailed`, which is read too.
    public var rulesFailed: Int?

    /// How many rules were not looked at.
    ///
    /// `nil` if Glue does not say.
    ///
    /// JSON key: `numRulesSkipped`. AWS documents `rulesSkipped`, which is read too.
    public var rulesSkipped: Int?

    /// The ID of the results.
    ///
    /// `nil` if Glue does not say.
    ///
    /// JSON key: `resultId`. AWS documents `resultID`, which is read too. Pass it to
    /// `GetDataQualityResult` to get the result of each rule.
    public var resultID: String?

    /// What the rules were evaluated on.
    ///
    /// `nil` if Glue does not say.
    public var context: Context?

    /// How the members are spelled that have two spellings.
    var spelling = Spelling()

    /// Creates the results.
    ///
    /// Parameters match the properties of the same name.
    public init(
        rulesetNames: [String] = [],
        state: State,
        score: Double? = nil,
        rulesSucceeded: Int? = nil,
        rulesFailed: Int? = nil,
        rulesSkipped: Int? = nil,
        resultID: String? = nil,
        context: Context? = nil
    ) {
        self.rulesetNames = rulesetNames
        self.state = state
        self.score = score
        self.rulesSucceeded = rulesSucceeded
        self.rulesFailed = rulesFailed
        self.rulesSkipped = rulesSkipped
        self.resultID = resultID
        self.context = context
    }
}

extension GlueDataQualityResultDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { ["aws.glue-dataquality"] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.glueDataQualityEvaluationResultsAvailable]
    }
}

extension GlueDataQualityResultDetail {
    /// Whether data kept to rules.
    public struct State: OpenValue {
        /// The text Glue uses for the state.
        public let rawValue: String

        /// Creates a state from the text Glue uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The data kept to all rules.
        public static var succeeded: Self { Self(rawValue: "SUCCEEDED") }
        /// The data broke a rule.
        public static var failed: Self { Self(rawValue: "FAILED") }
    }

    /// What rules were evaluated on.
    public struct Context: Codable, Hashable, Sendable {
        /// Whether it was a table or a job: `GLUE_DATA_CATALOG` or `GLUE_JOB`.
        ///
        /// `nil` if Glue does not say.
        public var contextType: String?

        /// The ID of the run of the rules.
        ///
        /// `nil` for jobs.
        public var runID: String?

        /// The account of the Data Catalog.
        ///
        /// `nil` for jobs.
        public var catalogID: String?

        /// The name of the database.
        ///
        /// `nil` for jobs.
        public var databaseName: String?

        /// The name of the table.
        ///
        /// `nil` for jobs.
        public var tableName: String?

        /// The ID of the run of the job.
        ///
        /// `nil` for tables.
        ///
        /// JSON key: `jobId`, which holds the ID of a run.
        public var jobRunID: String?

        /// The name of the job.
        ///
        /// `nil` for tables.
        public var jobName: String?

        /// What the job calls the evaluation.
        ///
        /// `nil` for tables.
        public var evaluationContext: String?

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            contextType: String? = nil,
            runID: String? = nil,
            catalogID: String? = nil,
            databaseName: String? = nil,
            tableName: String? = nil,
            jobRunID: String? = nil,
            jobName: String? = nil,
            evaluationContext: String? = nil
        ) {
            self.contextType = contextType
            self.runID = runID
            self.catalogID = catalogID
            self.databaseName = databaseName
            self.tableName = tableName
            self.jobRunID = jobRunID
            self.jobName = jobName
            self.evaluationContext = evaluationContext
        }

        enum CodingKeys: String, CodingKey {
            case contextType
            case runID = "runId"
            case catalogID = "catalogId"
            case databaseName
            case tableName
            case jobRunID = "jobId"
            case jobName
            case evaluationContext
        }
    }
}
