public import LambdaRuntime

extension LambdaContext {
    /// Runs something that records metrics, and writes them at its end.
    ///
    /// ```swift
    /// func handle(_ order: Order, context: LambdaContext) async throws -> Receipt {
    ///     try await context.withMetrics(
    ///         namespace: "Shop",
    ///         dimensions: ["service": "orders"]
    ///     ) { metrics in
    ///         metrics.count("OrdersPlaced")
    ///         return try await place(order, metrics)
    ///     }
    /// }
    /// ```
    ///
    /// The metrics are in the log when this returns, and also when it throws.
    ///
    /// - Parameters:
    ///   - namespace: What the metrics are kept under.
    ///   - dimensions: The dimensions of the metrics: names, and the values of this invocation.
    ///   - dimensionSets: The combinations of dimensions in which CloudWatch keeps each metric, such
    ///     as `[["service"], ["service", "method"], []]`. The default is one, of all dimensions.
    ///   - isolation: Where the closure runs: where the caller does.
    ///   - body: What to run.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws.
    public func withMetrics<Result, Failure: Error>(
        namespace: String,
        dimensions: KeyValuePairs<String, String> = [:],
        dimensionSets: [[String]]? = nil,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (MetricsRecorder) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let metrics = metrics(
            namespace: namespace,
            dimensions: dimensions,
            dimensionSets: dimensionSets
        )
        defer { metrics.flush() }
        return try await body(metrics)
    }

    /// Makes a recorder of metrics for this invocation.
    ///
    /// ```swift
    /// let metrics = context.metrics(namespace: "Shop", dimensions: ["service": "orders"])
    /// metrics.count("OrdersPlaced")
    /// ```
    ///
    /// It writes what it has when the last reference to it is gone, at the latest at the end of the
    /// handler that made it. One that outlives its invocation, because it was stored somewhere, has
    /// to be flushed; see ``MetricsRecorder/flush()``.
    ///
    /// - Parameters:
    ///   - namespace: What the metrics are kept under.
    ///   - dimensions: The dimensions of the metrics: names, and the values of this invocation.
    ///   - dimensionSets: The combinations of dimensions in which CloudWatch keeps each metric, such
    ///     as `[["service"], ["service", "method"], []]`. The default is one, of all dimensions.
    /// - Returns: The recorder.
    public func metrics(
        namespace: String,
        dimensions: KeyValuePairs<String, String> = [:],
        dimensionSets: [[String]]? = nil
    ) -> MetricsRecorder {
        var problems: [MetricProblem] = []
        let isTaken =
            MetricLimits.isPlain(namespace) && namespace.utf8.count <= MetricLimits.nameLength
            && namespace.utf8.first != UInt8(ascii: ":") && !namespace.hasPrefix("AWS/")
        if !isTaken { problems.append(.namespace) }
        let recorder = MetricsRecorder(
            namespace: namespace,
            dimensions: MetricDimensions(dimensions, sets: dimensionSets, &problems),
            properties: [],
            context: self
        )
        for problem in problems { recorder.report(problem) }
        return recorder
    }
}
