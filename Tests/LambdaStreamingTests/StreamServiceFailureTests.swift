import LambdaRuntime
import LambdaStreaming
import LambdaTesting
import LambdaTransport
import Testing

/// A service that breaks, with status 500 or above, while it takes a response in pieces.
///
/// Where one invocation runs after the other, the process ends; where many run at once, the others go on.
struct StreamServiceFailureTests {
    private static let operation = "POST /2018-06-01/runtime/invocation/{id}/response"
    /// As on Lambda Managed Instances.
    private static let manySlots = TestLambda.Options(concurrency: 4)

    /// Writes until it is told not to, and notes why.
    private static func writer(
        _ reasons: Monitor<[LambdaStreamError?]>
    ) -> @Sendable (Int, LambdaResponseStream, LambdaContext) async throws -> Void {
        { count, response, _ in
            do {
                for number in 0..<count { try await response.write("\(number)\n") }
                try await response.finish()
            } catch {
                reasons.withLock { $0.append(error as? LambdaStreamError) }
                throw error
            }
        }
    }

    @Test("500 in mid-stream: the service is broken, exit promptly", arguments: [500, 503])
    func endsTheProcessInMidStream(_ status: Int) async throws {
        let reasons = Monitor<[LambdaStreamError?]>([])
        try await withLambda(Self.writer(reasons)) { lambda in
            let broken = try await lambda.invoke(
                1_000_000_000,
                faults: [.post(.status(status).afterPieces(3))]
            )
            #expect(try await lambda.end() == .serviceFailed)
            #expect(broken.posts.map(\.operation) == ["response"])
            #expect(
                broken.lines == [
                    "FATAL \(Self.operation) returned status \(status) before the response was "
                        + "whole. The service cannot go on with this process. The process ends now."
                ]
            )
            Self.expectSameWords(reasons, broken.lines)
        }
    }

    @Test(
        "500 at the end of a stream: the service is broken, exit promptly",
        arguments: [500, 503]
    )
    func endsTheProcessAtTheEndOfAStream(_ status: Int) async throws {
        let reasons = Monitor<[LambdaStreamError?]>([])
        try await withLambda(Self.writer(reasons)) { lambda in
            let broken = try await lambda.invoke(2, faults: [.post(.status(status))])
            #expect(try await lambda.end() == .serviceFailed)
            #expect(broken.posts.map(\.operation) == ["response"])
            #expect(broken.answer?.isWhole == true)
            #expect(
                broken.lines == [
                    "FATAL \(Self.operation) returned status \(status). The service cannot go on "
                        + "with this process, which ends now."
                ]
            )
            Self.expectSameWords(reasons, broken.lines)
        }
    }

    @Test("500 in mid-stream: logged, and the worker goes on", arguments: [500, 503])
    func aSlotGoesOnAfterMidStream(_ status: Int) async throws {
        let reasons = Monitor<[LambdaStreamError?]>([])
        try await withLambda(Self.writer(reasons), options: Self.manySlots) { lambda in
            let broken = try await lambda.invoke(
                1_000_000_000,
                faults: [.post(.status(status).afterPieces(3))]
            )
            #expect(broken.posts.map(\.operation) == ["response"])
            #expect(
                broken.lines == [
                    "ERROR \(Self.operation) returned status \(status) before the response was "
                        + "whole. Expected 202. The rest of it is not sent."
                ]
            )
            Self.expectSameWords(reasons, broken.lines)
            try await Self.useEverySlot(lambda)
        }
    }

    @Test("500 at the end of a stream: logged, and the worker goes on", arguments: [500, 503])
    func aSlotGoesOnAfterTheEndOfAStream(_ status: Int) async throws {
        let reasons = Monitor<[LambdaStreamError?]>([])
        try await withLambda(Self.writer(reasons), options: Self.manySlots) { lambda in
            let broken = try await lambda.invoke(2, faults: [.post(.status(status))])
            #expect(broken.posts.map(\.operation) == ["response"])
            #expect(
                broken.lines == [
                    "ERROR \(Self.operation) returned status \(status). Expected 202. The answer is "
                        + "lost; the slot goes on."
                ]
            )
            Self.expectSameWords(reasons, broken.lines)
            try await Self.useEverySlot(lambda)
        }
    }

    /// The handler was told once, and in the words of the log.
    private static func expectSameWords(
        _ reasons: Monitor<[LambdaStreamError?]>,
        _ lines: [String]
    ) {
        let told = reasons.withLock { $0 }
        #expect(told.map(\.?.code) == [.interrupted])
        // Behind the level.
        #expect(lines.map { String($0.dropFirst(6)) } == told.map { $0?.description })
    }

    /// More invocations at once than slots, none of which the failure must have taken.
    private static func useEverySlot(_ lambda: TestLambda) async throws {
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<16 {
                group.addTask { try await lambda.invoke(2).text }
            }
            for try await text in group { #expect(text == "0\n1\n") }
        }
        let exit = try await lambda.end()
        #expect(exit == .ended)
    }
}
