import LambdaJSON
import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaRuntime

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Many invocations at once, as on Lambda Managed Instances.
struct ConcurrencyTests {
    @Test func allSlotsAreAtWorkAtOnce() async throws {
        // Each handler waits until all are under way.
        let meeting = Monitor(0)
        let function = { @Sendable (event: Int, _: LambdaContext) async throws -> Int in
            meeting.withLock { $0 += 1 }
            try await eventually("all are at work") { meeting.withLock { $0 } >= 64 }
            return event
        }
        try await withLambda(function, options: TestLambda.Options(concurrency: 64)) { lambda in
            try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for number in 0..<64 {
                    group.addTask { (number, try await lambda.invoke(number).text) }
                }
                for try await (number, text) in group { #expect(text == "\(number)") }
            }
            #expect(lambda.connections == 64)
        }
    }

    @Test func everyInvocationIsAnsweredOnceWhateverTheServiceDoes() async throws {
        let function = { @Sendable (event: Int, _: LambdaContext) async throws -> Int in
            if event % 3 == 0 { await Task.yield() }
            return event
        }
        let faults: [[ServiceFault]] = [
            [], [.event(.inPieces(of: 7))], [.event(.thenClose)], [.event(.chunked([1]))],
            [.event(.closingTheConnection)], [],
        ]
        try await withLambda(function, options: TestLambda.Options(concurrency: 8)) { lambda in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<400 {
                    group.addTask {
                        var faults = faults[number % faults.count]
                        // Few enough that no slot comes to five in a row.
                        if number % 40 == 1 { faults.insert(.poll(.status(500)), at: 0) }
                        if number % 40 == 21 { faults.insert(.poll(.close), at: 0) }
                        let invocation = try await lambda.invoke(number, faults: faults)
                        guard invocation.posts.isEmpty else {
                            #expect(try invocation.text == "\(number)")
                            return #expect(invocation.posts.count == 1)
                        }
                        // It was on its way over a connection that the service closed at that moment.
                        #expect(number % 6 == 2)
                        #expect(
                            invocation.lines.contains { $0.contains("sent, and not confirmed") }
                        )
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await lambda.end() == .ended)
        }
    }

    @Test func aSlotThatCannotUseTheServiceLeavesTheOthers() async throws {
        let options = TestLambda.Options(concurrency: 2)
        try await withLambda(FailureMatrix.echo, options: options) { lambda in
            let faults = Array(repeating: ServiceFault.poll(.status(500)), count: 9)
            // Nine in a row: one of two slots has five of them, the other one four at the most.
            let invocation = try await lambda.invoke("1", faults: faults)
            #expect(try invocation.text == "1")
            let given = lambda.lines.filter { $0.contains("This slot ends; the others go on.") }
            #expect(given.count == 1)
            #expect(try await lambda.invoke("2").text == "2")
            #expect(try await lambda.end() == .serviceFailed)
        }
    }

    @Test func largeEventsAreDecodedOnThePool() async throws {
        let function = { @Sendable (event: [String], _: LambdaContext) async in event.count }
        try await withLambda(function, options: TestLambda.Options(concurrency: 2)) { lambda in
            let event = Array(repeating: "a string of twenty-five", count: 20_000)
            for _ in 0..<4 {
                let invocation = try await lambda.invoke(event)
                #expect(try invocation.text == "20000")
            }
            let small = try await lambda.invoke(["x"])
            #expect(try small.text == "1")
        }
    }

    /// A decoder that takes its time.
    private struct SlowDecoder: PayloadDecoder {
        func decode<Value: Decodable>(
            _ type: Value.Type,
            from payload: UnsafeRawBufferPointer
        ) throws -> Value {
            let end = MonotonicClock.nanoseconds + 60_000_000
            var sum = 0
            // It reads to the end, so that memory which is gone shows under a sanitizer.
            while MonotonicClock.nanoseconds < end { sum &+= payload.reduce(0) { $0 &+ Int($1) } }
            return try LambdaJSONDecoder().decode(type, from: payload)
        }
    }

    private struct Decoded: LambdaHandler {
        static var payloadDecoder: any PayloadDecoder { SlowDecoder() }

        func handle(_ event: [String], context: LambdaContext) async throws -> Int {
            event.count
        }
    }

    @Test func aDeadlineThatPassesWhileALargeEventIsDecodedWaitsForThat() async throws {
        try await withLambda(Decoded(), options: TestLambda.Options(concurrency: 1)) { lambda in
            let event = Array(repeating: "a string of twenty-five", count: 5000)
            let late = try await lambda.invoke(
                event,
                with: TestLambda.Parameters(timeout: .milliseconds(5))
            )
            #expect(late.posts.count == 1)
            #expect(try await lambda.invoke(event).text == "5000")
        }
    }

