import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Where handlers run.
struct SlotTests {
    private static var thread: UInt {
        #if canImport(Darwin) || canImport(Musl)
        UInt(bitPattern: pthread_self())
        #else
        UInt(pthread_self())
        #endif
    }

    /// Traps where the code is not on the main actor's executor.
    private static func requireMainActor() -> Bool {
        MainActor.preconditionIsolated()
        return true
    }

    @MainActor
    private struct MainActorHandler: LambdaHandler {
        let isPreparedOnMain: Bool

        init() async throws {
            isPreparedOnMain = SlotTests.requireMainActor()
        }

        func handle(_ event: Int, context: LambdaContext) async throws -> [Bool] {
            let before = SlotTests.requireMainActor()
            await Task.yield()
            return [isPreparedOnMain, before, SlotTests.requireMainActor()]
        }
    }

    private actor Counter: LambdaHandler {
        private var count = 0

        init() async throws {}

        func handle(_ event: Int, context: LambdaContext) async throws -> Int {
            count += event
            return count
        }
    }

    private final class Shared: LambdaHandler {
        private let seen = Monitor(0)

        init() async throws {}

        func handle(_ event: Int, context: LambdaContext) async throws -> Int {
            seen.withLock {
                $0 += event
                return $0
            }
        }
    }

    private func function<Handler: LambdaHandler>(
        _ type: Handler.Type
    ) -> @Sendable () async throws -> any InvocableFunction where Handler.Output: Encodable {
        { Function(handler: try await Handler(), encode: .encodable(LambdaJSONEncoder())) }
    }

    @Test(arguments: [nil, 1])
    func aMainActorHandlerRunsOnTheMainActor(_ concurrency: Int?) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            concurrency: concurrency,
            function(MainActorHandler.self)
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["[true,true,true]", "[true,true,true]"])
    }

    @Test(arguments: [nil, 1])
    func anActorKeepsItsState(_ concurrency: Int?) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2"), .invocation("3")],
            concurrency: concurrency,
            function(Counter.self)
        )
        #expect(run.posts.map(\.text) == ["1", "3", "6"])
    }

    @Test(arguments: [nil, 1])
    func aClassKeepsItsState(_ concurrency: Int?) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            concurrency: concurrency,
            function(Shared.self)
        )
        #expect(run.posts.map(\.text) == ["1", "3"])
    }

    @Test func aHandlerThatDoesNotSuspendStaysOnTheSlotsThread() async throws {
        let threads = Monitor<[UInt]>([])
        let run = try await LoopRun.run(
            polls: Array(repeating: .invocation("1"), count: 20),
            LambdaRuntimeTests.function { (event: Int, _: LambdaContext) in
                threads.withLock { $0.append(Self.thread) }
                return event
            }
        )
        #expect(run.exit == .ended)
        let seen = threads.withLock { $0 }
        #expect(seen.count == 20)
        #expect(Set(seen).count == 1)
    }

    @Test func aFailureKeepsTheMemoryOfTheNextAnswer() {
        let slot = Slot()
        var buffer = slot.takeAnswerBuffer()
        let place = buffer.withUnsafeMutableBytes { $0.baseAddress }
        slot.returnAnswerBuffer(consume buffer)
        slot.complete(.failed(ErrorReport(.internalError("x"))))
        _ = slot.takeOutcome()
        var next = slot.takeAnswerBuffer()
        #expect(next.withUnsafeMutableBytes { $0.baseAddress } == place)
    }

    @Test func aTaskGroupUsesMoreThanOneThread() async throws {
        // Two children that both must be under way before either may end: on one thread, the
        // first would wait in vain.
        let run = try await LoopRun.run(
            polls: [.invocation("1")],
            LambdaRuntimeTests.function { (_: Int, _: LambdaContext) in
                let meeting = Monitor<Set<UInt>>([])
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<2 {
                        group.addTask {
                            meeting.withLock { _ = $0.insert(Self.thread) }
                            meeting.signal()
                            _ = meeting.wait(atMost: .seconds(300)) {
                                $0.count == 2 ? true : nil
                            }
                        }
                    }
                }
                return meeting.withLock { $0.count }
            }
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["2"])
    }

    @Test(arguments: [nil, 1])
    func manyChildrenAndHopsComeToTheirEnd(_ concurrency: Int?) async throws {
        actor Sum {
            var value = 0
            func add(_ number: Int) { value += number }
        }
        let run = try await LoopRun.run(
            polls: Array(repeating: .invocation("100"), count: 20),
            concurrency: concurrency,
            LambdaRuntimeTests.function { (count: Int, _: LambdaContext) in
                let sum = Sum()
                await withTaskGroup(of: Void.self) { group in
                    for number in 1...count {
                        group.addTask {
                            await Task.yield()
                            await sum.add(number)
                            await MainActor.run {}
                        }
                    }
                }
                return await sum.value
            }
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == Array(repeating: "5050", count: 20))
    }

    @Test func tasksThatOutliveTheirInvocationRunOn() async throws {
        let finished = Monitor(0)
        let run = try await LoopRun.run(
            polls: Array(repeating: .invocation("1"), count: 10),
            LambdaRuntimeTests.function { (event: Int, _: LambdaContext) in
                Task {
                    for _ in 0..<100 { await Task.yield() }
                    finished.withLock { $0 += 1 }
                    finished.signal()
                }
                return event
            }
        )
        #expect(run.exit == .ended)
        let all = await offThePool {
            finished.wait(atMost: .seconds(60)) { $0 == 10 ? 10 : nil }
        }
        #expect(all == 10)
    }

    @Test func manyLoopsRunSideBySide() async throws {
        try await withThrowingTaskGroup(of: LoopRun.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await LoopRun.run(
                        polls: Array(repeating: .invocation("x"), count: 50),
                        LambdaRuntimeTests.function { (event: String, _: LambdaContext) in
                            await Task.yield()
                            return event
                        }
                    )
                }
            }
            for try await run in group {
                #expect(run.exit == .ended)
                #expect(run.posts.count == 50)
            }
        }
    }
}
