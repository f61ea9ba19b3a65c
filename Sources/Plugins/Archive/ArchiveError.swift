/// What went wrong, in words for the one who called the command.
struct ArchiveError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
