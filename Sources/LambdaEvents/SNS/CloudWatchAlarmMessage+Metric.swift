import LambdaEventsCoding

extension CloudWatchAlarmMessage {
    /// A dimension of a metric: what it was measured of.
    public struct Dimension: Codable, Hashable, Sendable {
        /// The name of the dimension, such as `InstanceId`.
        public var name: String

        /// The value, such as the ID of an instance.
        public var value: String

        /// Creates a dimension.
        ///
        /// Parameters match the properties of the same name.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// One of the metrics or expressions an alarm is on.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html>
    public struct Metric: Codable, Hashable, Sendable {
        /// The name expressions use.
        public var id: String

        /// The expression over other metrics.
        ///
        /// `nil` for a metric.
        public var expression: String?

        /// The name for people.
        ///
        /// `nil` if there is none.
        public var label: String?

        /// The metric and its statistic.
        ///
        /// `nil` for an expression.
        public var metricStat: MetricStat?

        /// The length of a period of the expression in seconds.
        ///
        /// `nil` if it is that of its metrics.
        public var period: Int?

        /// The account of the metric.
        ///
        /// `nil` if it is that of the alarm.
        public var accountID: String?

        /// Whether the alarm looks at the result, rather than using it in expressions only.
        ///
        /// Absent is false.
        public var returnData: Bool

        /// Creates a metric.
        ///
        /// Parameters match the properties of the same name.
        public init(
            id: String,
            expression: String? = nil,
            label: String? = nil,
            metricStat: MetricStat? = nil,
            period: Int? = nil,
            accountID: String? = nil,
            returnData: Bool = false
        ) {
            self.id = id
            self.expression = expression
            self.label = label
            self.metricStat = metricStat
            self.period = period
            self.accountID = accountID
            self.returnData = returnData
        }

        enum CodingKeys: String, CodingKey {
            case id = "Id"
            case expression = "Expression"
            case label = "Label"
            case metricStat = "MetricStat"
            case period = "Period"
            case accountID = "AccountId"
            case returnData = "ReturnData"
        }
    }

    /// A metric and the statistic that is taken of it.
    public struct MetricStat: Codable, Hashable, Sendable {
        /// The metric.
        public var metric: MetricName

        /// The length of a period in seconds.
        ///
        /// `nil` if CloudWatch does not say.
        public var period: Int?

        /// The statistic, such as `Average` or `p99`.
        ///
        /// `nil` if CloudWatch does not say.
        public var stat: String?

        /// The unit of the metric.
        ///
        /// `nil` if the alarm takes any.
        public var unit: String?

        /// Creates a statistic.
        ///
        /// Parameters match the properties of the same name.
        public init(
            metric: MetricName,
            period: Int? = nil,
            stat: String? = nil,
            unit: String? = nil
        ) {
            self.metric = metric
            self.period = period
            self.stat = stat
            self.unit = unit
        }

        enum CodingKeys: String, CodingKey {
            case metric = "Metric"
            case period = "Period"
            case stat = "Stat"
            case unit = "Unit"
        }
    }

    /// What identifies a metric.
    public struct MetricName: Codable, Hashable, Sendable {
        /// The namespace of the metric, such as `AWS/EC2`.
        ///
        /// `nil` if CloudWatch does not say.
        public var namespace: String?

        /// The name of the metric.
        ///
        /// `nil` if CloudWatch does not say.
        public var metricName: String?

        /// The dimensions of the metric.
        ///
        /// Empty if it has none.
        public var dimensions: [Dimension]

        /// Creates a name.
        ///
        /// Parameters match the properties of the same name.
        public init(
            namespace: String? = nil,
            metricName: String? = nil,
            dimensions: [Dimension] = []
        ) {
            self.namespace = namespace
            self.metricName = metricName
            self.dimensions = dimensions
        }

        enum CodingKeys: String, CodingKey {
            case namespace = "Namespace"
            case metricName = "MetricName"
            case dimensions = "Dimensions"
        }
    }
}
