// Runs where functions are built, for files and processes; no function links it.
import Foundation

/// What the plugins `archive` and `lambda-new` leave to a program that can be tested.
///
/// Plugins cannot share code, nor be imported by tests. Not for users: its arguments are the plugins' own.
@main
enum LambdaTool {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch arguments.first {
            case "archive": try ArchiveCommand(arguments.dropFirst()).run()
            case "new": try NewCommand(arguments.dropFirst()).run()
            default:
                throw ToolError(
                    "Expected archive or new. Use swift package archive, or lambda-new."
                )
            }
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }
}
