public import LambdaJSON
public import LambdaMetrics
public import LambdaRuntime

/// A metric as CloudWatch would read it from the log.
///
/// ```swift
/// let invocation = try await lambda.invoke(order)
/// #expect(invocation.metrics.values(of: "OrdersPlaced") == [1])
/// ```
public struct CapturedMetric: Hashable, Sendable {
    /// The name of the metric.
    public let name: String

    /// The values, in the order in which they were recorded.
    public let values: [Double]

    /// What the values are measured in.
    public let unit: MetricUnit

    /// How finely CloudWatch keeps the values.
    public let resolution: MetricResolution

    /// What the metric is kept under.
    public let namespace: String

    /// The dimensions, by name, for each combination in which CloudWatch keeps the metric.
    public let dimensionSets: [[String: String]]

    /// What else is in the line: properties that were set, and what is in each line.
    public let properties: [String: JSONValue]

    /// When the metric was recorded.
    public let timestamp: LambdaLogger.Record.Timestamp
}

extension CapturedMetric {
    /// Reads the metrics of a line as the specification of the embedded metric format says.
    static func metrics(in record: LambdaLogger.Record) -> [CapturedMetric] {
        guard let document = record.document,
            let root = try? LambdaJSONDecoder().decode(JSONValue.self, from: document),
            let members = root.objectValue, let metadata = members["_aws"]
        else { return [] }
        let time = metadata["Timestamp"]?.numberValue?.integer(as: Int64.self) ?? 0
        return (metadata["CloudWatchMetrics"]?.arrayValue ?? []).flatMap { directive in
            metrics(of: directive, members, .init(millisecondsSinceEpoch: time))
        }
    }

    private static func metrics(
        of directive: JSONValue,
        _ members: [String: JSONValue],
        _ time: LambdaLogger.Record.Timestamp
    ) -> [CapturedMetric] {
        let sets = (directive["Dimensions"]?.arrayValue ?? []).map { set in
            (set.arrayValue ?? []).compactMap(\.stringValue)
        }
        let definitions = directive["Metrics"]?.arrayValue ?? []
        let targets = Set(
            sets.flatMap(\.self) + definitions.compactMap { $0["Name"]?.stringValue } + ["_aws"]
        )
        return definitions.compactMap { definition in
            guard let name = definition["Name"]?.stringValue, let value = members[name] else {
                return nil
            }
            return CapturedMetric(
                name: name,
                values: (value.arrayValue ?? [value]).compactMap(\.doubleValue),
                unit: definition["Unit"]?.stringValue.map { MetricUnit(rawValue: $0) } ?? .none,
                resolution: definition["StorageResolution"]?.intValue == 1 ? .high : .standard,
                namespace: directive["Namespace"]?.stringValue ?? "",
                dimensionSets: sets.map { names in
                    names.reduce(into: [:]) { $0[$1] = members[$1]?.stringValue }
                },
                properties: members.filter { !targets.contains($0.key) },
                timestamp: time
            )
        }
    }
}

extension Sequence<CapturedMetric> {
    /// All values of a metric, in the order in which they were recorded.
    ///
    /// - Parameters:
    ///   - name: The name of the metric.
    ///   - dimensions: Dimensions that it has, and perhaps others besides.
    /// - Returns: The values. Empty if there is no such metric.
    public func values(of name: String, dimensions: [String: String] = [:]) -> [Double] {
        filter { metric in
            metric.name == name
                && (dimensions.isEmpty
                    || metric.dimensionSets.contains { set in
                        dimensions.allSatisfy { set[$0.key] == $0.value }
                    })
        }
        .flatMap(\.values)
    }
}
