import LambdaRuntime

/// What has been recorded and not yet written.
struct PendingMetrics {
    /// What CloudWatch keeps apart.
    struct Key: Hashable {
        var name: String
        var unit: MetricUnit
        var resolution: MetricResolution
    }

    struct Metric {
        var key: Key
        var values: [Double]
    }

    struct Property {
        var name: String
        var value: LambdaLogger.Value
    }

    /// The metrics, in the order in which they were first recorded.
    private(set) var metrics: [Metric] = []
    private(set) var properties: [Property]
    /// Recorders that are flushed with this one.
    var children: [MetricsRecorder] = []
    /// How many values there are.
    private(set) var count = 0
    /// When the first of them was recorded, in milliseconds since the Unix epoch.
    private(set) var time: Int64 = 0

    private var places: [Key: Int] = [:]
    private var problems: Set<MetricProblem> = []
    private var unreported = 0

    init(properties: [Property] = []) {
        self.properties = properties
    }

    mutating func add(_ values: [Double], to key: Key, at milliseconds: Int64) {
        if metrics.isEmpty { time = milliseconds }
        count += values.count
        if let place = places[key] {
            metrics[place].values += values
        } else {
            places[key] = metrics.count
            metrics.append(Metric(key: key, values: values))
        }
    }

    mutating func setProperty(_ name: String, _ value: LambdaLogger.Value?) {
        let place = properties.firstIndex { $0.name == name }
        switch (place, value) {
        case (let place?, let value?): properties[place].value = value
        case (let place?, nil): properties.remove(at: place)
        case (nil, let value?): properties.append(Property(name: name, value: value))
        case (nil, nil): break
        }
    }

    /// Takes what is to be written, and keeps what is to stay.
    mutating func take() -> (PendingMetrics, [MetricsRecorder], Int?) {
        let taken = self
        metrics = []
        places = [:]
        children = []
        count = 0
        problems = []
        unreported = 0
        return (taken, taken.children, taken.unreported > 0 ? taken.unreported : nil)
    }

    /// Notes a problem.
    ///
    /// - Returns: Whether the log is to have it: the same thing once, and not too many things.
    mutating func note(_ problem: MetricProblem) -> Bool {
        if problems.contains(problem) { return false }
        guard problems.count < MetricLimits.reportedProblems else {
            unreported += 1
            return false
        }
        problems.insert(problem)
        return true
    }
}
