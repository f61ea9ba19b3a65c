#if LOCAL_RUNNING
import LambdaTransport

/// What the arguments of a function ask for when it runs outside Lambda.
enum LocalCommand: Equatable {
    case help
    case invoke(Invoke)

    /// `invoke EVENT.json`: one event, one answer.
    struct Invoke: Equatable {
        var source: EventSource
        var timeoutSeconds = 3
        var memoryMegabytes: Int?
        /// Sends the event even where it is not JSON.
        var isRaw = false
    }

    enum EventSource: Equatable {
        case file(String)
        case standardInput

        /// How a message names it.
        var name: String {
            switch self {
            case .file(let path): "\"\(path)\""
            case .standardInput: "Standard input"
            }
        }
    }
}

extension LocalCommand {
    /// Reads the arguments that follow the name of the program.
    static func parse(_ arguments: [String], program: String) throws(LocalFault) -> LocalCommand {
        guard let command = arguments.first else {
            throw .usage("\(program) is a Lambda function. \(hint(program))")
        }
        switch command {
        case "invoke": return try parseInvoke(arguments.dropFirst(), program: program)
        case "--help", "-h", "help": return .help
        default: throw .usage("There is no command \"\(command)\". \(hint(program))")
        }
    }

    static func help(program: String) -> String {
        """
        Runs this Lambda function here, through the same loop as on Lambda.

        USAGE: \(program) invoke EVENT.json [--timeout SECONDS] [--memory MB] [--raw]
               \(program) invoke -            reads the event from standard input

          --timeout SECONDS  How long the function may take: 1 to 900, 3 if not given.
          --memory MB        The memory size that the function is told: 128 to 10240, 128 if not given.
          --raw              Sends the event as it is, even if it is not JSON.

        The response goes to standard output; logs and the report go to standard error.
        Exit status: 0 success, 1 the function failed, 64 wrong arguments, 65 the event is not JSON,
        66 the event cannot be read, 71 the system refused something.

        """
    }

    private static func hint(_ program: String) -> String {
        "Run it here with: \(program) invoke EVENT.json"
    }

    private static func parseInvoke(
        _ arguments: ArraySlice<String>,
        program: String
    ) throws(LocalFault) -> LocalCommand {
        var source: EventSource?
        var invoke = Invoke(source: .standardInput)
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument == "-" || !argument.hasPrefix("-") {
                guard source == nil else {
                    throw .usage("\"\(argument)\" is a second event. Give one event per invoke.")
                }
                source = argument == "-" ? .standardInput : .file(argument)
                continue
            }
            let equals = argument.firstIndex(of: "=")
            let name = String(argument[..<(equals ?? argument.endIndex)])
            let attached = equals.map { String(argument[argument.index(after: $0)...]) }
            switch name {
            case "--timeout":
                invoke.timeoutSeconds = try number(
                    for: name,
                    attached ?? rest.popFirst(),
                    in: 1...900,
                    unit: "seconds"
                )
            case "--memory":
                invoke.memoryMegabytes = try number(
                    for: name,
                    attached ?? rest.popFirst(),
                    in: 128...10240,
                    unit: "megabytes"
                )
            case "--raw" where attached == nil: invoke.isRaw = true
            case "--help", "-h": return .help
            default:
                throw .usage("There is no option \"\(argument)\". See: \(program) --help")
            }
        }
        guard let source else {
            throw .usage(
                "invoke needs an event: a file, or - for standard input. \(hint(program))"
            )
        }
        invoke.source = source
        return .invoke(invoke)
    }

    private static func number(
        for option: String,
        _ text: String?,
        in range: ClosedRange<Int>,
        unit: String
    ) throws(LocalFault) -> Int {
        let expected = "Expected whole \(unit) from \(range.lowerBound) to \(range.upperBound)."
        guard let text else { throw .usage("\(option) has no value. \(expected)") }
        guard let value = Int(digits: text), range.contains(value) else {
            throw .usage("\(option) is \"\(text)\". \(expected)")
        }
        return value
    }
}
#endif
