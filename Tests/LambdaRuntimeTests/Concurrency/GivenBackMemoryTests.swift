import LambdaTransport
import Testing

@testable import LambdaRuntime
@testable import LambdaTesting

/// What a large event or answer took goes back to the system, with either driver.
struct GivenBackMemoryTests {
    /// What of an invocation is large.
    enum Large: CaseIterable {
        case event
        case answer
        /// The handler goes on when it has answered.
        case eventWithWorkAfterTheAnswer

        var event: String {
            let size = self == .answer ? 4 : 600_000
            return "\"\(String(repeating: "x", count: size))\""
        }

        var function: @Sendable () async throws -> any InvocableFunction {
            switch self {
            case .event:
                LambdaRuntimeTests.function { (event: String, _: LambdaContext) in 1 }
            case .answer:
                LambdaRuntimeTests.function { (event: String, _: LambdaContext) in
                    [UInt8](repeating: 0x78, count: 600_000)
                }
            case .eventWithWorkAfterTheAnswer: { Settling() }
            }
        }
    }

    /// Answers, and settles the invocation later.
    private struct Settling: InvocableFunction {
        var hooks: LifecycleHooks? { nil }

        func begin(
            _ payload: UnsafeRawBufferPointer,
            context: LambdaContext,
            on slot: any InvocationSlot
        ) -> Task<Void, Never>? {
            Task(executorPreference: slot.executor) {
                var answer = slot.takeAnswerBuffer()
                answer.append(0x31)
                _ = await slot.perform(.answer(answer, contentType: "application/json"))
                slot.complete(.settled)
            }
        }
    }

    @Test(arguments: Large.allCases, [nil, 2] as [Int?])
    func isGivenBack(_ large: Large, concurrency: Int?) async throws {
        let trims = Monitor(0)
        var surroundings = Surroundings()
        surroundings.concurrency = concurrency
        surroundings.trimHeap = {
            trims.withLock { $0 += 1 }
            trims.signal()
        }
        let api = try ScriptedRuntimeAPI(
            ScriptState(polls: [.step(.invocation(large.event))], isOpen: true),
            connections: concurrency ?? 1
        )
        let loop = InvocationLoop(
            endpoint: api.endpoint,
            logger: LambdaLogger(sink: CapturedLog()),
            surroundings: surroundings,
            makeFunction: large.function
        )
        async let exit = loop.run()
        let isGivenBack = await offThePool {
            trims.wait(atMost: .seconds(600)) { $0 > 0 ? true : nil }
        }
        #expect(isGivenBack == true)
        api.close()
        #expect(await exit == .ended)
        await api.stop()
        // Once, not for each message.
        #expect(trims.withLock { $0 } == 1)
        #expect(api.requests.filter { $0.operation == "response" }.count == 1)
    }
}
