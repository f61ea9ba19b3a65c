import LambdaEmulator
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

struct FunctionProcessTests {
    @Test
    func asksAProcessToEnd() throws {
        var process = try startReady("exec sleep 600")
        #expect(process.end()?.cause == .signal(SIGTERM))
    }

    @Test
    func killsAProcessThatIgnoresTheRequest() throws {
        var process = try startReady("trap '' TERM; exec sleep 600")
        #expect(process.end()?.cause == .signal(SIGKILL))
    }

    @Test
    func keepsHowAProcessHasEnded() throws {
        var process = try startReady("trap 'exit 7' TERM; while true; do sleep 0.01; done")
        let ending = process.end()
        #expect(ending?.cause == .exit(status: 7))
        #expect(process.end() == ending)
    }

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
            signals: sigset_t()
        )
        let limit = ContinuousClock.now + .seconds(60)
        while access(file, F_OK) != 0, ContinuousClock.now < limit {
            Thread.sleep(for: .milliseconds(1))
        }
        return process
    }
}
