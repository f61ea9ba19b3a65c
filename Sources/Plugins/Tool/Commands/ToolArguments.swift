/// The arguments that a plugin calls the tool with: `--name value`, some of them several times.
struct ToolArguments {
    private let values: [String: [String]]

    init(_ arguments: some Collection<String>) throws {
        var values: [String: [String]] = [:]
        var rest = Array(arguments)[...]
        while let name = rest.popFirst() {
            guard name.hasPrefix("--"), let value = rest.popFirst() else {
                throw ToolError("Expected an option and its value, not \"\(name)\".")
            }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    /// The value of an option that has to be there.
    func required(_ name: String) throws -> String {
        guard let value = optional(name) else { throw ToolError("\(name) is missing.") }
        return value
    }

    /// The last value of an option.
    func optional(_ name: String) -> String? {
        values[name]?.last
    }

    /// The values of an option, in their order.
    func all(_ name: String) -> [String] {
        values[name] ?? []
    }
}