    @Test(
        arguments: [
            (nil, nil), ("1", 1), ("64", 64), ("1600", 1600), ("007", 7),
        ] as [(String?, Int?)]
    )
    func theEnvironmentSaysHowMany(_ text: String?, _ expected: Int?) throws {
        #expect(try FunctionMain.concurrency(text) == expected)
    }

    @Test(arguments: ["0", "1601", "-1", "many", "1.5", " 4", "99999999999999999999"])
    func anythingElseFailsTheInitialisation(_ text: String) {
        let error = #expect(throws: LambdaError.self) { try FunctionMain.concurrency(text) }
        #expect(error?.code == .concurrencyInvalid)
        #expect(
            error?.message
                == "AWS_LAMBDA_MAX_CONCURRENCY is \"\(text)\". Expected a number from 1 to 1600."
        )
    }

    @Test func linesAreJSONWhateverTheEnvironmentSays() {
        #expect(StandardLogSink.format(name: "Text", isConcurrent: true) == .json)
        #expect(StandardLogSink.format(name: nil, isConcurrent: true) == .json)
        #expect(StandardLogSink.format(name: "JSON", isConcurrent: false) == .json)
        #expect(StandardLogSink.format(name: "Text", isConcurrent: false) == .text)
    }

    @Test func theVariableOfTheTraceIsNotSet() async {
        await #expect(processExitsWith: .exitCode(40)) {
            await Self.exitByVariable(concurrency: nil)
        }
        await #expect(processExitsWith: .exitCode(41)) { await Self.exitByVariable(concurrency: 1) }
    }

    /// Ends the process from within a handler: by 40 where the variable has the trace header, by 41 where
    /// only the context has it.
    private static func exitByVariable(concurrency: Int?) async {
        let trace = "Root=1-5759e988-bd862e3fe1be46a994272793"
        // The variable is set by what also notes the request for a crash.
        CrashLog.install(.text)
        var surroundings = Surroundings.process
        surroundings.concurrency = concurrency
        do {
            let header = "Lambda-Runtime-Trace-Id: \(trace)"
            let api = try ScriptedRuntimeAPI(polls: [.invocation("1", more: [header])])
            let loop = InvocationLoop(
                endpoint: api.endpoint,
                logger: LambdaLogger(sink: CapturedLog()),
                surroundings: surroundings,
                makeFunction: function { (_: Int, _: LambdaContext) -> Int in
                    guard LambdaContext.current?.traceID == trace else { exit(42) }
                    let value = getenv("_X_AMZN_TRACE_ID").map { String(cString: $0) }
                    exit(value == nil ? 41 : value == trace ? 40 : 43)
                }
            )
            _ = await loop.run()
        } catch {}
    }

    @Test func pausesGrow() throws {
        let rules = RuntimeAPIRules(
            endpoint: try Endpoint("127.0.0.1:1"),
            logger: LambdaLogger(sink: CapturedLog()),
            patience: RuntimePatience()
        )
        let pauses = (1...5).map { rules.pause(before: $0) }
        #expect(pauses == [100, 200, 400, 800, 1600].map { .milliseconds($0) })
    }

    @Test(arguments: [nil, 1])
    func aPollThatFailedIsRepeatedAfterItsPause(_ concurrency: Int?) async throws {
        var patience = RuntimePatience()
        patience.firstPause = .milliseconds(5)
        var polls = Array(repeating: ScriptedStep.status(500), count: 4)
        polls.append(.invocation("1"))
        let start = MonotonicClock.nanoseconds
        let run = try await LoopRun.run(
            polls: polls,
            patience: patience,
            concurrency: concurrency,
            echo
        )
        // 5, 10, 20 and 40 ms: a busy machine takes longer, never less.
        #expect(MonotonicClock.nanoseconds - start >= 75_000_000)
        #expect(run.posts.map(\.text) == ["1"])
    }

    @Test func aFailedInitialisationIsReportedOnce() async throws {
        let options = TestLambda.Options(concurrency: 4)
        try await withLambda(FailureMatrix.Broken.self, options: options) { lambda in
            let error = try await lambda.initializationError()
            #expect(error?.type == "NoTable")
            #expect(try await lambda.end() == .initializationFailed)
            #expect(lambda.course == ["error"])
        }
    }
}
