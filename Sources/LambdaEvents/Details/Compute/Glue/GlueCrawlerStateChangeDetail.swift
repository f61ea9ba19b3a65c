public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A crawler that began or ended.
///
/// AWS documentation: <https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html>
public struct GlueCrawlerStateChangeDetail: Codable, Hashable, Sendable {
    /// The name of the crawler.
    public var crawlerName: String

    /// The state the crawler is in now.
    public var state: State

    /// What happened, in a sentence.
    ///
    /// `nil` if Glue does not say.
    public var message: String?

    /// The account of the crawler.
    ///
    /// `nil` if Glue does not say.
    public var accountID: String?

    /// When the crawler began.
    ///
    /// `nil` unless it just did.
    public var startTime: Timestamp?

    /// When the crawler ended.
    ///
    /// `nil` unless it succeeded.
    public var completionDate: Timestamp?

    /// How long the crawler ran, in seconds.
    ///
    /// `nil` unless it succeeded.
    ///
    /// A number in a string. JSON key: `runningTime (sec)`.
    public var runningTime: ScalarValue?

    /// Where the log of the crawler is in the console.
    ///
    /// `nil` for a crawler that just began.
    public var cloudWatchLogLink: String?

    /// Why the crawler failed.
    ///
    /// `nil` unless it failed.
    public var errorMessage: String?

    /// What the crawler warns of, or `N/A`.
    ///
    /// `nil` unless it succeeded.
    public var warningMessage: String?

    /// How many tables were created.
    ///
    /// `nil` unless the crawler succeeded.
    ///
    /// A number in a string.
    public var tablesCreated: ScalarValue?

    /// How many tables were changed.
    ///
    /// `nil` unless the crawler succeeded.
    ///
    /// A number in a string.
    public var tablesUpdated: ScalarValue?

    /// How many tables were deleted.
    ///
    /// `nil` unless the crawler succeeded.
    ///
    /// A number in a string.
    public var tablesDeleted: ScalarValue?

    /// How many partitions were created.
    ///
    /// `nil` unless the crawler succeeded.
    ///
    /// A number in a string.
    public var partitionsCreated: ScalarValue?

    /// How many partitions were changed.
    ///
    /// `nil` unless the crawler succeeded.
    ///
    /// A number in a string.
    public var partitionsUpdated: ScalarValue?

    /// How many partitions were deleted.
    ///
    /// `nil` unless the crawler succeeded.
    ///
    /// A number in a string.
    public var partitionsDeleted: ScalarValue?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        crawlerName: String,
        state: State,
        message: String? = nil,
        accountID: String? = nil,
        startTime: Timestamp? = nil,
        completionDate: Timestamp? = nil,
        runningTime: ScalarValue? = nil,
        cloudWatchLogLink: String? = nil,
        errorMessage: String? = nil,
        warningMessage: String? = nil,
        tablesCreated: ScalarValue? = nil,
        tablesUpdated: ScalarValue? = nil,
        tablesDeleted: ScalarValue? = nil,
        partitionsCreated: ScalarValue? = nil,
        partitionsUpdated: ScalarValue? = nil,
        partitionsDeleted: ScalarValue? = nil
    ) {
        self.crawlerName = crawlerName
        self.state = state
        self.message = message
        self.accountID = accountID
        self.startTime = startTime
        self.completionDate = completionDate
        self.runningTime = runningTime
        self.cloudWatchLogLink = cloudWatchLogLink
        self.errorMessage = errorMessage
        self.warningMessage = warningMessage
        self.tablesCreated = tablesCreated
        self.tablesUpdated = tablesUpdated
        self.tablesDeleted = tablesDeleted
        self.partitionsCreated = partitionsCreated
        self.partitionsUpdated = partitionsUpdated
        self.partitionsDeleted = partitionsDeleted
    }

    enum CodingKeys: String, CodingKey {
        case crawlerName
        case state
        case message
        case accountID = "accountId"
        case startTime
        case completionDate
        case runningTime = "runningTime (sec)"
        case cloudWatchLogLink
        case errorMessage
        case warningMessage
        case tablesCreated
        case tablesUpdated
        case tablesDeleted
        case partitionsCreated
        case partitionsUpdated
        case partitionsDeleted
    }
}

extension GlueCrawlerStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.glue] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.glueCrawlerStateChange] }
}

extension GlueCrawlerStateChangeDetail {
    /// A state of a crawler.
    public struct State: OpenValue {
        /// The text Glue uses for the state.
        public let rawValue: String

        /// Creates a state from the text Glue uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The crawler began.
        public static var started: Self { Self(rawValue: "Started") }
        /// The crawler succeeded.
        public static var succeeded: Self { Self(rawValue: "Succeeded") }
        /// The crawler failed.
        public static var failed: Self { Self(rawValue: "Failed") }
    }
}
