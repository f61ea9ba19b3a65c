public import LambdaRuntime
import LambdaTransport

/// Records the metrics of one invocation, which CloudWatch reads from the log.
///
/// A context makes one, see `LambdaContext.metrics` and `LambdaContext.withMetrics`:
///
/// ```swift
/// try await context.withMetrics(namespace: "Shop", dimensions: ["service": "orders"]) { metrics in
///     metrics.count("OrdersPlaced")
///     metrics.record("Total", order.total)
///     return try await metrics.time("Payment") { try await pay(order) }
/// }
/// ```
///
/// What is recorded is written when ``flush()`` is called: at the end of the scope of `withMetrics`,
/// however it is left, and when the last reference to the recorder is gone. So it is in the log
/// before the answer is posted, also when the handler throws. It is one line of JSON, or several
/// where the limits of the format ask for it.
///
/// Nothing that is recorded makes an invocation fail. What CloudWatch would refuse (a value that is
/// not finite, a name that is empty) is left out, and the log says so.
///
/// A recorder may be used by several tasks at once. Each invocation has its own.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>
public final class MetricsRecorder: Sendable {
    /// What the metrics are kept under, such as `Shop`.
    public let namespace: String

    let dimensions: MetricDimensions
    let context: LambdaContext
    private let pending: Monitor<PendingMetrics>

    init(
        namespace: String,
        dimensions: MetricDimensions,
        properties: [PendingMetrics.Property],
        context: LambdaContext
    ) {
        self.namespace = namespace
        self.dimensions = dimensions
        self.context = context
        pending = Monitor(PendingMetrics(properties: properties))
    }

    deinit { flush() }
}

// MARK: - Metrics

extension MetricsRecorder {
    /// Records a value.
    ///
    /// Values of one name and unit are kept together; CloudWatch makes its statistics of all of them.
    ///
    /// - Parameters:
    ///   - name: The name of the metric.
    ///   - value: The value.
    ///   - unit: What the value is measured in.
    ///   - resolution: How finely CloudWatch keeps it.
    public func record(
        _ name: String,
        _ value: Double,
        unit: MetricUnit = .none,
        resolution: MetricResolution = .standard
    ) {
        record(name, values: CollectionOfOne(value), unit, resolution)
    }

    /// Records a whole number.
    ///
    /// - Parameters:
    ///   - name: The name of the metric.
    ///   - value: The value.
    ///   - unit: What the value is measured in.
    ///   - resolution: How finely CloudWatch keeps it.
    public func record(
        _ name: String,
        _ value: Int,
        unit: MetricUnit = .none,
        resolution: MetricResolution = .standard
    ) {
        record(name, Double(value), unit: unit, resolution: resolution)
    }

    /// Records several values at once.
    ///
    /// - Parameters:
    ///   - name: The name of the metric.
    ///   - values: The values.
    ///   - unit: What the values are measured in.
    ///   - resolution: How finely CloudWatch keeps them.
    public func record(
        _ name: String,
        _ values: [Double],
        unit: MetricUnit = .none,
        resolution: MetricResolution = .standard
    ) {
        record(name, values: values, unit, resolution)
    }

    /// Records a duration, in milliseconds.
    ///
    /// - Parameters:
    ///   - name: The name of the metric.
    ///   - duration: The duration.
    ///   - resolution: How finely CloudWatch keeps it.
    public func record(
        _ name: String,
        _ duration: Duration,
        resolution: MetricResolution = .standard
    ) {
        let (seconds, attoseconds) = duration.components
        let milliseconds = Double(seconds) * 1000 + Double(attoseconds) / 1e15
        record(name, milliseconds, unit: .milliseconds, resolution: resolution)
    }

    /// Counts something.
    ///
    /// - Parameters:
    ///   - name: The name of the metric.
    ///   - number: How many there are.
    ///   - resolution: How finely CloudWatch keeps it.
    public func count(
        _ name: String,
        _ number: Int = 1,
        resolution: MetricResolution = .standard
    ) {
        record(name, Double(number), unit: .count, resolution: resolution)
    }

