import LambdaKinesisBatch
import LambdaTesting
import Testing

@testable import SpareParts

struct SparePartsTests {
    /// Readings of three parts, one of which is getting hotter.
    private func putReadings(into window: ReadingWindow) throws {
        let noise = [0.1, -0.2, 0.15, -0.1, 0.05, 0.2, -0.15, 0]
        for (index, noise) in noise.enumerated() {
            let minutes = Double(index) / 2
            try window.put("pump-7", 60 + 2 * minutes + noise, after: minutes)
            try window.put("pump-8", 60 + 5 * noise, after: minutes)
            try window.put("fan-1", 60 - 2 * minutes, after: minutes)
        }
    }

    @Test
    func ordersAReplacementForThePartThatIsGettingHotter() async throws {
        let orders = InMemoryOrderService()
        let function = SpareParts(orders: orders)
        let window = ReadingWindow(over: SimulatedKinesisShard(settings: .init(batchSize: 5)))
        try putReadings(into: window)

        await window.deliver(to: function)
        #expect(window.shard.invocations.count == 5)
        #expect(await orders.orders.isEmpty)

        #expect(try await window.end(function) == 1)
        #expect(await orders.orders == [ReplacementOrder(partID: "pump-7")])
    }

    @Test
    func ordersAReplacementOnceInAllWindows() async throws {
        let orders = InMemoryOrderService()
        let function = SpareParts(orders: orders)
        let shard = SimulatedKinesisShard()
        for _ in 1...3 {
            let window = ReadingWindow(over: shard)
            try putReadings(into: window)
            await window.deliver(to: function)
            _ = try await window.end(function)
            shard.advance(by: .seconds(300))
        }
        #expect(await orders.orders == [ReplacementOrder(partID: "pump-7")])
    }

    @Test
    func ordersWhatIsMissingAfterAFailure() async throws {
        // The service takes the first order, is closed for the second, and open again.
        let orders = FlakyOrderService(refusing: [2])
        let function = SpareParts(orders: orders)
        let window = ReadingWindow(over: SimulatedKinesisShard())
        for part in ["a", "b", "c"] {
            for minutes in 0..<6 {
                try window.put(part, 20 + Double(minutes), after: Double(minutes) / 2)
            }
        }
        await window.deliver(to: function)
        #expect(try await window.end(function) == 2)
        #expect(await orders.placed == ["a", "b", "c"])
    }

    @Test
    func goesOnBehindWhatIsNoReading() async throws {
        let orders = InMemoryOrderService()
        let function = SpareParts(orders: orders)
        let window = ReadingWindow(over: SimulatedKinesisShard())
        window.shard.put("no JSON at all", partitionKey: "pump-7")
        window.shard.put(#"{"partID":"pump-7"}"#, partitionKey: "pump-7")
        window.shard.put([0xFF, 0xFE], partitionKey: "pump-7")
        try putReadings(into: window)

        await window.deliver(to: function)
        #expect(window.shard.invocations.count == 1)
        #expect(
            window.shard.log.records.filter { $0.message == "A record is no reading." }.count == 3
        )
        _ = try await window.end(function)
        #expect(await orders.orders.map(\.partID) == ["pump-7"])
    }

    @Test
    func countsNoReadingThatCannotBe() async throws {
        let orders = InMemoryOrderService()
        let function = SpareParts(orders: orders)
        let window = ReadingWindow(over: SimulatedKinesisShard())
        try putReadings(into: window)
        // One of these is enough for a trend, or to end the sums of all others.
        try window.put("pump-8", 1e308, after: 4)
        try window.put("pump-8", -1e308, after: 0)
        try window.put("pump-8", 500, after: 1_000_000)
        let times = ["99999999999", "-9223372036854775808", "1e300"]
        for time in times {
            window.shard.put(
                #"{"partID":"pump-8","temperature":500,"measuredAt":\#(time)}"#,
                partitionKey: "pump-8"
            )
        }
        try window.put("", 20, after: 1)

        await window.deliver(to: function)
        #expect(window.shard.processed.count == 31)
        #expect(window.shard.log.records.atLeast(.warn).count == 7)
        _ = try await window.end(function)
        #expect(await orders.orders.map(\.partID) == ["pump-7"])
    }

    @Test(
        arguments: [
            ([60, 62, 64, 66], "too few readings"),
            ([60, 60.1, 60.2, 60.3, 60.4], "too slow"),
            ([60, 90, 61, 92, 62, 93], "noise"),
        ] as [([Double], String)]
    )
    func ordersNothingWithoutATrend(temperatures: [Double], reason: String) async throws {
        let orders = InMemoryOrderService()
        let function = SpareParts(orders: orders)
        let window = ReadingWindow(over: SimulatedKinesisShard())
        for (index, temperature) in temperatures.enumerated() {
            try window.put("pump-7", temperature, after: Double(index) / 2)
        }
        await window.deliver(to: function)
        _ = try await window.end(function)
        #expect(await orders.orders.isEmpty, "\(reason)")
    }

    @Test
    func answersThroughTheLoop() async throws {
        let orders = InMemoryOrderService()
        try await withLambda(SpareParts(orders: orders)) { lambda in
            let first = try await lambda.invoke(fixture: "first.json")
            let response = try first.output(as: TimeWindowResponse.self)
            #expect(response.batchItemFailures.isEmpty)
            #expect(response.state["parts"]?["pump-7"]?["count"]?.intValue == 5)
            #expect(await orders.orders.isEmpty)

            let last = try await lambda.invoke(fixture: "last.json")
            #expect(last.logs.contains(.info, "Ordered a replacement.", ["part": "pump-7"]))
        }
        #expect(await orders.orders == [ReplacementOrder(partID: "pump-7")])
    }
}

/// A service that is closed now and then.
private actor FlakyOrderService: OrderService {
    private(set) var placed: [String] = []
    private var calls = 0
    private let refused: Set<Int>

    init(refusing calls: Set<Int>) { refused = calls }

    func place(_ order: ReplacementOrder) throws -> Placement {
        calls += 1
        if refused.contains(calls) { throw OrderServiceError(description: "Closed.") }
        if placed.contains(order.partID) { return .alreadyThere }
        placed.append(order.partID)
        return .placed
    }
}
