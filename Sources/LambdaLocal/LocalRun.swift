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
///
/// `serve` does the same for each call of the Invoke API, with a process that stays.
package struct LocalRun {
    private let function: LocalFunction
    /// Takes what belongs on standard output.
    private let output: ([UInt8]) -> Void
    /// Takes what belongs on standard error.
    private let log: ([UInt8]) -> Void
    /// A boolean value indicating whether a response is given the line feed that it does not end with.
    private let endsLines: Bool
    private let samples: SampleFolder

    init(
        _ function: LocalFunction,
        output: @escaping ([UInt8]) -> Void,
        log: @escaping ([UInt8]) -> Void,
        endsLines: Bool = false,
        samples: SampleFolder = .ofLibrary
    ) {
        self.function = function
        self.endsLines = endsLines
        self.output = output
        self.log = log
        self.samples = samples
    }

    /// Does what the arguments of the process ask for, and returns the exit status.
    package static func main(_ function: LocalFunction) -> Int32 {
        LocalSystem.resetInheritance()
        let run = LocalRun(
            function,
            output: { LocalSystem.write($0, to: 1) },
            log: { LocalSystem.write($0, to: 2) },
            endsLines: LocalSystem.isTerminal(1)
        )
        return run.run(CommandLine.arguments)
    }

    /// Does what the arguments ask for.
    ///
    /// - Parameter arguments: The arguments with the name of the program, as a process gets them.
    /// - Returns: The exit status.
    func run(_ arguments: [String]) -> Int32 {
        let path = arguments.first ?? "function"
        let program = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        do {
            switch try LocalCommand.parse(Array(arguments.dropFirst()), program: program) {
            case .help:
                output(Array(LocalCommand.help(program: program).utf8))
                return 0
            case .invoke(let command):
                return try invoke(command, as: path, program)
            case .serve(let command):
                return try serve(command, as: path, program)
            case .samples(let name?):
                output(try samples.read(name, program: program))
                return 0
            case .samples(nil):
                return try list(program)
            }
        } catch {
            say(error.message)
            return error.status
        }
    }

    private func say(_ line: String) { log(Array((line + "\n").utf8)) }

    /// Lists the samples that the function takes.
    private func list(_ program: String) throws(LocalFault) -> Int32 {
        var taken: [(name: String, hasRecords: Bool)] = []
        for name in try samples.names() {
            let event = try samples.read(name, program: program)
            guard function.decodes(event) else { continue }
            taken.append((name, !LocalEvent.hasNoRecords(event)))
        }
        // Events without records are alike, whichever service they are from: those are listed that lie
        // beside one with records.
        let folders = Set(taken.filter(\.hasRecords).map { SampleFolder.folder(of: $0.name) })
        let names = taken.map(\.name).filter { folders.contains(SampleFolder.folder(of: $0)) }
            .map { $0 + "\n" }.joined()
        if names.isEmpty {
            say("\(program) takes none of the samples, which are events of AWS services.")
        }
        output(Array(names.utf8))
        return 0
    }
}

// MARK: - Invocations

extension LocalRun {
    private func invoke(
        _ command: LocalCommand.Invoke,
        as path: String,
        _ name: String
    ) throws(LocalFault) -> Int32 {
        let event = try LocalEvent.read(command.source, samples: samples, program: name)
        if !command.isRaw { try LocalEvent.check(event, name: command.source.name) }
        let (program, function) = try configure(command.settings, as: path, name)
        var invocation = LocalInvocation(event: event, functionARN: function.arn(nil))
        invocation.timeout = .seconds(function.timeoutSeconds)
        invocation.traceID = LocalInvocation.makeTraceID()
        var last: UInt8?
        let write: ([UInt8]) -> Void = {
            last = $0.last ?? last
            output($0)
        }
        let invoker = LocalInvoker(
            program: program,
            function: function,
            initializationLimit: function.initializationLimit,
            output: write,
            log: log
        )
        let report = try invoker.invoke(invocation)
        if case .response(let body, _) = report?.answer { write(body) }
        if endsLines, let last, last != UInt8(ascii: "\n") { output([UInt8(ascii: "\n")]) }
        guard let report else { return 1 }
        return report.isSuccess ? 0 : 1
    }

    private func serve(
        _ command: LocalCommand.Serve,
        as path: String,
        _ name: String
    ) throws(LocalFault) -> Int32 {
        var (program, function) = try configure(command.settings, as: path, name)
        function.concurrency = command.concurrency
        let front = try HTTPFront(command, eventType: self.function.eventType)
        let listener = try LocalServer(command)
        say(
            function.invitation(
                host: command.host,
                port: listener.port,
                service: front?.service
            )
        )

        let interruption = Interruption()
        defer { interruption.release() }
        let server = FunctionServer(
            function,
            on: listener,
            front: front,
            initializationLimit: function.initializationLimit,
            log: log,
            launch: program.launcher(signals: interruption.previous)
        )
        while !interruption.isPending { server.advance(atMost: Self.longestStep) }
        server.end()
        return 0
    }

    /// The longest wait between two looks at the signals.
    private static let longestStep = Duration.milliseconds(50)

    /// How the function's process is started, and what the service knows about the function.
    private func configure(
        _ settings: LocalCommand.Settings,
        as path: String,
        _ name: String
    ) throws(LocalFault) -> (FunctionProgram, ServedFunction) {
        guard let executable = LocalSystem.executablePath() else {
            throw .system("The path of this executable is unknown, so it cannot be started again.")
        }
        var environment = LocalEnvironment(LocalSystem.environment())
        if let memory = settings.memoryMegabytes {
            environment.set("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String(memory))
        }
        environment.fillIn(function: name, executable: executable, date: LocalSystem.date())
        let program = FunctionProgram(
            executable: executable,
            arguments: [path],
            environment: environment
        )
        return (program, ServedFunction(environment, timeoutSeconds: settings.timeoutSeconds))
    }
}
#endif
