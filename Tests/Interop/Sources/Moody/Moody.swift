import LambdaJSON
import LambdaRuntime

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the function is to do.
struct Wish: Decodable {
    /// `answer`, `throw`, `hang`, `crash` or `exit`.
    var mood = "answer"
    /// How long to take.
    var milliseconds = 0
    /// What to print.
    var text: String?

    private enum CodingKeys: CodingKey {
        case mood
        case milliseconds
        case text
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        mood = try members.decodeIfPresent(String.self, forKey: .mood) ?? mood
        milliseconds =
            try members.decodeIfPresent(Int.self, forKey: .milliseconds) ?? milliseconds
        text = try members.decodeIfPresent(String.self, forKey: .text)
    }
}

struct Report: Encodable {
    /// The process that has answered.
    var process: Int32
    var clientContext: [String: JSONValue]?
    var functionARN: String?
}

struct Bad: Error {}

/// A function that can answer, throw, hang, trap and exit.
@main
struct Moody: LambdaHandler {
    init() throws {
        if getenv("MOODY_FAILS_TO_START") != nil { throw Bad() }
    }

    func handle(_ wish: Wish, context: LambdaContext) async throws -> Report {
        // Through the buffer of the C library, on purpose.
        if let text = wish.text { print(text) }
        if wish.milliseconds > 0 { try await Task.sleep(for: .milliseconds(wish.milliseconds)) }
        switch wish.mood {
        case "throw": throw Bad()
        case "hang": try await Task.sleep(for: .seconds(600))
        case "crash": fatalError("as asked")
        case "exit": exit(3)
        default: break
        }
        return Report(
            process: getpid(),
            clientContext: context.clientContext?.custom,
            functionARN: context.invokedFunctionARN
        )
    }
}
