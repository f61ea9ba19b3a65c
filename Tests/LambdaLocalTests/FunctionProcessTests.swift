#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaLocal

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

@Suite(.blocking)
struct FunctionProcessTests {
    @Test
    func asksAProcessToEnd() throws {
        var process = try startReady("exec sleep 600")
        #expect(process.end(grace: patience)?.cause == .signal(SIGTERM))
    }

    @Test
    func killsAProcessThatIgnoresTheRequest() throws {
        var process = try startReady("trap '' TERM; exec sleep 600")
        #expect(process.end(grace: .zero)?.cause == .signal(SIGKILL))
    }

    @Test
    func keepsHowAProcessHasEnded() throws {
        var process = try startReady("trap 'exit 7' TERM; while true; do sleep 0.01; done")
        let ending = process.end(grace: patience)
        #expect(ending?.cause == .exit(status: 7))
        #expect(process.end(grace: .zero) == ending)
    }

    #if os(Linux)
    @Test
    func measuresTheProcessAndNotTheOneThatStartedIt() throws {
        // More than a shell has, held by this process before it starts the other.
        let ballast = [UInt8](repeating: 1, count: 64 << 20)
        var process = try startReady("exec sleep 600")
        process.measureMemory()
        let ending = process.end(grace: patience)
        let peak = try #require(ending?.peakMemoryBytes)
        #expect(peak > 0)
        #expect(peak < ballast.count)
    }
    #endif

    @Test
    func fallsBackToWhatTheSystemSaysAtTheEnd() throws {
        var process = try startReady("exec sleep 600")
        let ending = process.end(grace: patience)
        #expect(try #require(ending?.peakMemoryBytes) > 0)
    }

    @Test(
        arguments: [
            ("Name:\tsh\nVmPeak:\t  9999 kB\nVmHWM:\t    2212 kB\nVmRSS:\t 1 kB\n", 2_265_088),
            ("VmHWM:\t99999999999999999 kB\n", Int.max), ("VmHWM:\t kB\n", nil),
            ("VmHWM:\t99999999999999999999 kB\n", nil), ("Name:\tsh\n", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func readsThePeakOfAStatus(_ status: String, _ bytes: Int?) {
        #expect(LocalSystem.peakMemory(inStatus: Array(status.utf8)) == bytes)
    }

    /// Long enough for any machine: it only passes where a test fails.
    private let patience = Duration.seconds(60)

    /// Starts a shell and waits until it runs the last command of the script.
    private func startReady(_ script: String) throws -> FunctionProcess {
        let file = "/tmp/swift-lambda-" + LocalInvocation.makeRequestID()
        defer { unlink(file) }
        var commands = script.split(separator: "; ", maxSplits: 1).map { String($0) }
        commands.insert(": > \(file)", at: commands.count - 1)
        let process = try FunctionProcess.start(
            executable: "/bin/sh",
            arguments: ["sh", "-c", commands.joined(separator: "; ")],
            environment: ["PATH=/bin:/usr/bin"],
            output: 2,
            signals: sigset_t()
        )
        let limit = ContinuousClock.now + .seconds(60)
        while access(file, F_OK) != 0, ContinuousClock.now < limit {
            Thread.sleep(for: .milliseconds(1))
        }
        return process
    }
}
#endif
