import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

struct CurrentContextTests {
    private static let header = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1"

    /// What each place of a handler saw.
    private struct Sight: Codable, Equatable {
        var handler: String?
        var afterSuspending: String?
        var childTask: String?
        var groupTask: String?
        var unstructuredTask: String?
        var detachedTask: String?
    }

    @Test func tasksOfAnInvocationHaveItsContext() async throws {
        let run = try await LoopRun.run(
            polls: [
                .invocation("1", id: "first", more: ["Lambda-Runtime-Trace-Id: \(Self.header)"]),
                .invocation("2", id: "second"),
            ],
            function { (_: Int, context: LambdaContext) in
                var sight = Sight()
                sight.handler = LambdaContext.current?.requestID
                await Task.yield()
                sight.afterSuspending = LambdaContext.current?.requestID
                async let child = LambdaContext.current?.requestID
                sight.childTask = await child
                sight.groupTask = await withTaskGroup(of: String?.self) { group in
                    group.addTask { LambdaContext.current?.requestID }
                    return await group.next() ?? nil
                }
                sight.unstructuredTask = await Task { LambdaContext.current?.requestID }.value
                sight.detachedTask = await Task.detached { LambdaContext.current?.requestID }.value
                return sight
            }
        )
        let sights = try run.posts.map { try LambdaJSONDecoder().decode(Sight.self, from: $0.body) }
        #expect(
            sights
                == ["first", "second"].map {
                    Sight(
                        handler: $0,
                        afterSuspending: $0,
                        childTask: $0,
                        groupTask: $0,
                        unstructuredTask: $0
                    )
                }
        )
        #expect(LambdaContext.current == nil)
    }

    @Test func theTraceHeaderNeedNotBePassedOn() async throws {
        let run = try await LoopRun.run(
            polls: [
                .invocation("1", more: ["Lambda-Runtime-Trace-Id: \(Self.header)"]),
                .invocation("2"),
            ],
            function { (_: Int, _: LambdaContext) in
                LambdaContext.current?.traceHeader?.root ?? "none"
            }
        )
        #expect(run.posts.map(\.text) == ["1-5759e988-bd862e3fe1be46a994272793", "none"])
    }

    @Test func aTaskThatOutlivesItsInvocationKeepsItsContext() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let task = Monitor<Task<String?, Never>?>(nil)
        _ = try await LoopRun.run(
            polls: [.invocation("1", id: "first"), .invocation("2", id: "second")],
            function { (event: Int, _: LambdaContext) in
                if event == 1 {
                    let late = Task {
                        for await _ in gate {}
                        return LambdaContext.current?.requestID
                    }
                    task.withLock { $0 = late }
                } else {
                    open.finish()
                }
                return event
            }
        )
        let late = try #require(task.withLock { $0 })
        #expect(await late.value == "first")
    }

    @Test func invocationsAtOnceHaveEachTheirOwn() async throws {
        let handler = { @Sendable (event: String, context: LambdaContext) in
            for _ in 0..<10 {
                await Task.yield()
                guard LambdaContext.current?.traceID == event else { return "mixed up" }
            }
            return event
        }
        try await withLambda(handler, options: .init(concurrency: 8)) { lambda in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        let trace = "Root=1-\(number)"
                        let invocation = try await lambda.invoke(trace, with: .init(traceID: trace))
                        return try invocation.text == trace
                    }
                }
                for try await isOwn in group { #expect(isOwn) }
            }
        }
    }

    @Test func aTestSetsItForACall() async {
        let context = LambdaContext(requestID: "mine")
        let id = await LambdaContext.$current.withValue(context) {
            await Task { LambdaContext.current?.requestID }.value
        }
        #expect(id == "mine")
        #expect(LambdaContext.current == nil)
    }

    @Test func theCallersW3CTraceContextIsInTheClientContext() async throws {
        let w3c = LambdaContext.ClientContext.TraceContext(
            traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            tracestate: "congo=t61rcWkgMzE",
            baggage: "userId=alice"
        )
        let handler = { @Sendable (_: JSONValue, context: LambdaContext) in
            let caller = context.clientContext?.w3c
            return [caller?.traceparent, caller?.tracestate, caller?.baggage]
        }
        try await withLambda(handler) { lambda in
            let invocation = try await lambda.invoke(
                JSONValue.null,
                with: .init(clientContext: .init(w3c: w3c))
            )
            #expect(
                try invocation.output(as: [String?].self) == [
                    w3c.traceparent, w3c.tracestate, w3c.baggage,
                ]
            )
            let other = try await lambda.invoke(JSONValue.null)
            #expect(try other.output(as: [String?].self) == [nil, nil, nil])
        }
    }
}
