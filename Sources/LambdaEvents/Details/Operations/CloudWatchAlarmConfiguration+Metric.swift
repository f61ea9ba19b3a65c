import LambdaEventsCoding
import LambdaEventsShared

extension CloudWatchAlarmConfiguration {
    /// A metric an alarm watches, or an expression over such metrics.
    public struct Metric: Codable, Hashable, Sendable {
        /// The name of the metric within the alarm.
        ///
        /// `nil` in handwritten events.
        public var id: String?

        /// The metric and how it is summed up.
        ///
        /// `nil` for an expression.
        public var metricStat: Statistic?

        /// The expression.
        ///
        /// `nil` for a metric.
        public var expression: String?

        /// The name to show for an expression.
        ///
        /// `nil` if the author gave none.
        public var label: String?

        /// The length of a period in seconds, for an expression.
        ///
        /// `nil` if the metrics have it.
        public var period: Int?

        /// The ID of the account the metric is in.
        ///
        /// `nil` if it is that of the alarm.
        ///
        /// JSON key: `accountId`.
        public var accountID: String?

        /// Whether this is the value the alarm compares with the threshold.
        ///
        /// `false` if the JSON has none.
        public var returnData: Bool

        /// Creates a metric.
        ///
        /// Parameters match the properties of the same name.
        public init(
            id: String? = nil,
            metricStat: Statistic? = nil,
            expression: String? = nil,
            label: String? = nil,
            period: Int? = nil,
            accountID: String? = nil,
            returnData: Bool = false
        ) {
            self.id = id
            self.metricStat = metricStat
            self.expression = expression
            self.label = label
            self.period = period
            self.accountID = accountID
            self.returnData = returnData
        }

        enum CodingKeys: String, CodingKey {
            case id
            case metricStat
            case expression
            case label
            case period
            case accountID = "accountId"
            case returnData
        }
    }

    /// A metric and how it is summed up.
    public struct Statistic: Codable, Hashable, Sendable {
        /// The metric.
        ///
        /// `nil` in handwritten events.
        public var metric: MetricName?

        /// The length of a period in seconds.
        ///
        /// `nil` in handwritten events.
        public var period: Int?

        /// The statistic, such as `Average` or `p99`.
        ///
        /// `nil` in handwritten events.
        public var stat: String?

        /// The unit to take values of.
        ///
        /// `nil` if any unit will do.
        public var unit: String?

        /// Creates a statistic.
        ///
        /// Parameters match the properties of the same name.
        public init(
            metric: MetricName? = nil,
            period: Int? = nil,
            stat: String? = nil,
            unit: String? = nil
        ) {
            self.metric = metric
            self.period = period
            self.stat = stat
            self.unit = unit
        }
    }

    /// What identifies a metric.
    public struct MetricName: Codable, Hashable, Sendable {
        /// The namespace, such as `AWS/EC2`.
        ///
        /// `nil` in handwritten events.
        public var namespace: String?

        /// The name of the metric, such as `CPUUtilization`.
        ///
        /// `nil` in handwritten events.
        public var name: String?

        /// What the metric is of, such as `["InstanceId": "i-…"]`.
        ///
        /// Empty if there are no dimensions.
        public var dimensions: [String: String]

        /// Creates a name.
        ///
        /// Parameters match the properties of the same name.
        public init(
            namespace: String? = nil,
            name: String? = nil,
            dimensions: [String: String] = [:]
        ) {
            self.namespace = namespace
            self.name = name
            self.dimensions = dimensions
        }
    }
}
