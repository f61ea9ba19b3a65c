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

// Each test crashes a process of its own, in which the real loop runs against a Runtime API of a script.
// A sanitizer turns the signal into an exit status, so that only failure is expected of the process.

struct CrashLogTests {
    @Test("trap in the handler")
    func tellsTheRequestOfATrap() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run { event in [1, 2, 3][event.utf8.count] == 0 ? "" : event }
        }
        let line = try CrashingFunction.line(result)
        #expect(line.contains(" FATAL The function crashed with SIG"))
        #expect(
            line.contains(
                " (a trap: an index out of range, an overflow, an unexpected nil or the like)"
            )
        )
        #expect(line.contains(" while it handled an invocation. signal=SIG"))
        #expect(line.hasSuffix(" requestId=\(CrashingFunction.requestID)"))
        #expect(line.utf8.prefix(24).last == UInt8(ascii: "Z"))
    }

    @Test func tellsTheRequestAsJSON() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run(.json) { _ in fatalError("secret") }
        }
        let line = try CrashingFunction.line(result)
        let json = try LambdaJSONDecoder().decode(JSONValue.self, from: Array(line.utf8))
        #expect(json["level"] == "FATAL")
        #expect(json["requestId"] == .string(CrashingFunction.requestID))
        #expect(json["signal"]?.stringValue?.hasPrefix("SIG") == true)
        #expect(json["timestamp"]?.stringValue?.utf8.count == 24)
        #expect(json["message"]?.stringValue?.hasSuffix(" while it handled an invocation.") == true)
        #expect(!line.contains("secret"))
        #if os(Linux) && (arch(x86_64) || arch(arm64))
        #expect(json["address"]?.stringValue?.hasPrefix("0x") == true)
        #endif
    }

    @Test func tellsTheRequestOfANullPointer() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run { event in
                let address = UInt(event.utf8.count)
                UnsafeMutablePointer<UInt8>(bitPattern: address + 64)?.pointee = 1
                return event
            }
        }
        let line = try CrashingFunction.line(result)
        #expect(line.contains("SIG"))
        #expect(line.contains(" (an access to memory that is not there) while"))
        #expect(line.hasSuffix(" requestId=\(CrashingFunction.requestID)"))
    }

    #if os(Linux) && (arch(x86_64) || arch(arm64))
    @Test func tellsTheRequestOfAStackOverflow() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run { event in "\(CrashingFunction.depth(event.utf8.count))" }
        }
        let line = try CrashingFunction.line(result)
        #expect(line.contains("SIGSEGV (a stack overflow, as from endless recursion) while"))
        #expect(line.hasSuffix(" requestId=\(CrashingFunction.requestID)"))
    }
    #endif

    @Test func tellsTheRequestOfAnAbort() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run { _ in abort() }
        }
        let line = try CrashingFunction.line(result)
        #expect(line.contains("The function crashed with SIGABRT while it handled an invocation."))
        #expect(line.hasSuffix(" requestId=\(CrashingFunction.requestID)"))
    }

    @Test func tellsTheRequestOfACrashOnAnotherThread() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run { event in
                await withTaskGroup(of: Int.self) { group in
                    for _ in 0..<4 { group.addTask { [1][event.utf8.count] } }
                    return "\(await group.reduce(0, +))"
                }
            }
        }
        #expect(try CrashingFunction.line(result).hasSuffix(CrashingFunction.requestID))
    }

    @Test func saysThatNoRequestWasInFlight() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            CrashLog.install(.text)
            _ = CrashLog.makeNote()
            raise(SIGILL)
        }
        let line = try CrashingFunction.line(result)
        #expect(line.contains(" outside of an invocation. signal=SIGILL"))
        #expect(!line.contains("requestId"))
    }

    @Test func listsTheRequestsInFlight() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            CrashLog.install(.json)
            let notes = (0..<40).compactMap { _ in CrashLog.makeNote() }
            for (index, note) in notes.enumerated() {
                let id = Array("8476a536-e9f4-11e8-9739-2dfe598c3f\(index + 10)".utf8)
                id.withUnsafeBytes { note.set($0) }
            }
            for note in notes.prefix(3) { note.clear() }
            raise(SIGILL)
        }
        let line = try CrashingFunction.line(result)
        let json = try LambdaJSONDecoder().decode(JSONValue.self, from: Array(line.utf8))
        #expect(
            json["message"]?.stringValue?.hasSuffix(" while it handled 37 invocations.") == true
        )
        let ids = try #require(json["requestIds"]?.arrayValue)
        #expect((8...37).contains(ids.count))
        #expect(ids.allSatisfy { $0.stringValue?.hasPrefix("8476a536-") == true })
    }

    @Test func listsTheRequestsOfAllSlots() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            let arrived = Monitor(0)
            await CrashingFunction.run(.json, concurrency: 3) { event in
                arrived.withLock { $0 += 1 }
                try await eventually("all three have arrived") { arrived.withLock { $0 } >= 3 }
                return "\([1][event.utf8.count])"
            }
        }
        let line = try CrashingFunction.line(result)
        let json = try LambdaJSONDecoder().decode(JSONValue.self, from: Array(line.utf8))
        #expect(json["message"]?.stringValue?.hasSuffix(" while it handled 3 invocations.") == true)
        let ids = try #require(json["requestIds"]?.arrayValue)
        #expect(ids == Array(repeating: .string(CrashingFunction.requestID), count: 3))
    }

    @Test func cannotSayAnythingAboutSIGKILL() async throws {
        let result = await #expect(
            processExitsWith: .failure,
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run { event in
                kill(getpid(), SIGKILL)
                return event
            }
        }
        #expect(try #require(result).exitStatus == .signal(SIGKILL))
        #expect(CrashingFunction.lines(result).isEmpty)
    }

    @Test func callsTheHandlerThatWasThereBefore() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(33),
            observing: [\.standardErrorContent]
        ) {
            signal(SIGABRT) { _ in _exit(33) }
            await CrashingFunction.run { _ in abort() }
        }
        #expect(try CrashingFunction.line(result).contains("SIGABRT"))
    }

    @Test func aHandlerOfTheFunctionsOwnReplacesIt() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(34),
            observing: [\.standardErrorContent]
        ) {
            await CrashingFunction.run { _ in
                signal(SIGABRT) { _ in _exit(34) }
                abort()
            }
        }
        #expect(CrashingFunction.lines(result).isEmpty)
    }

    @Test func leavesASignalAloneThatTheProcessIgnores() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) {
            signal(SIGFPE, SIG_IGN)
            CrashLog.install(.text)
            raise(SIGFPE)
        }
        #expect(CrashingFunction.lines(result).isEmpty)
    }
}

