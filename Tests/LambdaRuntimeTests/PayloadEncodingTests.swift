import LambdaJSON
import LambdaTesting
import Testing

@testable import LambdaRuntime

/// What an encoder of the user's own can do to the memory of an answer.
struct PayloadEncodingTests {
    /// Assigns where it should append.
    private struct Assigning: PayloadEncoder {
        func encode<Value: Encodable>(_ value: Value, into bytes: inout [UInt8]) throws {
            bytes = try LambdaJSONEncoder().encode(value)
        }
    }

    /// Fails after it has written.
    private struct Failing: PayloadEncoder {
        func encode<Value: Encodable>(_ value: Value, into bytes: inout [UInt8]) throws {
            bytes = []
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: [], debugDescription: "cannot encode 'secret'")
            )
        }
    }

    private func answers(_ encoder: any PayloadEncoder) async throws -> LoopRun {
        let run = try await LoopRun.run(polls: [.invocation("[1,2]"), .invocation("[]")]) {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .encodable(encoder),
                call: { (event: [Int], _) in event }
            )
        }
        #expect(run.exit == .ended)
        return run
    }

    @Test func anEncoderMayAssignItsBytes() async throws {
        let run = try await answers(Assigning())
        #expect(run.posts.map(\.text) == ["[1,2]", "[]"])
        #expect(
            run.posts.map { $0.header(.contentType) } == ["application/json", "application/json"]
        )
    }

    @Test func anEncoderMayFailAfterItHasWritten() async throws {
        let run = try await answers(Failing())
        #expect(run.course == ["next", "error", "next", "error", "next"])
        #expect(run.posts.allSatisfy { !$0.text.contains("secret") })
    }

    @Test func anEncoderWithSettingsIsUsed() async throws {
        var encoder = LambdaJSONEncoder()
        encoder.outputFormatting = .prettyPrinted
        let run = try await answers(encoder)
        #expect(run.posts[0].text == String(decoding: try encoder.encode([1, 2]), as: UTF8.self))
        #expect(run.posts[0].text != "[1,2]")
    }

    @Test(arguments: [0, 1, 1023])
    func anAnswerWithoutRoomForItsHeadIsSentEmpty(_ count: Int) async throws {
        let run = try await LoopRun.run(polls: [.invocation("1"), .invocation("2")]) {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: PayloadEncoding(contentType: "text/plain") { _, bytes in
                    bytes = Array(repeating: 0x61, count: count)
                },
                call: { (event: Int, _) in event }
            )
        }
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "response", "next", "response", "next"])
        #expect(run.posts.map(\.text) == ["", ""])
        #expect(run.posts.map { $0.header(.contentType) } == ["text/plain", "text/plain"])
    }
}