    /// Runs something and records how long it took, in milliseconds, also if it throws.
    ///
    /// - Parameters:
    ///   - name: The name of the metric.
    ///   - resolution: How finely CloudWatch keeps it.
    ///   - isolation: Where the closure runs: where the caller does.
    ///   - body: What to run.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws.
    public func time<Result, Failure: Error>(
        _ name: String,
        resolution: MetricResolution = .standard,
        isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let start = MonotonicClock.nanoseconds
        defer {
            let elapsed = MonotonicClock.nanoseconds - start
            record(name, .nanoseconds(elapsed), resolution: resolution)
        }
        return try await body()
    }

    /// Counts the invocation if it is the first of its instance of the function.
    ///
    /// Call it in each invocation; the first one to do so is a cold start. Instances that Lambda
    /// initializes ahead of time, as with provisioned concurrency, have none that anyone waits for.
    ///
    /// - Parameter name: The name of the metric.
    public func recordColdStart(_ name: String = "ColdStart") {
        if ColdStart.isFirst(context) { count(name) }
    }

    private func record(
        _ name: String,
        values: some Collection<Double>,
        _ unit: MetricUnit,
        _ resolution: MetricResolution
    ) {
        if let problem = dimensions.problem(ofMetric: name) { return report(problem) }
        let accepted = values.filter(MetricLimits.takes)
        if accepted.count < values.count { report(.value(metric: name)) }
        if accepted.isEmpty { return }
        let key = PendingMetrics.Key(name: name, unit: unit, resolution: resolution)
        let isFull = pending.withLock { pending in
            pending.add(accepted, to: key, at: WallClock.milliseconds)
            return pending.count >= MetricLimits.pendingValues
        }
        if isFull { flush() }
    }
}

// MARK: - Dimensions and properties

extension MetricsRecorder {
    /// Makes a recorder whose metrics have further dimensions.
    ///
    /// ```swift
    /// metrics.with(dimensions: ["method": "card"]).count("Payments")
    /// ```
    ///
    /// It has the dimensions and properties that this one has now, and is flushed with it.
    ///
    /// - Parameter further: The dimensions by name. One that is there already gets another value.
    /// - Returns: The recorder.
    public func with(dimensions further: KeyValuePairs<String, String>) -> MetricsRecorder {
        var problems: [MetricProblem] = []
        let child = MetricsRecorder(
            namespace: namespace,
            dimensions: dimensions.adding(further, &problems),
            properties: pending.withLock { $0.properties },
            context: context
        )
        for problem in problems { report(problem) }
        let isFull = pending.withLock { pending in
            pending.children.append(child)
            return pending.children.count >= MetricLimits.pendingRecorders
        }
        if isFull { flush() }
        return child
    }

    /// Adds something to the line of the metrics that is no metric: to find it in the log, or to
    /// query by it in CloudWatch Logs Insights.
    ///
    /// ```swift
    /// metrics.setProperty("orderID", "\(order.id)")
    /// ```
    ///
    /// The line has `requestId`, and `tenantId` where there is a tenant, by itself.
    ///
    /// - Parameters:
    ///   - name: The name. A dimension or metric of that name goes first.
    ///   - value: The value; `nil` removes the property.
    public func setProperty(_ name: String, _ value: LambdaLogger.Value?) {
        if name == MetricLimits.reservedName { return report(.reservedName) }
        pending.withLock { $0.setProperty(name, value) }
    }
}

// MARK: - Writing

extension MetricsRecorder {
    /// Writes what has been recorded since the last time.
    ///
    /// There is no need to call it, except to have metrics of a long invocation early. Dimensions and
    /// properties stay for what comes later.
    public func flush() {
        let (taken, children, refused) = pending.withLock { $0.take() }
        for child in children { child.flush() }
        if let refused {
            context.logger.warn("\(refused) further metrics could not be recorded.")
        }
        guard !taken.metrics.isEmpty else { return }
        let document = MetricsDocument(
            namespace: namespace,
            dimensions: dimensions,
            pending: taken,
            context: context
        )
        let (lines, problems) = document.lines()
        for problem in problems { context.logger.warn("\(problem)") }
        for line in lines { context.logger.write(document: line, at: document.level) }
    }

    /// Tells the log what has been left out, each once.
    func report(_ problem: MetricProblem) {
        if pending.withLock({ $0.note(problem) }) { context.logger.warn("\(problem)") }
    }
}
