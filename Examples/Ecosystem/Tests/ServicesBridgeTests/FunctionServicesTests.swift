import LambdaRuntime
import LambdaTesting
import Logging
import ServiceLifecycle
import ServicesBridge
import Testing

struct FunctionServicesTests {
    @Test
    func servicesRunUntilTheFunctionIsShutDown() async throws {
        let diary = Diary()
        try await withLambda(Desk(diary: diary)) { lambda in
            let invocation = try await lambda.invoke("a")
            #expect(try invocation.text == "first second")
            #expect(await diary.ended.isEmpty)
            #expect(try await lambda.shutdown() == .shutDown)
        }
        // In the opposite order of their start.
        #expect(await diary.ended == ["second", "first"])
    }

    @Test
    func aServiceThatFailsIsToldAtTheEnd() async throws {
        let services = FunctionServices([Broken()], logger: quiet)
        await #expect(throws: Broken.Failure.self) { try await services.shutDown() }
    }

    @Test
    func shutsDownServicesThatHaveHardlyStarted() async throws {
        let diary = Diary()
        let services = FunctionServices([Clerk("only", diary)], logger: quiet)
        try await services.shutDown()
        #expect(await diary.ended == ["only"])
    }
}

private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

private struct Desk: LambdaHandler {
    let diary: Diary
    let services: FunctionServices

    init() { self.init(diary: Diary()) }

    init(diary: Diary) {
        self.diary = diary
        services = FunctionServices(
            [Clerk("first", diary), Clerk("second", diary)],
            logger: quiet
        )
    }

    static var lifecycle: LambdaLifecycle<Self> {
        LambdaLifecycle(
            onShutdown: { try await $0.services.shutDown() },
            shutdownWindow: .seconds(10)
        )
    }

    func handle(_ event: String, context: LambdaContext) async -> String {
        await diary.waitForStarts(2)
        return await diary.started.sorted().joined(separator: " ")
    }
}

private actor Diary {
    private(set) var started: [String] = []
    private(set) var ended: [String] = []
    private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    func start(_ name: String) {
        started.append(name)
        for (count, continuation) in waiting where started.count == count { continuation.resume() }
    }

    func end(_ name: String) { ended.append(name) }

    func waitForStarts(_ count: Int) async {
        guard started.count < count else { return }
        await withCheckedContinuation { waiting.append((count, $0)) }
    }
}

private struct Clerk: Service {
    let name: String
    let diary: Diary

    init(_ name: String, _ diary: Diary) {
        self.name = name
        self.diary = diary
    }

    func run() async throws {
        await diary.start(name)
        try await gracefulShutdown()
        await diary.end(name)
    }
}

private struct Broken: Service {
    struct Failure: Error {}

    func run() async throws { throw Failure() }
}
