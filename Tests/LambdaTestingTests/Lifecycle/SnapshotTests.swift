import LambdaJSON
import LambdaTransport
import Testing

@testable import LambdaRuntime
@testable import LambdaTesting

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

struct SnapshotTests {
    private static let restoration = "/2018-06-01/runtime/restore/next"
    private static let poll = "/2018-06-01/runtime/invocation/next"
    private let echo = { @Sendable (event: String, _: LambdaContext) in event }
    private let snapStart = TestLambda.Options(startsFromSnapshot: true)

    @Test func takesEachTurnInItsOrder() async throws {
        let notebook = Notebook()
        try await withLambda(Diary(notebook), options: snapStart) { lambda in
            let flaw = try await lambda.snapshot()
            #expect(flaw == nil)
            #expect(notebook.all == ["snapshot"])
            #expect(!lambda.requests.contains { $0.path == Self.poll })
            let fault = try await lambda.restore()
            #expect(fault == nil)
            #expect(notebook.all == ["snapshot", "restore"])
            try await lambda.invoke("1")
            #expect(notebook.all == ["snapshot", "restore", "begin 1", "end 1"])
            let paths = lambda.requests.map(\.path).filter {
                !$0.hasPrefix("/2020-01-01/extension/event")
            }
            #expect(
                Array(paths.prefix(3)) == [
                    "/2020-01-01/extension/register", Self.restoration, Self.poll,
                ]
            )
            #expect(lambda.log.records.isEmpty)
        }
    }

    @Test func theFirstInvocationRestores() async throws {
        let notebook = Notebook()
        try await withLambda(Diary(notebook), options: snapStart) { lambda in
            _ = try await lambda.invoke("1")
        }
        #expect(notebook.all == ["snapshot", "restore", "begin 1", "end 1"])
    }

    @Test func aFunctionWithoutHooksIsRestoredToo() async throws {
        try await withLambda(
            echo,
            options: snapStart
        ) { lambda in
            let flaw = try await lambda.snapshot()
            #expect(flaw == nil)
            let answer = try await lambda.invoke("1").text
            #expect(answer == "1")
            #expect(lambda.requests.prefix(2).map(\.path) == [Self.restoration, Self.poll])
        }
    }

    @Test func connectsAnewAfterTheRestore() async throws {
        try await withLambda(Diary(Notebook()), options: snapStart) { lambda in
            try await lambda.invoke("1")
            let restoration = try #require(lambda.requests.first { $0.path == Self.restoration })
            let poll = try #require(lambda.requests.first { $0.path == Self.poll })
            #expect(poll.connection != restoration.connection)
        }
    }

    @Test func doesNotWaitForASnapshotThatNobodyTakes() async throws {
        let notebook = Notebook()
        try await withLambda(Diary(notebook)) { lambda in
            try await lambda.invoke("1")
            #expect(!lambda.requests.contains { $0.path == Self.restoration })
        }
        #expect(notebook.all == ["begin 1", "end 1"])
    }

    @Test func reportsAHookThatFailsBeforeTheSnapshot() async throws {
        let notebook = Notebook()
        try await withLambda(
            Diary(notebook, tornHook: "snapshot"),
            options: snapStart
        ) { lambda in
            let error = try #require(try await lambda.snapshot())
            #expect(error.type == "Torn")
            #expect(error.functionErrorType == "Runtime.BeforeSnapshotError")
            let post = try #require(lambda.requests.last)
            #expect(post.path == "/2018-06-01/runtime/init/error")
            #expect(post.header(.invocationID) == nil)
            let exit = try await lambda.end()
            #expect(exit == .snapshotFailed)
            #expect(exit.status == 64)
            let line = lambda.log.records.first { $0.level == .fatal }
            #expect(line?.message == "The hook before the snapshot failed. Torn()")
        }
        #expect(notebook.all == ["snapshot"])
    }

    @Test func reportsAHookThatFailsAfterTheRestore() async throws {
        let notebook = Notebook()
        try await withLambda(
            Diary(notebook, tornHook: "restore"),
            options: snapStart
        ) { lambda in
            let error = try #require(try await lambda.restore())
            #expect(error.type == "Torn")
            #expect(error.functionErrorType == "Runtime.AfterRestoreError")
            let post = try #require(lambda.requests.last)
            #expect(post.path == "/2018-06-01/runtime/restore/error")
            #expect(post.header(.invocationID) == nil)
            let exit = try await lambda.end()
            #expect(exit == .restorationFailed)
            #expect(exit.status == 65)
            let line = lambda.log.records.first { $0.level == .fatal }
            #expect(line?.message == "The hook after the restore failed. Torn()")
        }
        #expect(notebook.all == ["snapshot", "restore"])
    }

    @Test func reportsAHookThatTakesTooLongAfterTheRestore() async throws {
        let api = try ScriptedRuntimeAPI(ScriptState(isOpen: true), connections: 1)
        api.state.withLock { $0.lifecycle.isRestored = true }
        var patience = RuntimePatience()
        #expect(patience.restorationLimit == .seconds(10))
        patience.restorationLimit = .milliseconds(50)
        let logs = CapturedLog()
        let loop = InvocationLoop(
            endpoint: api.endpoint,
            logger: LambdaLogger(sink: logs),
            patience: patience,
            surroundings: Surroundings(isSnapStart: true, shutdownRequest: nil),
            makeFunction: {
                Function(
                    decode: .decodable(LambdaJSONDecoder()),
                    encode: .encodable(LambdaJSONEncoder()),
                    hooks: LambdaLifecycle<Void>(
                        afterRestore: { try await Task.sleep(for: .seconds(600)) }
                    ).hooks(of: ()),
                    call: { (event: Int, _: LambdaContext) in event }
                )
            }
        )
        #expect(await loop.run() == .restorationFailed)
        await api.stop()
        let error = try #require(api.requests.last.map { ReportedError($0) })
        #expect(error.type == "Runtime.HookLate")
        #expect(error.functionErrorType == "Runtime.AfterRestoreError")
        #expect(
            error.message
                == "The hook has not ended within the 50 ms that Lambda gives it after a restore."
        )
        #expect(logs.records.count == 1)
    }

    @Test(arguments: [.close, .status(500), .text("nonsense")] as [ServiceFault.Reply])
    func asksAgainToBeRestored(_ reply: ServiceFault.Reply) async throws {
        var options = snapStart
        options.lifecycleFaults = [reply, reply, reply]
        try await withLambda(
            echo,
            options: options
        ) { lambda in
            let answer = try await lambda.invoke("1").text
            #expect(answer == "1")
            #expect(lambda.requests.filter { $0.path == Self.restoration }.count == 4)
        }
    }

    @Test func waitsToBeRestoredLongerThanTheStallLimit() async throws {
        var options = snapStart
        options.stallLimit = .milliseconds(100)
        options.lifecycleFaults = [.status(200).after(.milliseconds(400))]
        try await withLambda(echo, options: options) { lambda in
            let error = try await lambda.restore()
            #expect(error == nil)
            #expect(lambda.requests.filter { $0.path == Self.restoration }.count == 1)
        }
    }

    @Test func givesUpOnAServiceThatDoesNotRestore() async throws {
        var options = snapStart
        options.lifecycleFaults = Array(repeating: .status(500), count: 5)
        try await withLambda(
            echo,
            options: options
        ) { lambda in
            let error = try #require(try await lambda.restore())
            #expect(error.functionErrorType == "Runtime.BeforeSnapshotError")
            #expect(error.message.hasSuffix("restore/next returned status 500. Expected 200."))
            let exit = try await lambda.end()
            #expect(exit == .snapshotFailed)
        }
    }

    @Test func theReportMayBeRefused() async throws {
        var options = snapStart
        options.lifecycleFaults = [.status(200), .status(403)]
        let lifecycle = LambdaLifecycle<Void>(afterRestore: { throw Diary.Torn() })
        try await withLambda(
            echo,
            lifecycle: lifecycle,
            options: options
        ) { lambda in
            _ = try await lambda.restore()
            let exit = try await lambda.end()
            #expect(exit == .restorationFailed)
            #expect(
                lambda.log.records.map(\.message).last
                    == "POST /2018-06-01/runtime/restore/error returned status 403. "
                    + "The invocation is not waiting for an answer."
            )
        }
    }

    #if os(Linux)
    @Test func copiesOfAProcessDrawOtherRandomNumbers() async {
        await #expect(processExitsWith: .success) {
            _ = UInt64.random(in: 0 ... .max)
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { exit(2) }
            let child = forkProcess()
            var number = UInt64.random(in: 0 ... .max)
            if child == 0 {
                write(ends[1], &number, 8)
                _exit(0)
            }
            var other = number
            guard child > 0, read(ends[0], &other, 8) == 8, number != other else { exit(1) }
        }
    }
    #endif
}

#if os(Linux)
/// Copies the process as a snapshot does.
@_silgen_name("fork")
private func forkProcess() -> pid_t
#endif
