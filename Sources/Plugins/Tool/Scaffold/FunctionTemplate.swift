/// The first version of a function for an event, and its test.
///
/// `FUNCTION` stands for the name of the function. The test's event is one of the fixtures of `LambdaTesting`.
struct FunctionTemplate {
    /// What is asked for with `--event`.
    let event: String

    /// What the event is, for the list in the help.
    let summary: String

    /// The modules of the library that the function imports.
    let modules: [String]

    /// The path of the event below the library's fixtures; `nil` for an event of the function's own.
    let fixture: String?

    /// The source of the handler.
    let source: String

    /// The source of the body of the test suite.
    let tests: String

    /// All of them, in the order of the help.
    static let all =
        [plain, http, apiGatewayV2, s3] + [sqs, sns, kinesis, dynamoDB, eventBridge, schedule]

    /// Whether the first version of the function, or its test, uses a type or a module of that name.
    func uses(_ name: String) -> Bool {
        if (modules + ["LambdaTesting", "Testing"]).contains(name) { return true }
        return source.split(separator: "\n").contains { line in
            // What is quoted or said about the code may have any name in it.
            let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[
                0
            ]
            let parts = code.split(separator: "\"", omittingEmptySubsequences: false)
            return parts.indices.contains { index in
                index.isMultiple(of: 2)
                    && parts[index].split { !($0.isLetter || $0.isNumber || $0 == "_") }
                        .contains { $0 == name }
            }
        }
    }

    /// The template for an event.
    ///
    /// - Throws: ``ToolError`` that lists those there are.
    static func named(_ event: String) throws -> FunctionTemplate {
        if let template = all.first(where: { $0.event == event }) { return template }
        let known = all.map(\.event).joined(separator: ", ")
        throw ToolError(
            "There is no template for the event \"\(event)\". Expected one of: \(known)."
        )
    }
}
