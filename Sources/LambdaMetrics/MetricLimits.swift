/// The limits of the embedded metric format, and ours.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>
enum MetricLimits {
    static let metricsPerLine = 100
    static let valuesPerMetric = 100
    static let dimensionsPerSet = 30
    static let nameLength = 255
    static let dimensionValueLength = 1024

    /// How long a line may be, in bytes.
    ///
    /// CloudWatch Logs takes events of 1 MB, and took 256 KB before. The lower limit costs nothing.
    static let lineSize = 256 * 1024 - 1024
    /// How much of a line may be other things than metrics.
    static let propertiesSize = lineSize / 2

    /// From so many values on, a recorder writes them without being asked to.
    static let pendingValues = 10_000
    /// From so many recorders with further dimensions on, what they have is written.
    static let pendingRecorders = 1000
    /// How many different things that are left out are told one by one.
    static let reportedProblems = 20

    /// The member in which the format itself lives.
    static let reservedName = "_aws"

    /// Whether CloudWatch takes a value: from -2^360 to 2^360.
    static func takes(_ value: Double) -> Bool {
        value.magnitude <= 0x1p360
    }

    /// Whether a text is none that CloudWatch takes as the name or the value of a dimension: ASCII
    /// without control characters, and not only blanks.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { 0x20..<0x7F ~= $0 } && text.utf8.contains { $0 != 0x20 }
    }
}
