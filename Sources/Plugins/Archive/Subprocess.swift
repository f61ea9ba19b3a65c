// Runs where functions are built, for files and processes; no function links it.
import Foundation

/// A program that is run, whose output is the user's to see.
struct Subprocess {
    private let program: URL
    private let arguments: [String]

    init(_ program: URL, _ arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }

    /// The command as one would type it.
    var text: String {
        ([program.lastPathComponent] + arguments).joined(separator: " ")
    }

    /// Runs it, and waits for its end.
    func run(orThrow problem: String) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        do {
            try process.run()
        } catch {
            throw ArchiveError("\(program.path) cannot be run: \(error.localizedDescription)")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ArchiveError(problem) }
    }
}
