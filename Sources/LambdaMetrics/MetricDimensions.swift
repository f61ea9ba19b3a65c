/// What tells the metrics of one name apart, and the combinations in which CloudWatch keeps them.
struct MetricDimensions: Sendable {
    /// Names and values, in their order.
    private(set) var values: [(name: String, value: String)] = []
    /// The combinations: names of dimensions.
    private(set) var sets: [[String]] = [[]]
    /// Whether there is one combination, of all dimensions.
    private var isWhole = true

    /// Takes the dimensions that CloudWatch takes.
    init(
        _ dimensions: KeyValuePairs<String, String>,
        sets: [[String]]?,
        _ problems: inout [MetricProblem]
    ) {
        for (name, value) in dimensions { set(name, value, &problems) }
        isWhole = sets == nil
        self.sets = sets ?? [values.map(\.name)]
        checkSets(&problems)
    }

    /// The same dimensions and others: these are part of every combination.
    func adding(
        _ dimensions: KeyValuePairs<String, String>,
        _ problems: inout [MetricProblem]
    ) -> MetricDimensions {
        var result = self
        for (name, value) in dimensions { result.set(name, value, &problems) }
        let names = dimensions.map(\.key)
        result.sets =
            isWhole
            ? [result.values.map(\.name)]
            : sets.map { set in set + names.filter { !set.contains($0) } }
        result.checkSets(&problems)
        return result
    }

    private mutating func set(_ name: String, _ value: String, _ problems: inout [MetricProblem]) {
        guard
            MetricLimits.isPlain(name), name.utf8.count <= MetricLimits.nameLength,
            name.utf8.first != UInt8(ascii: ":"), name != MetricLimits.reservedName
        else { return problems.append(.dimensionName(name)) }
        guard
            MetricLimits.isPlain(value), value.utf8.count <= MetricLimits.dimensionValueLength
        else {
            values.removeAll { $0.name == name }
            return problems.append(.dimensionValue(name: name))
        }
        if let place = values.firstIndex(where: { $0.name == name }) {
            values[place].value = value
        } else {
            values.append((name, value))
        }
    }

    private mutating func checkSets(_ problems: inout [MetricProblem]) {
        let left = Set(
            problems.compactMap { problem -> String? in
                switch problem {
                case .dimensionName(let name), .dimensionValue(let name): name
                default: nil
                }
            }
        )
        var checked: [[String]] = []
        for set in sets {
            var names: [String] = []
            for name in set where !names.contains(name) {
                if values.contains(where: { $0.name == name }) {
                    names.append(name)
                } else if !left.contains(name) {
                    problems.append(.unknownDimension(name))
                }
            }
            if names.count > MetricLimits.dimensionsPerSet {
                problems.append(.tooManyDimensions(names.count))
                names.removeLast(names.count - MetricLimits.dimensionsPerSet)
            }
            if !checked.contains(names) { checked.append(names) }
        }
        sets = checked.isEmpty ? [[]] : checked
    }

    /// Why a metric of a name cannot be recorded.
    ///
    /// `nil` if it can.
    func problem(ofMetric name: String) -> MetricProblem? {
        if name.utf8.allSatisfy({ $0 == 0x20 }) { return .metricName }
        if name.utf8.count > MetricLimits.nameLength { return .metricNameLength(name) }
        if name == MetricLimits.reservedName { return .reservedName }
        return values.contains { $0.name == name } ? .metricIsDimension(name) : nil
    }
}