/// A function in a process that is to crash.
enum CrashingFunction {
    static let requestID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd"

    /// Runs a handler as `main()` does, and ends the process.
    static func run(
        _ format: LambdaLogger.Format = .text,
        concurrency: Int? = nil,
        _ body: @escaping @Sendable (String) async throws -> String
    ) async {
        CrashLog.install(format)
        var surroundings = Surroundings.process
        surroundings.concurrency = concurrency
        do {
            let count = concurrency ?? 1
            let api = try ScriptedRuntimeAPI(
                polls: Array(repeating: .invocation("four"), count: count),
                connections: count
            )
            let loop = InvocationLoop(
                endpoint: api.endpoint,
                logger: LambdaLogger(sink: CapturedLog()),
                surroundings: surroundings,
                makeFunction: function { (event: String, _: LambdaContext) in try await body(event)
                }
            )
            await offThePool {
                CrashLog.prepareThread()
                exit(loop.runOnThisThread().status)
            }
        } catch {
            exit(EXIT_SUCCESS)
        }
    }

    /// Recurses until there is no stack left.
    @inline(never)
    static func depth(_ value: Int) -> Int {
        guard value >= 0 else { return 0 }
        let deeper = depth(value &+ 1)
        return deeper &+ value
    }

    /// The line that a crash has left.
    static func line(
        _ result: ExitTest.Result?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let lines = lines(result)
        #expect(lines.count == 1, sourceLocation: sourceLocation)
        return try #require(lines.first, sourceLocation: sourceLocation)
    }

    static func lines(_ result: ExitTest.Result?) -> [String] {
        (result?.standardErrorContent ?? []).split(separator: UInt8(ascii: "\n"))
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { $0.contains("The function crashed") }
    }
}
