#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport

/// A function outside Lambda: its executable is its own local Lambda.
///
/// ```
/// MyFunction invoke event.json
///   |  reads and checks the event, starts a Runtime API on 127.0.0.1
///   +--> MyFunction            the same executable, with AWS_LAMBDA_RUNTIME_API set: the loop as on Lambda
///   |  hands out the event, waits for the answer, for the end of the process, or for the deadline
///   prints the response; logs and the report go to standard error
/// ```
package enum LocalRun {
    /// Does what the arguments of the process ask for.
    ///
    /// - Returns: The exit status.
    package static func main() -> Int32 {
        LocalSystem.resetInheritance()
        return run(
            CommandLine.arguments,
            output: { LocalSystem.print($0) },
            log: { LocalSystem.write(Array($0.utf8), to: 2) }
        )
    }

    /// Does what the arguments ask for.
    ///
    /// - Parameters:
    ///   - arguments: The arguments with the name of the program, as a process gets them.
    ///   - output: Takes what belongs on standard output.
    ///   - log: Takes what belongs on standard error.
    /// - Returns: The exit status.
    static func run(
        _ arguments: [String],
        output: ([UInt8]) -> Void,
        log: @escaping (String) -> Void
    ) -> Int32 {
        let path = arguments.first ?? "function"
        let program = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        do {
            switch try LocalCommand.parse(Array(arguments.dropFirst()), program: program) {
            case .help:
                output(Array(LocalCommand.help(program: program).utf8))
                return 0
            case .invoke(let command):
                return try invoke(command, path: path, program: program, output: output, log: log)
            }
        } catch {
            log(error.message + "\n")
            return error.status
        }
    }

    private static func invoke(
        _ command: LocalCommand.Invoke,
        path: String,
        program: String,
        output: ([UInt8]) -> Void,
        log: @escaping (String) -> Void
    ) throws(LocalFault) -> Int32 {
        let event = try LocalEvent.read(command.source)
        if !command.isRaw { try LocalEvent.check(event, name: command.source.name) }
        guard let executable = LocalSystem.executablePath() else {
            throw .system("The path of this executable is unknown, so it cannot be started again.")
        }

        var environment = LocalEnvironment(LocalSystem.environment())
        if let memory = command.memoryMegabytes {
            environment.set("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String(memory))
        }
        environment.fillIn(function: program, executable: executable, date: LocalSystem.date())
        var invocation = LocalInvocation(
            event: event,
            functionARN: LocalInvocation.functionARN(
                name: environment["AWS_LAMBDA_FUNCTION_NAME"] ?? program,
                region: environment["AWS_REGION"] ?? "us-east-1"
            )
        )
        let seconds = UInt32(truncatingIfNeeded: WallClock.milliseconds / 1000)
        invocation.traceID = LocalInvocation.makeTraceID(epochSeconds: seconds)
        let invoker = LocalInvoker(
            executable: executable,
            arguments: [path],
            environment: environment,
            timeoutSeconds: command.timeoutSeconds,
            initializationLimit: .seconds(max(10, command.timeoutSeconds)),
            log: log
        )
        let report = try invoker.invoke(invocation)
        log(report.closingLines)
        if case .response(let body, _) = report.answer { output(body) }
        return report.isSuccess ? 0 : 1
    }
}
#endif
