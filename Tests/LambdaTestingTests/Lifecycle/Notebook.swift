import LambdaRuntime
import LambdaStreaming
import LambdaTesting
import LambdaTransport
import TestSupport

/// Keeps the order of what has happened.
final class Notebook: Sendable {
    private let notes = Monitor<[String]>([])

    var all: [String] { notes.withLock { $0 } }

    func write(_ note: String) { notes.withLock { $0.append(note) } }
}

extension Monitor<CapturedLog?> {
    /// Waits, in a handler, until the function has been asked to end.
    func untilAskedToEnd() async throws {
        try await eventually("the function has been asked to end") {
            withLock { $0?.records.contains { $0.message.hasSuffix("asked to end.") } } == true
        }
    }
}

/// A handler with a hook for each turn of its life.
struct Diary: LambdaHandler {
    struct Torn: Error {}

    let notebook: Notebook
    var tornHook: String?
    var waits: @Sendable () async throws -> Void = {}

    init() { self.init(Notebook()) }

    init(_ notebook: Notebook, tornHook: String? = nil) {
        self.notebook = notebook
        self.tornHook = tornHook
    }

    static var lifecycle: LambdaLifecycle<Self> {
        LambdaLifecycle(
            onShutdown: { try await $0.turn("shutdown") },
            shutdownWindow: .seconds(30),
            beforeSnapshot: { try await $0.turn("snapshot") },
            afterRestore: { try await $0.turn("restore") }
        )
    }

    func handle(_ event: String, context: LambdaContext) async throws -> String {
        notebook.write("begin \(event)")
        try await waits()
        notebook.write("end \(event)")
        return event
    }

    private func turn(_ name: String) async throws {
        notebook.write(name)
        await Task.yield()
        if tornHook == name { throw Torn() }
    }
}

struct StreamedDiary: LambdaStreamingHandler {
    let notebook: Notebook

    init() { self.init(Notebook()) }

    init(_ notebook: Notebook) { self.notebook = notebook }

    static var lifecycle: LambdaLifecycle<Self> {
        LambdaLifecycle(
            onShutdown: { $0.notebook.write("shutdown") },
            shutdownWindow: .seconds(30)
        )
    }

    func handle(
        _ event: String,
        response: LambdaResponseStream,
        context: LambdaContext
    ) async throws {
        try await response.write(event)
        notebook.write(event)
    }
}

struct FollowedDiary: LambdaHandler {
    let notebook: Notebook

    init() { self.init(Notebook()) }

    init(_ notebook: Notebook) { self.notebook = notebook }

    static var lifecycle: LambdaLifecycle<Self> {
        LambdaLifecycle(
            onShutdown: { $0.notebook.write("shutdown") },
            shutdownWindow: .seconds(30)
        )
    }

    func handle(_ event: String, context: LambdaContext) async throws -> LambdaResponse<String> {
        LambdaResponse(event) { notebook.write(event) }
    }
}
