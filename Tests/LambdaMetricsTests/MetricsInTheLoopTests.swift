import LambdaJSON
import LambdaMetrics
import LambdaRuntime
import LambdaTesting
import Testing

/// Metrics of handlers that run in their loop.
struct MetricsInTheLoopTests {
    private struct Refused: Error {}

    private struct Desk: LambdaHandler {
        func handle(_ order: Int, context: LambdaContext) async throws -> Int {
            try await context.withMetrics(
                namespace: "Shop",
                dimensions: ["service": "orders"]
            ) { metrics in
                metrics.recordColdStart()
                metrics.count("Orders")
                metrics.record("Number", order)
                if order < 0 { throw Refused() }
                return order
            }
        }
    }

    @Test
    func belongToTheirInvocation() async throws {
        try await withLambda(Desk()) { lambda in
            let first = try await lambda.invoke(7, with: .init(requestID: "r-1"))
            let second = try await lambda.invoke(8)
            #expect(first.metrics.values(of: "Number", dimensions: ["service": "orders"]) == [7])
            #expect(second.metrics.values(of: "Number") == [8])
            #expect(first.metrics.first?.properties["requestId"] == "r-1")
            #expect(first.logs.isEmpty)
            #expect(lambda.log.metrics.values(of: "Orders") == [1, 1])
        }
    }

    @Test
    func areThereWhenTheHandlerThrows() async throws {
        try await withLambda(Desk()) { lambda in
            let invocation = try await lambda.invoke(-1)
            #expect(invocation.error?.type == "Refused")
            #expect(invocation.metrics.values(of: "Number") == [-1])
        }
    }

    @Test
    func countTheFirstInvocationAsAColdStart() async throws {
        try await withLambda(Desk()) { lambda in
            let first = try await lambda.invoke(1)
            let second = try await lambda.invoke(2)
            #expect(first.metrics.values(of: "ColdStart") == [1])
            #expect(second.metrics.values(of: "ColdStart") == [])
        }
        let provisioned = TestLambda.FunctionDescription(
            initializationType: .provisionedConcurrency
        )
        try await withLambda(Desk(), options: .init(function: provisioned)) { lambda in
            let first = try await lambda.invoke(1)
            #expect(first.metrics.values(of: "ColdStart") == [])
        }
    }

    @Test
    func aContextSaysIfItIsAColdStart() async throws {
        let log = CapturedLog()
        let context = LambdaContext.test(isColdStart: true, logger: log.logger())
        _ = try await Desk().handle(1, context: context)
        #expect(log.metrics.values(of: "ColdStart") == [1])
        _ = try await Desk().handle(1, context: .test(logger: log.logger()))
        #expect(log.metrics.values(of: "ColdStart") == [1])
    }

    @Test
    func doNotMixWhereSeveralInvocationsRunAtOnce() async throws {
        try await withLambda(Desk(), options: .init(concurrency: 4)) { lambda in
            try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
                for number in 1...40 {
                    group.addTask {
                        let invocation = try await lambda.invoke(number)
                        return (number, invocation.metrics.values(of: "Number"))
                    }
                }
                for try await (number, values) in group { #expect(values == [Double(number)]) }
            }
        }
    }

    @Test
    func canBeRecordedBySeveralTasks() async throws {
        let log = CapturedLog()
        await LambdaContext.test(logger: log.logger()).withMetrics(namespace: "Shop") { metrics in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        metrics.count("Items")
                        metrics.with(dimensions: ["parity": "\(number % 2)"]).count("Parity")
                    }
                }
            }
        }
        #expect(log.metrics.values(of: "Items").count == 100)
        #expect(log.metrics.values(of: "Parity", dimensions: ["parity": "1"]).count == 50)
    }
}
