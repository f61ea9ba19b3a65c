#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

/// Functions that misbehave, played by the shell.
///
/// Functions that behave are in Examples.
@Suite(.blocking)
struct LocalInvokerTests {
    @Test
    func reportsAProcessThatExits() throws {
        let report = try invoke("exit 3")
        #expect(report.fault == .ended(.exit(status: 3)))
        #expect(report.initDuration == nil)
        #expect((report.peakMemoryBytes ?? 0) > 0)
    }

    @Test
    func reportsAProcessThatIsKilled() throws {
        #expect(try invoke("kill -ILL $$").fault == .ended(.signal(4)))
    }

    @Test
    func endsAProcessThatNeverAsksForAnEvent() throws {
        let limit = Duration.milliseconds(20)
        #expect(try invoke("exec sleep 600", limit: limit).fault == .neverReady(limit))
    }

    @Test
    func tellsTheProcessWhereTheAPIIs() throws {
        let script = #"case "$AWS_LAMBDA_RUNTIME_API/$A" in 127.0.0.1:[1-9]*/1) exit 7;; esac"#
        #expect(try invoke(script).fault == .ended(.exit(status: 7)))
    }

    @Test
    func givesTheProcessNothingToRead() throws {
        #expect(try invoke("read x || exit 7").fault == .ended(.exit(status: 7)))
    }

    @Test
    func passesOnWhatTheProcessWrites() throws {
        var log: [UInt8] = []
        _ = try invoke("echo out; echo error >&2; printf 'no end'; exit 1") { log += $0 }
        #expect(String(decoding: log, as: UTF8.self).hasPrefix("out\nerror\nno end\nREPORT "))
    }

    @Test
    func saysThatAnExecutableCannotBeStarted() {
        let invoker = LocalInvoker(
            program: FunctionProgram(
                executable: "/nowhere/Hello",
                arguments: ["Hello"],
                environment: LocalEnvironment([])
            ),
            function: ServedFunction(name: "Hello"),
            initializationLimit: .seconds(60),
            log: { _ in }
        )
        let message = "/nowhere/Hello cannot be started: No such file or directory."
        #expect(throws: LocalFault.system(message)) { try invoker.invoke(.make()) }
    }

    private func invoke(
        _ script: String,
        limit: Duration = .seconds(60),
        log: @escaping ([UInt8]) -> Void = { _ in }
    ) throws -> LocalReport {
        let invoker = LocalInvoker(
            program: FunctionProgram(
                executable: "/bin/sh",
                arguments: ["sh", "-c", script],
                environment: LocalEnvironment([
                    "PATH=/bin:/usr/bin", "A=1", "AWS_LAMBDA_RUNTIME_API=x",
                ])
            ),
            function: ServedFunction(name: "Hello"),
            initializationLimit: limit,
            log: log
        )
        return try #require(try invoker.invoke(.make()))
    }
}
#endif
