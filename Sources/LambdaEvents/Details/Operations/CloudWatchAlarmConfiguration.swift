import LambdaEventsCoding
public import LambdaEventsShared

/// What a CloudWatch alarm watches, and when it acts.
///
/// A metric alarm has ``metrics``, a composite one ``alarmRule``. An event about a state has only
/// these, an event about the configuration has all that applies.
public struct CloudWatchAlarmConfiguration: Codable, Hashable, Sendable {
    /// The name of the alarm.
    ///
    /// `nil` in events about a state.
    public var alarmName: String?

    /// What the alarm is for, in the words of its author.
    ///
    /// `nil` if they said nothing.
    public var description: String?

    /// The metrics of a metric alarm, and the expressions that combine them.
    ///
    /// Empty for a composite alarm.
    public var metrics: [Metric]

    /// The expression over other alarms that makes a composite alarm.
    ///
    /// `nil` for a metric alarm.
    public var alarmRule: String?

    /// The alarm that suppresses the actions of a composite alarm while it is in alarm.
    ///
    /// `nil` if there is none.
    public var actionsSuppressor: String?

    /// How many seconds a composite alarm waits for its suppressor.
    ///
    /// `nil` if there is no suppressor.
    public var actionsSuppressorWaitPeriod: Int?

    /// For how many seconds the actions stay suppressed after the suppressor.
    ///
    /// `nil` if there is no suppressor.
    public var actionsSuppressorExtensionPeriod: Int?

    /// How many of the latest periods are compared with the threshold.
    ///
    /// `nil` in events about a state, and for a composite alarm.
    public var evaluationPeriods: Int?

    /// How many of the periods must be beyond the threshold.
    ///
    /// `nil` if all must, in events about a state, and for a composite alarm.
    public var datapointsToAlarm: Int?

    /// The threshold.
    ///
    /// `nil` in events about a state, for anomaly detection, and for a composite alarm.
    public var threshold: Double?

    /// The ID of the metric that is the threshold.
    ///
    /// `nil` except for anomaly detection.
    ///
    /// JSON key: `thresholdMetricId`.
    public var thresholdMetricID: String?

    /// How a value is compared with the threshold, such as `GreaterThanThreshold`.
    ///
    /// `nil` in events about a state, and for a composite alarm.
    public var comparisonOperator: String?

    /// What a period without data counts as: `missing`, `ignore`, `breaching` or `notBreaching`.
    ///
    /// `nil` in events about a state, and for a composite alarm.
    public var treatMissingData: String?

    /// Whether a percentile of few samples is evaluated or ignored.
    ///
    /// `nil` except for alarms on percentiles.
    public var evaluateLowSampleCountPercentile: String?

    /// Whether the alarm acts at all.
    ///
    /// `nil` in events about a state.
    public var actionsEnabled: Bool?

    /// When the configuration was written.
    ///
    /// `nil` in events about a state.
    public var timestamp: Timestamp?

    /// The ARNs of what runs when the alarm goes to OK.
    ///
    /// Empty in events about a state.
    public var okActions: [String]

    /// The ARNs of what runs when the alarm goes off.
    ///
    /// Empty in events about a state.
    public var alarmActions: [String]

    /// The ARNs of what runs when there is not enough data.
    ///
    /// Empty in events about a state.
    public var insufficientDataActions: [String]

    /// Creates a configuration.
    ///
    /// Parameters match the properties of the same name.
    public init(
        alarmName: String? = nil,
        description: String? = nil,
        metrics: [Metric] = [],
        alarmRule: String? = nil,
        actionsSuppressor: String? = nil,
        actionsSuppressorWaitPeriod: Int? = nil,
        actionsSuppressorExtensionPeriod: Int? = nil,
        evaluationPeriods: Int? = nil,
        datapointsToAlarm: Int? = nil,
        threshold: Double? = nil,
        thresholdMetricID: String? = nil,
        comparisonOperator: String? = nil,
        treatMissingData: String? = nil,
        evaluateLowSampleCountPercentile: String? = nil,
        actionsEnabled: Bool? = nil,
        timestamp: Timestamp? = nil,
        okActions: [String] = [],
        alarmActions: [String] = [],
        insufficientDataActions: [String] = []
    ) {
        self.alarmName = alarmName
        self.description = description
        self.metrics = metrics
        self.alarmRule = alarmRule
        self.actionsSuppressor = actionsSuppressor
        self.actionsSuppressorWaitPeriod = actionsSuppressorWaitPeriod
        self.actionsSuppressorExtensionPeriod = actionsSuppressorExtensionPeriod
        self.evaluationPeriods = evaluationPeriods
        self.datapointsToAlarm = datapointsToAlarm
        self.threshold = threshold
        self.thresholdMetricID = thresholdMetricID
        self.comparisonOperator = comparisonOperator
        self.treatMissingData = treatMissingData
        self.evaluateLowSampleCountPercentile = evaluateLowSampleCountPercentile
        self.actionsEnabled = actionsEnabled
        self.timestamp = timestamp
        self.okActions = okActions
        self.alarmActions = alarmActions
        self.insufficientDataActions = insufficientDataActions
    }

    enum CodingKeys: String, CodingKey {
        case alarmName
        case description
        case metrics
        case alarmRule
        case actionsSuppressor
        case actionsSuppressorWaitPeriod
        case actionsSuppressorExtensionPeriod
        case evaluationPeriods
        case datapointsToAlarm
        case threshold
        case thresholdMetricID = "thresholdMetricId"
        case comparisonOperator
        case treatMissingData
        case evaluateLowSampleCountPercentile
        case actionsEnabled
        case timestamp
        case okActions
        case alarmActions
        case insufficientDataActions
    }
}
