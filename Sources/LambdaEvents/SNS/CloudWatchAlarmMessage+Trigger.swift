import LambdaEventsCoding
public import LambdaEventsShared

extension CloudWatchAlarmMessage {
    /// What an alarm watches, and when it goes off.
    ///
    /// Either one metric, in ``metricName`` and the members beside it, or several of them, in
    /// ``metrics``, for an expression or an anomaly.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>
    public struct Trigger: Codable, Hashable, Sendable {
        /// The name of the metric.
        ///
        /// `nil` for an alarm on an expression.
        public var metricName: String?

        /// The namespace of the metric, such as `AWS/EC2`.
        ///
        /// `nil` for an alarm on an expression.
        public var namespace: String?

        /// Which of ``statistic`` and ``extendedStatistic`` is set.
        ///
        /// `nil` for an alarm on an expression.
        public var statisticType: String?

        /// The statistic, in capitals: `AVERAGE`, `SAMPLE_COUNT`.
        ///
        /// `nil` for a percentile, and for an alarm on an expression.
        public var statistic: String?

        /// The percentile, such as `p99`.
        ///
        /// `nil` for another statistic, and for an alarm on an expression.
        public var extendedStatistic: String?

        /// The unit of the metric, such as `Bytes`.
        ///
        /// `nil` if the alarm takes any.
        public var unit: String?

        /// The dimensions of the metric.
        ///
        /// Empty if it has none, and for an alarm on an expression.
        public var dimensions: [Dimension]

        /// The length of a period in seconds.
        ///
        /// `nil` if CloudWatch does not say.
        public var period: Int?

        /// How many periods the alarm looks at.
        ///
        /// `nil` if CloudWatch does not say.
        public var evaluationPeriods: Int?

        /// How many of those periods must be out of bounds.
        ///
        /// `nil` if it is all of them.
        public var datapointsToAlarm: Int?

        /// How the metric is compared with the threshold.
        ///
        /// `nil` if CloudWatch does not say.
        public var comparisonOperator: ComparisonOperator?

        /// What the metric is compared with.
        ///
        /// `nil` for an alarm on an anomaly.
        public var threshold: Double?

        /// The ID of the band in ``metrics`` that the metric is compared with.
        ///
        /// `nil` except for an alarm on an anomaly.
        public var thresholdMetricID: String?

        /// What the alarm makes of missing data.
        ///
        /// `nil` if CloudWatch does not say. Older messages have a sentence instead of the word:
        /// use ``missingDataTreatment``.
        public var treatMissingData: String?

        /// What the alarm makes of a percentile of few samples: `evaluate` or `ignore`.
        ///
        /// `nil` if CloudWatch does not say; empty for other statistics.
        public var evaluateLowSampleCountPercentile: String?

        /// The metrics and expressions the alarm is on.
        ///
        /// Empty for an alarm on one metric.
        public var metrics: [Metric]

        /// Creates a trigger.
        ///
        /// Parameters match the properties of the same name.
        public init(
            metricName: String? = nil,
            namespace: String? = nil,
            statisticType: String? = nil,
            statistic: String? = nil,
            extendedStatistic: String? = nil,
            unit: String? = nil,
            dimensions: [Dimension] = [],
            period: Int? = nil,
            evaluationPeriods: Int? = nil,
            datapointsToAlarm: Int? = nil,
            comparisonOperator: ComparisonOperator? = nil,
            threshold: Double? = nil,
            thresholdMetricID: String? = nil,
            treatMissingData: String? = nil,
            evaluateLowSampleCountPercentile: String? = nil,
            metrics: [Metric] = []
        ) {
            self.metricName = metricName
            self.namespace = namespace
            self.statisticType = statisticType
            self.statistic = statistic
            self.extendedStatistic = extendedStatistic
            self.unit = unit
            self.dimensions = dimensions
            self.period = period
            self.evaluationPeriods = evaluationPeriods
            self.datapointsToAlarm = datapointsToAlarm
            self.comparisonOperator = comparisonOperator
            self.threshold = threshold
            self.thresholdMetricID = thresholdMetricID
            self.treatMissingData = treatMissingData
            self.evaluateLowSampleCountPercentile = evaluateLowSampleCountPercentile
            self.metrics = metrics
        }

        /// What the alarm makes of missing data.
        ///
        /// `nil` if CloudWatch does not say. It is the last word of ``treatMissingData``, which in
        /// older messages is `- TreatMissingData:                    missing`.
        public var missingDataTreatment: MissingDataTreatment? {
            treatMissingData?.split(separator: " ").last.map {
                MissingDataTreatment(rawValue: String($0))
            }
        }

        enum CodingKeys: String, CodingKey {
            case metricName = "MetricName"
            case namespace = "Namespace"
            case statisticType = "StatisticType"
            case statistic = "Statistic"
            case extendedStatistic = "ExtendedStatistic"
            case unit = "Unit"
            case dimensions = "Dimensions"
            case period = "Period"
            case evaluationPeriods = "EvaluationPeriods"
            case datapointsToAlarm = "DatapointsToAlarm"
            case comparisonOperator = "ComparisonOperator"
            case threshold = "Threshold"
            case thresholdMetricID = "ThresholdMetricId"
            case treatMissingData = "TreatMissingData"
            case evaluateLowSampleCountPercentile = "EvaluateLowSampleCountPercentile"
            case metrics = "Metrics"
        }
    }
}

extension CloudWatchAlarmMessage.Trigger {
    /// How a metric is compared with a threshold.
    public struct ComparisonOperator: OpenValue {
        /// The text CloudWatch uses for the comparison.
        public let rawValue: String

        /// Creates a comparison from the text CloudWatch uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The metric is at or above the threshold.
        public static var greaterThanOrEqualToThreshold: Self {
            Self(rawValue: "GreaterThanOrEqualToThreshold")
        }
        /// The metric is above the threshold.
        public static var greaterThanThreshold: Self { Self(rawValue: "GreaterThanThreshold") }
        /// The metric is below the threshold.
        public static var lessThanThreshold: Self { Self(rawValue: "LessThanThreshold") }
        /// The metric is at or below the threshold.
        public static var lessThanOrEqualToThreshold: Self {
            Self(rawValue: "LessThanOrEqualToThreshold")
        }
        /// The metric is outside the band it is expected in.
        public static var lessThanLowerOrGreaterThanUpperThreshold: Self {
            Self(rawValue: "LessThanLowerOrGreaterThanUpperThreshold")
        }
        /// The metric is below the band it is expected in.
        public static var lessThanLowerThreshold: Self { Self(rawValue: "LessThanLowerThreshold") }
        /// The metric is above the band it is expected in.
        public static var greaterThanUpperThreshold: Self {
            Self(rawValue: "GreaterThanUpperThreshold")
        }
    }

    /// What an alarm makes of missing data.
    public struct MissingDataTreatment: OpenValue {
        /// The text CloudWatch uses for the treatment.
        public let rawValue: String

        /// Creates a treatment from the text CloudWatch uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Without any data, the alarm lacks data.
        public static var missing: Self { Self(rawValue: "missing") }
        /// Missing data is out of bounds.
        public static var breaching: Self { Self(rawValue: "breaching") }
        /// Missing data is within bounds.
        public static var notBreaching: Self { Self(rawValue: "notBreaching") }
        /// The alarm stays in its state.
        public static var ignore: Self { Self(rawValue: "ignore") }
    }
}
