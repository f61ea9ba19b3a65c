#if LOCAL_RUNNING
import LambdaEmulator
import LambdaJSON
import LambdaRuntime
import LambdaStreaming
import LambdaTransport
import Synchronization
import TestSupport
import Testing

/// The loop that runs on Lambda, against the API that answers it on a laptop.
@Suite(.blocking)
struct LoopAgainstEmulatorTests {
    @Test(arguments: [1, 2, 3000, 6_000_000])
    func answersEventsOfEverySize(_ size: Int) throws {
        let event = Array("\"".utf8) + [UInt8](repeating: 0x37, count: size) + Array("\"".utf8)
        let outcomes = try outcomes(of: [event, event]) { (event: [UInt8], _) in event }
        let expected = LocalOutcome.response(body: event, contentType: "application/octet-stream")
        #expect(outcomes == [expected, expected])
    }

    @Test
    func reportsWhatTheHandlerThrows() throws {
        struct NoSuchOrder: Error {}
        let outcomes = try outcomes(of: [Array("1".utf8)]) { (_: Int, _) -> Int in
            throw NoSuchOrder()
        }
        guard case .failure(let failure) = outcomes.first else {
            Issue.record("The invocation has not failed.")
            return
        }
        #expect(String(decoding: failure.body, as: UTF8.self).contains("NoSuchOrder"))
    }

    @Test
    func tellsTheHandlerWhatItIsInvokedWith() throws {
        let seen = Mutex<[String]>([])
        _ = try outcomes(of: [Array("1".utf8)]) { (_: Int, context) -> Int in
            seen.withLock { $0 = [context.requestID, context.invokedFunctionARN ?? ""] }
            return 1
        }
        #expect(seen.withLock { $0 } == ["0", LocalInvocation.functionARN(name: "function")])
    }

    @Test(arguments: [0, 1, 70_000, 7_000_000])
    func takesAResponseInPieces(_ size: Int) throws {
        let outcomes = try outcomes(of: [Array("1".utf8), Array("2".utf8)]) {
            StreamingFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encoder: LambdaJSONEncoder()
            ) { (_: Int, response, _) in
                try response.setContentType("text/plain")
                try await response.write([UInt8](repeating: 0x37, count: size))
                try await response.write("!")
            }
        }
        let body = [UInt8](repeating: 0x37, count: size) + Array("!".utf8)
        // Those who get it whole are shown the pieces put together.
        let expected = LocalOutcome.response(body: body, contentType: "text/plain")
        #expect(outcomes == [expected, expected])
    }

    @Test
    func takesAnErrorInTheMiddleOfAResponse() throws {
        struct OutOfPaper: Error {}
        let outcomes = try outcomes(of: [Array("1".utf8)]) {
            StreamingFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encoder: LambdaJSONEncoder()
            ) { (_: Int, response, _) in
                try await response.write("Once upon")
                throw OutOfPaper()
            }
        }
        guard case .failure(let failure) = outcomes.first else {
            Issue.record("The invocation has not failed.")
            return
        }
        #expect(failure.type == "Function.OutOfPaper")
        #expect(
            String(decoding: failure.body, as: UTF8.self)
                == #"{"errorMessage":"OutOfPaper()","errorType":"OutOfPaper","stackTrace":[]}"#
        )
    }

    /// Runs a handler over events until the API ends it, and gathers what was posted.
    private func outcomes<Event: Decodable & Sendable, Output: Encodable & Sendable>(
        of events: [[UInt8]],
        handler: @escaping @Sendable (Event, LambdaContext) async throws -> Output
    ) throws -> [LocalOutcome] {
        try outcomes(of: events) {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .encodable(LambdaJSONEncoder()),
                call: handler
            )
        }
    }

    /// Runs a function over events until the API ends it, and gathers what was posted.
    private func outcomes(
        of events: [[UInt8]],
        makeFunction: @escaping @Sendable () async throws -> any InvocableFunction
    ) throws -> [LocalOutcome] {
        let api = try LocalRuntimeAPI()
        for (index, event) in events.enumerated() {
            api.submit(LocalInvocation(event: event, requestID: "\(index)"))
        }
        let loop = InvocationLoop(
            endpoint: try Endpoint(api.endpoint),
            logger: LambdaLogger(sink: NoLog()),
            makeFunction: makeFunction
        )
        let ended = Ending()
        #expect(Thread.start { ended.set(loop.runOnThisThread()) } == 0)

        var outcomes: [LocalOutcome] = []
        var body: [UInt8] = []
        let limit = ContinuousClock.now + .seconds(60)
        while ended.value == nil, ContinuousClock.now < limit {
            for event in api.advance(atMost: .milliseconds(5)) {
                switch event {
                case .streamed(_, let piece): body += piece
                case .answered(_, .streamed(let contentType)):
                    outcomes.append(.response(body: body, contentType: contentType))
                    body = []
                case .answered(_, let outcome): outcomes.append(outcome)
                default: break
                }
            }
            if outcomes.count == events.count { api.end() }
        }
        #expect(ended.value == .ended)
        return outcomes
    }
}

/// How the loop ended, once it has.
private final class Ending: Sendable {
    private let exit = Mutex<InvocationLoop.Exit?>(nil)

    var value: InvocationLoop.Exit? { exit.withLock { $0 } }

    func set(_ value: InvocationLoop.Exit) { exit.withLock { $0 = value } }
}

private struct NoLog: LambdaLogSink {
    func write(_ record: LambdaLogger.Record) {}
}
#endif
