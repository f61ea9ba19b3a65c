/// How finely CloudWatch keeps the values of a metric.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html#high-resolution-metrics>
public enum MetricResolution: Int, Hashable, Sendable {
    /// By the second, which costs more.
    case high = 1
    /// By the minute.
    case standard = 60
}
