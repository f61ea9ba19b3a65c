#if LOCAL_RUNNING
import LambdaTransport

/// Reads arguments one after the other: values, `--name value`, `--name=value`, `--flag`.
struct LocalArguments {
    private var rest: ArraySlice<String>
    private let program: String
    /// What follows the `=` of the option that was read last.
    private var attached: String?

    init(_ arguments: ArraySlice<String>, program: String) {
        rest = arguments
        self.program = program
    }

    enum Argument {
        case value(String)
        /// The name with its dashes.
        case option(String)
    }

    mutating func next() -> Argument? {
        attached = nil
        guard let argument = rest.popFirst() else { return nil }
        guard argument.hasPrefix("-"), argument != "-" else { return .value(argument) }
        guard let equals = argument.firstIndex(of: "=") else { return .option(argument) }
        attached = String(argument[argument.index(after: equals)...])
        return .option(String(argument[..<equals]))
    }

    /// The text that an option has.
    mutating func text(for option: String, expected: String) throws(LocalFault) -> String {
        guard let text = attached ?? rest.popFirst() else {
            throw .usage("\(option) has no value. \(expected)")
        }
        return text
    }

    /// The whole number that an option has.
    mutating func number(
        for option: String,
        in range: ClosedRange<Int>,
        unit: String
    ) throws(LocalFault) -> Int {
        let expected = "Expected \(unit) from \(range.lowerBound) to \(range.upperBound)."
        let text = try text(for: option, expected: expected)
        guard let value = Int(digits: text), range.contains(value) else {
            throw .usage("\(option) is \"\(text)\". \(expected)")
        }
        return value
    }

    /// Takes note of an option that has no value.
    func flag(_ option: String) throws(LocalFault) -> Bool {
        if attached != nil { throw unknown(option) }
        return true
    }

    func unknown(_ option: String) -> LocalFault {
        let argument = option + (attached.map { "=" + $0 } ?? "")
        return .usage("There is no option \"\(argument)\". See: \(program) --help")
    }
}
#endif
