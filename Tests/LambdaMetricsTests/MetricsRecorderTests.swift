import LambdaJSON
import LambdaMetrics
import LambdaRuntime
import LambdaTesting
import Testing

struct MetricsRecorderTests {
    private struct Refused: Error {}

    private let log = CapturedLog()
    private var context: LambdaContext { .test(requestID: "r-1", logger: log.logger()) }

    // MARK: - When they are written

    @Test
    func writesAtTheEndOfTheScope() async throws {
        let answer = await context.withMetrics(namespace: "Shop") { metrics in
            metrics.count("Orders")
            #expect(log.metrics.isEmpty)
            return 7
        }
        #expect(answer == 7)
        #expect(log.metrics.values(of: "Orders") == [1])
        #expect(log.records.isEmpty)
    }

    @Test
    func writesWhatWasRecordedBeforeAnError() async throws {
        await #expect(throws: Refused.self) {
            try await context.withMetrics(namespace: "Shop") { metrics in
                metrics.count("Orders")
                throw Refused()
            }
        }
        #expect(log.metrics.values(of: "Orders") == [1])
    }

    @Test
    func writesWhenTheLastReferenceIsGone() {
        func handle() throws {
            let metrics = context.metrics(namespace: "Shop")
            metrics.count("Orders")
            metrics.with(dimensions: ["method": "card"]).count("Payments")
            throw Refused()
        }
        #expect(throws: Refused.self) { try handle() }
        #expect(log.metrics.values(of: "Orders") == [1])
        #expect(log.metrics.values(of: "Payments", dimensions: ["method": "card"]) == [1])
    }

    @Test
    func writesEachMetricOnce() async {
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.count("Orders")
            metrics.flush()
            #expect(log.metrics.count == 1)
            metrics.flush()
            metrics.count("Orders", 2)
        }
        #expect(log.metrics.values(of: "Orders") == [1, 2])
        #expect(log.metrics.count == 2)
    }

    @Test
    func writesNothingWhereNothingWasRecorded() async {
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.setProperty("order", "A-1")
        }
        #expect(log.metrics.isEmpty)
        #expect(log.records.isEmpty)
    }

    @Test
    func writesALotEarly() async {
        await context.withMetrics(namespace: "Shop") { metrics in
            for _ in 0..<10_000 { metrics.count("Orders") }
            #expect(log.metrics.values(of: "Orders").count == 10_000)
            for number in 0..<1000 {
                metrics.with(dimensions: ["n": "\(number)"]).count("Payments")
            }
            #expect(log.metrics.values(of: "Payments").count == 1000)
            metrics.count("Orders")
        }
        #expect(log.metrics.values(of: "Orders").count == 10_001)
    }

    // MARK: - What is written

    @Test
    func keepsValuesUnitsAndResolution() async throws {
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.record("Total", 59.9)
            metrics.record("Total", 12)
            metrics.record("Sizes", [1, 2.5], unit: .kilobytes, resolution: .high)
            metrics.record("Rate", 3.0, unit: .bytes.perSecond)
            metrics.record("Latency", .microseconds(1500))
            metrics.record("Own", 1.0, unit: MetricUnit(rawValue: "Furlongs"))
        }
        #expect(log.metrics.values(of: "Total") == [59.9, 12])
        let sizes = try #require(log.metrics.first { $0.name == "Sizes" })
        #expect(sizes.values == [1, 2.5])
        #expect(sizes.unit == .kilobytes)
        #expect(sizes.resolution == .high)
        #expect(sizes.namespace == "Shop")
        #expect(log.metrics.first { $0.name == "Rate" }?.unit.rawValue == "Bytes/Second")
        let latency = try #require(log.metrics.first { $0.name == "Latency" })
        #expect(latency.values == [1.5])
        #expect(latency.unit == .milliseconds)
        #expect(latency.resolution == .standard)
        #expect(log.metrics.first { $0.name == "Own" }?.unit.rawValue == "Furlongs")
    }

    @Test
    func keepsMetricsOfAnotherUnitApart() async {
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.record("Time", 2, unit: .seconds)
            metrics.record("Time", 2000, unit: .milliseconds)
        }
        #expect(log.metrics.map(\.unit) == [.seconds, .milliseconds])
        #expect(log.metrics.map(\.values) == [[2], [2000]])
    }

    @Test
    func hasTheDimensionsOfTheInvocation() async throws {
        await context.withMetrics(
            namespace: "Shop",
            dimensions: ["service": "orders", "region": "eu"],
            dimensionSets: [["service"], ["service", "region"], []]
        ) { metrics in
            metrics.count("Orders")
            let card = metrics.with(dimensions: ["method": "card"])
            card.count("Payments")
        }
        let orders = try #require(log.metrics.first { $0.name == "Orders" })
        #expect(
            orders.dimensionSets
                == [["service": "orders"], ["service": "orders", "region": "eu"], [:]]
        )
        let payments = try #require(log.metrics.first { $0.name == "Payments" })
        #expect(
            payments.dimensionSets == [
                ["service": "orders", "method": "card"],
                ["service": "orders", "region": "eu", "method": "card"],
                ["method": "card"],
            ]
        )
    }

    @Test
    func hasOneCombinationUnlessToldOtherwise() async throws {
        await context.withMetrics(namespace: "A", dimensions: ["x": "1", "y": "2"]) {
            $0.count("n")
            $0.with(dimensions: ["y": "3", "z": "4"]).count("m")
        }
        await context.withMetrics(namespace: "B") { $0.count("n") }
        #expect(log.metrics.map(\.dimensionSets).contains([["x": "1", "y": "2"]]))
        #expect(log.metrics.map(\.dimensionSets).contains([["x": "1", "y": "3", "z": "4"]]))
        #expect(log.metrics.first { $0.namespace == "B" }?.dimensionSets == [[:]])
    }

    @Test
    func hasPropertiesAndTheRequest() async throws {
        let context = LambdaContext.test(
            requestID: "r-2",
            tenantID: "blue",
            logger: log.logger()
        )
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.setProperty("order", "A-1")
            metrics.setProperty("items", 3)
            metrics.setProperty("cart", .json(["rose", 2]))
            metrics.setProperty("gone", true)
            metrics.setProperty("order", "A-2")
            metrics.setProperty("gone", nil)
            metrics.count("Orders")
        }
        let metric = try #require(log.metrics.first)
        #expect(metric.properties["order"] == "A-2")
        #expect(metric.properties["items"] == 3)
        #expect(metric.properties["cart"] == ["rose", 2])
        #expect(metric.properties["gone"] == nil)
        #expect(metric.properties["requestId"] == "r-2")
        #expect(metric.properties["tenantId"] == "blue")
        #expect(metric.properties["level"] == "INFO")
        #expect(metric.properties["timestamp"] == .string("\(metric.timestamp)"))
        #expect(
            abs(
                metric.timestamp.millisecondsSinceEpoch
                    - LambdaLogger.Record.Timestamp.now
                    .millisecondsSinceEpoch
            ) < 60_000
        )
    }

    @Test
    func timesWhatRuns() async throws {
        await #expect(throws: Refused.self) {
            try await context.withMetrics(namespace: "Shop") { metrics in
                let answer = await metrics.time("Fast") { 7 }
                #expect(answer == 7)
                try await metrics.time("Failed") { throw Refused() }
            }
        }
        let fast = try #require(log.metrics.values(of: "Fast").first)
        #expect(fast >= 0)
        #expect(log.metrics.values(of: "Failed").count == 1)
        #expect(log.metrics.allSatisfy { $0.unit == .milliseconds })
    }

    // MARK: - What is refused

    @Test(arguments: [Double.nan, .infinity, -.infinity, 0x1p361, -0x1p361])
    func leavesOutValuesThatCloudWatchRefuses(value: Double) async {
        await context.withMetrics(namespace: "Shop") { metrics in
            metrics.record("Total", value)
            metrics.record("Total", [1, value, 2])
            metrics.record("Total", value)
        }
        #expect(log.metrics.values(of: "Total") == [1, 2])
        #expect(
            log.messages == [
                "A value of the metric \"Total\" could not be recorded. CloudWatch takes finite "
                    + "numbers from -2^360 to 2^360."
            ]
        )
        #expect(log.records.first?.level == .warn)
        #expect(log.records.first?.requestID == "r-1")
    }

    @Test
    func leavesOutNamesThatCannotBe() async {
        await context.withMetrics(namespace: "Shop", dimensions: ["service": "orders"]) { metrics in
            metrics.count("")
            metrics.count("  ")
            metrics.count("_aws")
            metrics.count("service")
            metrics.count(String(repeating: "n", count: 256))
            metrics.setProperty("_aws", 1)
            metrics.setProperty("Orders", 1)
            metrics.count("Orders")
        }
        #expect(log.metrics.map(\.name) == ["Orders"])
        #expect(
            log.messages == [
                "A metric could not be recorded: its name is empty.",
                "A metric or property is called \"_aws\", which the format needs itself. Rename it.",
                "The metric \"service\" could not be recorded: there is a dimension of that name. "
                    + "Rename one of them.",
                "A metric could not be recorded: its name is 256 bytes long. CloudWatch takes at "
                    + "most 255.",
                "The property \"Orders\" is left out: a metric or dimension has that name.",
            ]
        )
    }

    @Test
    func leavesOutDimensionsThatCannotBe() async throws {
        await context.withMetrics(
            namespace: "Shop",
            dimensions: [
                "service": "orders", "": "x", ":colon": "x", "größe": "x", "tab\t": "x",
                "empty": "", "blank": "  ", "long": String(repeating: "v", count: 1025),
                "control": "\u{1}", "unicode": "größe",
            ],
            dimensionSets: [["service", "empty", "none"], ["service"]]
        ) { $0.count("Orders") }
        let metric = try #require(log.metrics.first)
        #expect(metric.dimensionSets == [["service": "orders"]])
        #expect(log.messages.count == 10)
        #expect(
            log.messages.contains(
                "The dimension \"empty\" is left out. CloudWatch takes values of 1 to 1024 ASCII "
                    + "characters."
            )
        )
        #expect(
            log.messages.contains(
                "A set of dimensions names \"none\", which is no dimension. It is left out."
            )
        )
        #expect(!log.messages.contains { $0.utf8.count > 200 })
    }

    @Test(arguments: ["", " ", ":x", "AWS/Lambda", "größe", String(repeating: "n", count: 256)])
    func tellsOfANamespaceThatCannotBe(namespace: String) async {
        await context.withMetrics(namespace: namespace) { $0.count("Orders") }
        #expect(log.messages.count == 1)
        #expect(log.messages.first?.hasPrefix("The namespace of the metrics is not one") == true)
        #expect(log.metrics.values(of: "Orders") == [1])
    }

    @Test
    func doesNotFillTheLogWithWhatItLeavesOut() async {
        await context.withMetrics(namespace: "Shop", dimensions: ["service": "orders"]) { metrics in
            for number in 0..<100 { metrics.record("m\(number)", Double.nan) }
        }
        #expect(log.messages.count == 21)
        #expect(log.messages.last == "80 further metrics could not be recorded.")
    }

    // MARK: - The log's level

    @Test
    func isWrittenWhateverTheLevelOfTheLog() async throws {
        let context = LambdaContext.test(logger: log.logger(level: .error))
        await context.withMetrics(namespace: "Shop") { $0.count("Orders") }
        let metric = try #require(log.metrics.first)
        #expect(metric.properties["level"] == "ERROR")
    }
}
