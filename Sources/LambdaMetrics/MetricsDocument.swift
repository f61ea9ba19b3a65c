import LambdaJSON
import LambdaRuntime

// The embedded metric format: a line of JSON whose member "_aws" says which other members are metrics
// and which dimensions.
//
//     {"_aws":{"Timestamp":1772366400250,"CloudWatchMetrics":[{"Namespace":"Shop",
//      "Dimensions":[["service"]],"Metrics":[{"Name":"OrdersPlaced","Unit":"Count"}]}]},
//      "service":"orders","OrdersPlaced":1,"requestId":"8476…"}
//
// A name stands once in a line. So what does not fit into the limits of one line, or has a name that is
// taken by a metric of another unit, goes into the next, with the same dimensions and properties.

/// Writes metrics as lines of the embedded metric format.
struct MetricsDocument {
    let namespace: String
    let dimensions: MetricDimensions
    let pending: PendingMetrics
    let context: LambdaContext

    /// The level of the lines.
    ///
    /// Lambda drops lines below its own level, and takes INFO for lines without one.
    var level: LambdaLogger.Level { max(.info, context.logger.level) }

    /// A part of a metric that fits into one line.
    private struct Part {
        let key: PendingMetrics.Key
        let definition: [UInt8]
        let member: [UInt8]
    }

    /// The lines, and what had to be left out.
    func lines() -> ([String], [MetricProblem]) {
        var problems: [MetricProblem] = []
        let tail = members(&problems)
        var head: [UInt8] = []
        writeHead(to: &head)

        var parts = parts()
        var lines: [String] = []
        while !parts.isEmpty {
            var names: Set<String> = []
            var size = head.count + tail.count
            var taken: [Part] = []
            var rest: [Part] = []
            for part in parts {
                let partSize = part.definition.count + part.member.count + 2
                let fits = taken.isEmpty || size + partSize <= MetricLimits.lineSize
                if fits, taken.count < MetricLimits.metricsPerLine, !names.contains(part.key.name) {
                    names.insert(part.key.name)
                    size += partSize
                    taken.append(part)
                } else {
                    rest.append(part)
                }
            }
            var line = head
            line.reserveCapacity(size + 16)
            for (index, part) in taken.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                line += part.definition
            }
            line += "]}]}".utf8
            for part in taken { line += part.member }
            line += tail
            lines.append(String(decoding: line, as: UTF8.self))
            parts = rest
        }
        return (lines, problems)
    }

    private func writeHead(to bytes: inout [UInt8]) {
        bytes +=
            "{\"_aws\":{\"Timestamp\":\(pending.time),\"CloudWatchMetrics\":[{\"Namespace\":".utf8
        JSONText.append(namespace, to: &bytes)
        bytes += ",\"Dimensions\":[".utf8
        for (index, set) in dimensions.sets.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            for (index, name) in set.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(name, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes += "],\"Metrics\":[".utf8
    }

    /// Everything behind the metrics: dimensions, properties, and the end.
    private func members(_ problems: inout [MetricProblem]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in dimensions.values {
            Self.writeName(name, to: &bytes)
            JSONText.append(value, to: &bytes)
        }
        var taken = Set(dimensions.values.map(\.name) + pending.metrics.map(\.key.name))
        var properties: [UInt8] = []
        for property in pending.properties {
            guard taken.insert(property.name).inserted else {
                problems.append(.propertyIsTaken(property.name))
                continue
            }
            Self.writeName(property.name, to: &properties)
            property.value.writeJSON(into: &properties)
        }
        if properties.count > MetricLimits.propertiesSize {
            problems.append(.propertiesTooLarge(properties.count))
        } else {
            bytes += properties
        }
        for (name, value) in own where !taken.contains(name) {
            Self.writeName(name, to: &bytes)
            JSONText.append(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// What a line of the log has.
    ///
    /// In the JSON log format, Lambda looks for time and level.
    private var own: [(String, String)] {
        let time = LambdaLogger.Record.Timestamp(millisecondsSinceEpoch: pending.time)
        var own = [
            ("requestId", context.requestID), ("timestamp", "\(time)"), ("level", "\(level)"),
        ]
        if let tenantID = context.tenantID { own.append(("tenantId", tenantID)) }
        return own
    }

    private func parts() -> [Part] {
        pending.metrics.flatMap { metric in
            stride(from: 0, to: metric.values.count, by: MetricLimits.valuesPerMetric).map {
                start in
                let end = min(start + MetricLimits.valuesPerMetric, metric.values.count)
                return Self.part(metric.key, metric.values[start..<end])
            }
        }
    }

    private static func part(_ key: PendingMetrics.Key, _ values: ArraySlice<Double>) -> Part {
        var definition: [UInt8] = Array("{\"Name\":".utf8)
        JSONText.append(key.name, to: &definition)
        if key.unit != .none {
            definition += ",\"Unit\":".utf8
            JSONText.append(key.unit.rawValue, to: &definition)
        }
        if key.resolution != .standard {
            definition += ",\"StorageResolution\":\(key.resolution.rawValue)".utf8
        }
        definition.append(UInt8(ascii: "}"))

        var member: [UInt8] = []
        writeName(key.name, to: &member)
        if values.count == 1, let value = values.first {
            member += text(of: value).utf8
        } else {
            member += "[\(values.map(text).joined(separator: ","))]".utf8
        }
        return Part(key: key, definition: definition, member: member)
    }

    private static func writeName(_ name: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: ","))
        JSONText.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A finite number as JSON: whole ones without a fraction.
    private static func text(of value: Double) -> String {
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return "\(whole)" }
        return value.description
    }
}
