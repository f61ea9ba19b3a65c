import LambdaStreaming

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Does whatever handlers do, well or badly, in the form that the environment variable SOAK asks for.
@main
enum Soaked {
    static func main() {
        switch getenv("SOAK").map({ String(cString: $0) }) {
        case "streams":
            Lambda.run { (order: Order, response, _) in
                try await order.stream(to: response)
            }
        case "follows":
            Lambda.run { (order: Order, _) in
                try await order.work()
                return LambdaResponse(order.answer) { try await order.follow() }
            }
        default:
            Lambda.run { (order: Order, _) in
                try await order.work()
                return order.answer
            }
        }
    }
}

/// What an event asks for.
struct Order: Decodable, Sendable {
    /// Which event it is; the answer has it too.
    var number: Int
    var kind: Kind
    /// How large the answer is.
    var size: Int

    enum Kind: String, Decodable {
        case plain
        case wait
        case group
        case cancel
        case main
        case refuse
        /// In the middle of a response, or after it.
        case refuseLate
    }

    struct Answer: Encodable, Sendable {
        var number: Int
        var text: String
    }

    struct Refused: Error {}

    /// Longer than anybody waits, and short all the same: a sleep that is cancelled keeps its memory until its
    /// time would have been up.
    private static let nap = Duration.milliseconds(50)

    var answer: Answer {
        Answer(number: number, text: String(repeating: "x", count: size))
    }

    func work() async throws {
        switch kind {
        case .plain, .refuseLate: break
        case .wait: try await Task.sleep(for: .microseconds(100))
        case .group:
            let sum = await withTaskGroup(of: Int.self) { group in
                for part in 0..<4 { group.addTask { part } }
                return await group.reduce(0, +)
            }
            if sum != 6 { throw Refused() }
        case .cancel:
            await withTaskGroup(of: Void.self) { group in
                group.addTask { try? await Task.sleep(for: Self.nap) }
                group.cancelAll()
            }
            let task = Task { try await Task.sleep(for: Self.nap) }
            task.cancel()
            _ = await task.result
        case .main: await MainActor.run {}
        case .refuse: throw Refused()
        }
    }

    func follow() async throws {
        try await work()
        if kind == .refuseLate { throw Refused() }
    }

    /// Writes the number and a colon, and then as much as was asked for.
    func stream(to response: LambdaResponseStream) async throws {
        try await work()
        try await response.write("\(number):")
        var left = size
        while left > 0 {
            let piece = min(left, 1 + number % 3000)
            try await response.write([UInt8](repeating: 0x78, count: piece))
            left -= piece
        }
        if kind == .refuseLate { throw Refused() }
        if number % 2 == 0 {
            try await response.finish()
            try await follow()
        }
    }
}
