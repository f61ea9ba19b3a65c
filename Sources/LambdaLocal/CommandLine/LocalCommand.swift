#if LOCAL_RUNNING
/// What the arguments of a function ask for when it runs outside Lambda.
enum LocalCommand: Equatable {
    case help
    case invoke(Invoke)
    case serve(Serve)
    case samples(name: String?)

    /// `invoke EVENT.json`: one event, one answer.
    struct Invoke: Equatable {
        var source: EventSource
        var settings = Settings()
        /// Sends the event even where it is not JSON.
        var isRaw = false
    }

    /// `serve`: the Invoke API, until somebody ends it.
    struct Serve: Equatable {
        var settings = Settings()
        var host = "127.0.0.1"
        /// 0 lets the system choose one.
        var port: UInt16 = 9000
        /// How many processes may run at once.
        var concurrency = 1
        var http = HTTPChoice.byEventType
        /// The routes of the API.
        var routes: [HTTPRoute] = []
    }

    /// Which service stands between HTTP clients and the function.
    enum HTTPChoice: Equatable {
        /// That whose event the function takes, if it is one of those.
        case byEventType
        case service(HTTPService)
        /// None: there is the Invoke API alone.
        case none
    }

    /// What a function is given by its configuration.
    struct Settings: Equatable {
        var timeoutSeconds = 3
        /// `nil` for what the environment says.
        var memoryMegabytes: Int?
    }

    enum EventSource: Equatable {
        case file(String)
        case sample(String)
        case standardInput

        /// How a message names it.
        var name: String {
            switch self {
            case .file(let path): "\"\(path)\""
            case .sample(let name): "The sample \"\(name)\""
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
        let rest = LocalArguments(arguments.dropFirst(), program: program)
        switch command {
        case "invoke": return try invoke(rest, program: program)
        case "serve": return try serve(rest)
        case "samples": return try samples(rest)
        case "--help", "-h", "help": return .help
        default: throw .usage("There is no command \"\(command)\". \(hint(program))")
        }
    }

    private static func hint(_ program: String) -> String {
        "Run it here with: \(program) invoke EVENT.json, or serve, or samples. "
            + "See: \(program) --help"
    }

    private static func invoke(
        _ arguments: LocalArguments,
        program: String
    ) throws(LocalFault) -> LocalCommand {
        var arguments = arguments
        var invoke = Invoke(source: .standardInput)
        var source: EventSource?
        while let argument = arguments.next() {
            switch argument {
            case .value(let text):
                try choose(text == "-" ? .standardInput : .file(text), text, &source)
            case .option("--sample"):
                let name = try arguments.text(for: "--sample", expected: "Expected its name.")
                try choose(.sample(name), name, &source)
            case .option("--raw"): invoke.isRaw = try arguments.flag("--raw")
            case .option("--help"), .option("-h"): return .help
            case .option(let name):
                guard try invoke.settings.take(name, &arguments) else {
                    throw arguments.unknown(name)
                }
            }
        }
        guard let source else {
            throw .usage(
                "invoke needs an event: a file, - for standard input, or --sample NAME. See: "
                    + "\(program) samples"
            )
        }
        invoke.source = source
        return .invoke(invoke)
    }

    private static func choose(
        _ source: EventSource,
        _ text: String,
        _ chosen: inout EventSource?
    ) throws(LocalFault) {
        guard chosen == nil else {
            throw .usage("\"\(text)\" is a second event. Give one event per invoke.")
        }
        chosen = source
    }

    private static func serve(_ arguments: LocalArguments) throws(LocalFault) -> LocalCommand {
        var arguments = arguments
        var serve = Serve()
        while let argument = arguments.next() {
            switch argument {
            case .value(let text):
                throw .usage(
                    "serve takes no event, and \"\(text)\" is one. It gets its events over HTTP."
                )
            case .option("--port"):
                let port = try arguments.number(for: "--port", in: 0...65_535, unit: "a number")
                serve.port = UInt16(truncatingIfNeeded: port)
            case .option("--host"):
                serve.host = try arguments.text(for: "--host", expected: "Expected an IP address.")
            case .option("--concurrency"):
                serve.concurrency = try arguments.number(
                    for: "--concurrency",
                    in: 1...1000,
                    unit: "a number"
                )
            case .option("--http"): serve.http = try http(&arguments)
            case .option("--route"): serve.routes.append(try route(&arguments))
            case .option("--help"), .option("-h"): return .help
            case .option(let name):
                guard try serve.settings.take(name, &arguments) else {
                    throw arguments.unknown(name)
                }
            }
        }
        return .serve(serve)
    }

    private static func http(_ arguments: inout LocalArguments) throws(LocalFault) -> HTTPChoice {
        let names = HTTPService.all.map(\.name).joined(separator: ", ")
        let expected = "Expected \(names) or none."
        let name = try arguments.text(for: "--http", expected: expected)
        if name == "none" { return .none }
        guard let service = HTTPService(name: name) else {
            throw .usage("--http is \"\(name)\". \(expected)")
        }
        return .service(service)
    }

    private static func route(_ arguments: inout LocalArguments) throws(LocalFault) -> HTTPRoute {
        let expected =
            "Expected \"GET /orders/{id}\" or the like, ANY for all methods, or \"$default\"."
        let key = try arguments.text(for: "--route", expected: expected)
        guard let route = HTTPRoute(key) else {
            throw .usage("--route is \"\(key)\". \(expected)")
        }
        return route
    }

    private static func samples(_ arguments: LocalArguments) throws(LocalFault) -> LocalCommand {
        var arguments = arguments
        var name: String?
        while let argument = arguments.next() {
            switch argument {
            case .value(let text):
                guard name == nil else {
                    throw .usage("\"\(text)\" is a second sample. Give one name, or none.")
                }
                name = text
            case .option("--help"), .option("-h"): return .help
            case .option(let name): throw arguments.unknown(name)
            }
        }
        return .samples(name: name)
    }
}

extension LocalCommand.Settings {
    /// Takes an option that several commands have.
    ///
    /// - Returns: Whether there is one of that name.
    fileprivate mutating func take(
        _ name: String,
        _ arguments: inout LocalArguments
    ) throws(LocalFault) -> Bool {
        switch name {
        case "--timeout":
            timeoutSeconds = try arguments.number(for: name, in: 1...900, unit: "whole seconds")
        case "--memory":
            memoryMegabytes = try arguments.number(
                for: name,
                in: 128...10_240,
                unit: "whole megabytes"
            )
        default: return false
        }
        return true
    }
}
#endif
