import Foundation
import LambdaJSON
import LambdaRuntime
import LambdaTesting
import TestSupport
import Testing

@testable import LambdaMetrics

/// The lines themselves, against the specification of the format.
struct MetricsLineTests {
    /// Keeps the lines as they would be written.
    private final class Lines: LambdaLogSink {
        private let log = LockedLines()

        var documents: [String] { log.records.compactMap(\.document) }
        var records: [LambdaLogger.Record] { log.records }

        func write(_ record: LambdaLogger.Record) { log.append(record) }
    }

    private final class LockedLines: @unchecked Sendable {
        // Guarded by the lock.
        private var stored: [LambdaLogger.Record] = []
        private let lock = NSLock()

        var records: [LambdaLogger.Record] { lock.withLock { stored } }

        func append(_ record: LambdaLogger.Record) { lock.withLock { stored.append(record) } }
    }

    private let lines = Lines()
    private var context: LambdaContext {
        .test(requestID: "r-1", logger: LambdaLogger(level: .info, sink: lines))
    }

    @Test
    func isExactlyThis() {
        var pending = PendingMetrics(properties: [.init(name: "order", value: "A\"1")])
        pending.add(
            [1],
            to: .init(name: "Orders", unit: .count, resolution: .standard),
            at: 1_772_366_400_250
        )
        pending.add(
            [0.5, 1e21, -3],
            to: .init(name: "Total", unit: .none, resolution: .high),
            at: 1_772_366_400_999
        )
        var problems: [MetricProblem] = []
        let document = MetricsDocument(
            namespace: "Shop",
            dimensions: MetricDimensions(["service": "orders"], sets: nil, &problems),
            pending: pending,
            context: context
        )
        #expect(
            document.lines().0 == [
                #"{"_aws":{"Timestamp":1772366400250,"CloudWatchMetrics":[{"Namespace":"Shop","#
                    + #""Dimensions":[["service"]],"Metrics":[{"Name":"Orders","Unit":"Count"},"#
                    + #"{"Name":"Total","StorageResolution":1}]}]},"Orders":1,"#
                    + #""Total":[0.5,1e+21,-3],"service":"orders","order":"A\"1","#
                    + #""requestId":"r-1","timestamp":"2026-03-01T12:00:00.250Z","level":"INFO"}"#
            ]
        )
        #expect(problems.isEmpty)
    }

    @Test
    func standsAloneInItsLineInEachFormat() async throws {
        await context.withMetrics(namespace: "Shop") { $0.count("Orders") }
        let record = try #require(lines.records.first)
        #expect(record.document?.hasPrefix(#"{"_aws":"#) == true)
        #expect(record.line(.text) == record.document)
        #expect(record.line(.json) == record.document)
    }

    @Test
    func giveWayToWhatIsCalledLikeThem() async throws {
        await context.withMetrics(namespace: "Shop", dimensions: ["level": "gold"]) { metrics in
            metrics.count("timestamp")
            metrics.setProperty("requestId", "mine")
        }
        let root = try members(of: #require(lines.documents.first))
        #expect(root["level"] == "gold")
        #expect(root["timestamp"] == 1)
        #expect(root["requestId"] == "mine")
    }

    @Test
    func hundredMetricsFitIntoALine() async throws {
        await context.withMetrics(namespace: "Shop", dimensions: ["service": "orders"]) { metrics in
            metrics.setProperty("order", "A-1")
            for number in 0..<250 { metrics.count("m\(number)") }
        }
        let counts = try lines.documents.map { try metricNames(in: $0).count }
        #expect(counts == [100, 100, 50])
        for line in lines.documents {
            try expectConformance(line)
            #expect(try members(of: line)["order"] == "A-1")
            #expect(try members(of: line)["service"] == "orders")
        }
    }

    @Test
    func hundredValuesFitIntoALine() async throws {
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.record("Total", (0..<250).map(Double.init))
            metrics.count("Orders")
        }
        let values = try lines.documents.map { try members(of: $0)["Total"]?.arrayValue?.count }
        #expect(values == [100, 100, 50])
        #expect(try members(of: lines.documents[0])["Orders"] == 1)
        #expect(try members(of: lines.documents[1])["Orders"] == nil)
    }

    @Test
    func thirtyDimensionsFitIntoASet() async throws {
        let dimensions: KeyValuePairs = [
            "d01": "v", "d02": "v", "d03": "v", "d04": "v", "d05": "v", "d06": "v", "d07": "v",
            "d08": "v", "d09": "v", "d10": "v", "d11": "v", "d12": "v", "d13": "v", "d14": "v",
            "d15": "v", "d16": "v", "d17": "v", "d18": "v", "d19": "v", "d20": "v", "d21": "v",
            "d22": "v", "d23": "v", "d24": "v", "d25": "v", "d26": "v", "d27": "v", "d28": "v",
            "d29": "v", "d30": "v", "d31": "v",
        ]
        await context.withMetrics(namespace: "Shop", dimensions: dimensions) { $0.count("n") }
        let line = try #require(lines.documents.first)
        try expectConformance(line)
        #expect(
            lines.records.first?.message
                == "A set of dimensions has 31 of them. CloudWatch takes 30; the others are left "
                + "out."
        )
    }

    @Test
    func longNamesAreSpreadOverLines() async throws {
        let long = String(repeating: "é", count: 120)
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.setProperty("note", .string(String(repeating: "n", count: 100_000)))
            for number in 0..<99 {
                metrics.record("\(long)\(number)", (0..<100).map { Double($0) / 3 })
            }
        }
        #expect(lines.documents.count > 1)
        #expect(lines.documents.allSatisfy { $0.utf8.count <= 256 * 1024 })
        #expect(try lines.documents.reduce(0) { $0 + (try metricNames(in: $1).count) } == 99)
    }

    @Test
    func propertiesThatDoNotFitAreLeftOut() async throws {
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.setProperty("note", .string(String(repeating: "n", count: 300_000)))
            metrics.count("Orders")
        }
        #expect(try members(of: #require(lines.documents.first))["note"] == nil)
        #expect(
            lines.records.first?.message.hasPrefix("The properties of the metrics are left out")
                == true
        )
    }

    // MARK: - Any names and values

    @Test(arguments: 0..<40)
    func anythingThatIsRecordedComesOut(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        var expected: [String: [Double]] = [:]
        let units: [MetricUnit] = [.none, .count, .bytes, MetricUnit(rawValue: "\"\n")]
        await context.withMetrics(namespace: "Shop", dimensions: ["service": "orders"]) { metrics in
            for _ in 0..<Int.random(in: 1...400, using: &generator) {
                let name = Self.name(&generator)
                let value = Double.random(in: -1e9...1e9, using: &generator)
                let unit = units[Int.random(in: 0..<4, using: &generator)]
                metrics.record(name, value, unit: unit)
                if !name.utf8.allSatisfy({ $0 == 0x20 }) {
                    expected[name, default: []].append(value)
                }
                metrics.setProperty("p" + Self.name(&generator), .string(Self.name(&generator)))
            }
        }
        var found: [String: [Double]] = [:]
        for line in lines.documents {
            try expectConformance(line)
            let root = try members(of: line)
            for name in try metricNames(in: line) {
                let value = try #require(root[name])
                found[name, default: []] += (value.arrayValue ?? [value]).compactMap(\.doubleValue)
            }
        }
        #expect(found.mapValues { $0.sorted() } == expected.mapValues { $0.sorted() })
    }

    /// A text of control characters, quotes, letters and others.
    private static func name(_ generator: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "\0", "\u{1}", "\n", "\r", "\t", "\u{1B}", "\u{7F}", "\u{2028}", "\"", "\\", "/", " ",
            "a", "b", "é", "🌸", ":", "{", "}",
        ]
        var name = ""
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            name.unicodeScalars.append(
                scalars[Int.random(in: 0..<scalars.count, using: &generator)]
            )
        }
        return name
    }

    // MARK: - The specification

    private func members(of line: String) throws -> [String: JSONValue] {
        try #require(LambdaJSONDecoder().decode(JSONValue.self, from: line).objectValue)
    }

    private func directive(in line: String) throws -> JSONValue {
        let directives = try #require(members(of: line)["_aws"]?["CloudWatchMetrics"]?.arrayValue)
        #expect(directives.count == 1)
        return try #require(directives.first)
    }

    private func metricNames(in line: String) throws -> [String] {
        let metrics = try #require(directive(in: line)["Metrics"]?.arrayValue)
        return metrics.compactMap { $0["Name"]?.stringValue }
    }

    private func expectConformance(_ line: String) throws {
        #expect(line.utf8.allSatisfy { $0 >= 0x20 })
        #expect(line.utf8.count <= 256 * 1024)
        // Another parser agrees that it is JSON, with each name once.
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let root = try members(of: line)
        #expect(object?.count == root.count)
        #expect(root["_aws"]?["Timestamp"]?.intValue != nil)

        let directive = try directive(in: line)
        #expect(directive["Namespace"]?.stringValue == "Shop")
        for set in try #require(directive["Dimensions"]?.arrayValue) {
            let names = try #require(set.arrayValue)
            #expect(names.count <= 30)
            for name in names {
                #expect(root[try #require(name.stringValue)]?.stringValue != nil)
            }
        }
        let metrics = try metricNames(in: line)
        #expect((1...100).contains(metrics.count))
        #expect(Set(metrics).count == metrics.count)
        for name in metrics {
            let value = try #require(root[name])
            let values = value.arrayValue ?? [value]
            #expect((1...100).contains(values.count))
            #expect(values.allSatisfy { $0.doubleValue?.isFinite == true })
        }
    }
}
