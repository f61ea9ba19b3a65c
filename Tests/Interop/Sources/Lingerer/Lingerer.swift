import LambdaStreaming

/// What the function is to do.
struct Wish: Decodable {
    /// How many pieces to write.
    var pieces = 1
    /// How large each is.
    var size = 8
    /// How long to wait after each.
    var milliseconds = 0
    /// How to end: `return`, `throw`, `crash` or `hang`.
    var end = "return"

    private enum CodingKeys: CodingKey {
        case pieces
        case size
        case milliseconds
        case end
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        pieces = try members.decodeIfPresent(Int.self, forKey: .pieces) ?? pieces
        size = try members.decodeIfPresent(Int.self, forKey: .size) ?? size
        milliseconds =
            try members.decodeIfPresent(Int.self, forKey: .milliseconds) ?? milliseconds
        end = try members.decodeIfPresent(String.self, forKey: .end) ?? end
    }
}

struct OutOfPaper: Error {}

/// A function that answers in pieces, fails in the middle of them, and has something to do before its end.
@main
struct Lingerer: LambdaStreamingHandler {
    static var lifecycle: LambdaLifecycle<Self> {
        LambdaLifecycle(onShutdown: { _ in print("The shop is closed.") })
    }

    func handle(
        _ wish: Wish,
        response: LambdaResponseStream,
        context: LambdaContext
    ) async throws {
        let piece = [UInt8](repeating: 0x78, count: wish.size)
        for _ in 0..<wish.pieces {
            try await response.write(piece)
            if wish.milliseconds > 0 { try await Task.sleep(for: .milliseconds(wish.milliseconds)) }
        }
        switch wish.end {
        case "throw": throw OutOfPaper()
        case "crash": fatalError("as asked")
        case "hang": try await Task.sleep(for: .seconds(600))
        default: break
        }
    }
}
