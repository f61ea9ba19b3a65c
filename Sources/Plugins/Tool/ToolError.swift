/// What went wrong, in words for the one who called the command.
struct ToolError: Error, CustomStringConvertible, Equatable {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
