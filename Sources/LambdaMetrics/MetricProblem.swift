/// What has been left out of the metrics, and why.
///
/// Names are those in the code of the function. Values, also those of dimensions, may be anybody's
/// and are not repeated.
enum MetricProblem: Hashable, CustomStringConvertible {
    case namespace
    case metricName
    case metricNameLength(String)
    case metricIsDimension(String)
    case value(metric: String)
    case reservedName
    case dimensionName(String)
    case dimensionValue(name: String)
    case tooManyDimensions(Int)
    case unknownDimension(String)
    case propertyIsTaken(String)
    case propertiesTooLarge(Int)

    var description: String {
        switch self {
        case .namespace:
            "The namespace of the metrics is not one that CloudWatch takes. Expected 1 to 255 ASCII "
                + "characters, not beginning with a colon or with AWS/."
        case .metricName:
            "A metric could not be recorded: its name is empty."
        case .metricNameLength(let name):
            "A metric could not be recorded: its name is \(name.utf8.count) bytes long. CloudWatch "
                + "takes at most \(MetricLimits.nameLength)."
        case .metricIsDimension(let name):
            "The metric \"\(name)\" could not be recorded: there is a dimension of that name. "
                + "Rename one of them."
        case .value(let name):
            "A value of the metric \"\(name)\" could not be recorded. CloudWatch takes finite numbers "
                + "from -2^360 to 2^360."
        case .reservedName:
            "A metric or property is called \"\(MetricLimits.reservedName)\", which the format needs "
                + "itself. Rename it."
        case .dimensionName(let name):
            "The dimension \"\(name)\" is left out. CloudWatch takes names of 1 to 255 ASCII "
                + "characters, not beginning with a colon."
        case .dimensionValue(let name):
            "The dimension \"\(name)\" is left out. CloudWatch takes values of 1 to 1024 ASCII "
                + "characters."
        case .tooManyDimensions(let count):
            "A set of dimensions has \(count) of them. CloudWatch takes "
                + "\(MetricLimits.dimensionsPerSet); the others are left out."
        case .unknownDimension(let name):
            "A set of dimensions names \"\(name)\", which is no dimension. It is left out."
        case .propertyIsTaken(let name):
            "The property \"\(name)\" is left out: a metric or dimension has that name."
        case .propertiesTooLarge(let size):
            "The properties of the metrics are left out: they are \(size) bytes of JSON. At most "
                + "\(MetricLimits.propertiesSize) fit beside the metrics."
        }
    }
}
