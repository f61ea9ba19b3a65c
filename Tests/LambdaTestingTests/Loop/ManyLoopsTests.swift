import LambdaRuntime
import LambdaTesting
import LambdaTransport
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Hundreds of loop tests at once, in a process of their own whose descriptors and threads nobody else
/// touches.
struct ManyLoopsTests {
    @Test func fiveHundredAtOnceLeaveNothingBehind() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent]
        ) {
            // What the first ones start for good: the threads of the pool, what is loaded lazily.
            try await Self.runAtOnce(100)
            let before = await Resources.settled()
            let alone = try await Self.medianOneByOne(101)
            let atOnce = try await ContinuousClock().measure { try await Self.runAtOnce(500) }
            let after = await Resources.settled()
            #expect(after.descriptors == before.descriptors)
            #expect(after.threads <= before.threads)
            // A task that has not ended holds on to the function that it is part of.
            #expect(Self.functions.withLock { $0.count { $0.function != nil } } == 0)
            #expect(Self.functions.withLock { $0.count } > 600)
            print("One loop test takes \(alone) (median of 101), 500 at once take \(atOnce).")
            print("Before: \(before); after: \(after).")
        }
        if let output = result?.standardOutputContent {
            print(String(decoding: output, as: UTF8.self))
        }
    }

    /// A function that has been under test, if anything holds on to it.
    private struct Trace: Sendable {
        weak var function: TestLambda?
    }

    private static let functions = Monitor<[Trace]>([])

    private static func runAtOnce(_ count: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count { group.addTask { try await check(number) } }
            try await group.waitForAll()
        }
    }

    private static func medianOneByOne(_ count: Int) async throws -> Duration {
        var durations: [Duration] = []
        for number in 0..<count {
            durations.append(
                try await ContinuousClock().measure { try await check(number * 10 + 1) }
            )
        }
        return durations.sorted()[count / 2]
    }

    private static func check(_ number: Int) async throws {
        try await withLambda(Shop.self) { lambda in
            functions.withLock { $0.append(Trace(function: lambda)) }
            let invocation = try await lambda.invoke(Order(item: "tea", quantity: number))
            #expect(try invocation.output(as: Receipt.self) == Receipt(total: number * 5))
            if number % 10 == 0 {
                let fault = ServiceFault.post(.close)
                try await lambda.invoke(Order(item: "tea", quantity: 1), faults: [fault])
            }
        }
    }
}

/// What a process holds.
struct Resources: Equatable, Sendable, CustomStringConvertible {
    var descriptors: Int
    /// 0 where the system does not say.
    var threads: Int

    static var now: Resources {
        #if canImport(Darwin)
        Resources(descriptors: count("/dev/fd"), threads: 0)
        #else
        Resources(descriptors: count("/proc/self/fd"), threads: count("/proc/self/task"))
        #endif
    }

    /// What the process holds when that has not changed for a while: a thread is still on its way out
    /// after the last thing it does.
    static func settled() async -> Resources {
        let limit = ContinuousClock.now + .seconds(60)
        var last = now
        var since = ContinuousClock.now
        while ContinuousClock.now < limit, ContinuousClock.now - since < .milliseconds(200) {
            await Task.yield()
            let current = now
            if current != last {
                last = current
                since = .now
            }
        }
        return last
    }

    var description: String { "\(descriptors) descriptors and \(threads) threads" }

    /// How many entries a folder has.
    private static func count(_ path: String) -> Int {
        guard let folder = opendir(path) else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        return count
    }
}
