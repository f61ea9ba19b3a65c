#if LOCAL_RUNNING
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaEmulator

/// Responses that a function posts in pieces.
@Suite(.blocking)
struct StreamedResponseTests {
    private let head =
        "POST /2018-06-01/runtime/invocation/8476a536/response HTTP/1.1\r\nHost: x\r\n"
        + "lambda-runtime-function-response-mode: Streaming\r\nContent-Type: text/plain\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n"

    private func peer(_ api: LocalRuntimeAPI) throws -> RuntimeAPIPeer {
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        return peer
    }

    private func text(of events: [RuntimeAPIEvent]) -> String {
        var bytes: [UInt8] = []
        for case .streamed(_, let piece) in events { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func handsOverPiecesAsTheyCome() throws {
        let peer = try peer(LocalRuntimeAPI())
        try peer.send(head)
        #expect(
            peer.events.last == .streamBegan(requestID: "8476a536", contentType: "text/plain")
        )
        for piece in ["Once", " upon", " a time"] {
            try peer.send("\(piece.utf8.count)\r\n\(piece)\r\n")
            #expect(
                peer.events.last == .streamed(requestID: "8476a536", piece: Array(piece.utf8))
            )
        }
        try peer.send("0\r\n\r\n")
        let outcome = LocalOutcome.streamed(contentType: "text/plain")
        #expect(peer.events.last == .answered(requestID: "8476a536", outcome))
        #expect(try peer.answer()?.status == 202)
    }

    @Test func handsOverAPieceThatComesWithTheHead() throws {
        let peer = try peer(LocalRuntimeAPI())
        try peer.send(head + "4\r\nOnce\r\n")
        #expect(text(of: peer.events) == "Once")
    }

    @Test func readsAResponseHoweverItIsSplit() throws {
        let rest = "4\r\nOnce\r\n5;a=b\r\n upon\r\n0\r\nX: y\r\n\r\n"
        let message = Array((head + rest).utf8)
        for split in 0...message.count {
            let peer = try peer(LocalRuntimeAPI())
            try peer.send(Array(message[..<split]))
            try peer.send(Array(message[split...]))
            #expect(text(of: peer.events) == "Once upon", "split at \(split)")
            #expect(try peer.answer()?.status == 202, "split at \(split)")
        }
    }

    @Test func takesAResponseOfAnnouncedLength() throws {
        let peer = try peer(LocalRuntimeAPI())
        try peer.send(
            "POST /2018-06-01/runtime/invocation/8476a536/response HTTP/1.1\r\nHost: x\r\n"
                + "Lambda-Runtime-Function-Response-Mode: streaming\r\nContent-Length: 4\r\n\r\nOn"
        )
        #expect(text(of: peer.events) == "On")
        try peer.send("ce")
        #expect(text(of: peer.events) == "Once")
        #expect(try peer.answer()?.status == 202)
    }

    @Test func tellsTheErrorOfTheTrailers() throws {
        let peer = try peer(LocalRuntimeAPI())
        try peer.send(
            head + "4\r\nOnce\r\n0\r\nLambda-Runtime-Function-Error-Type: Function.Sad\r\n"
                + "Lambda-Runtime-Function-Error-Body: e30=\r\n\r\n"
        )
        let failure = FunctionFailure(type: "Function.Sad", body: Array("{}".utf8))
        #expect(peer.events.last == .answered(requestID: "8476a536", .failure(failure)))
        #expect(try peer.answer()?.status == 202)
    }

    @Test func endsAResponseWhoseConnectionEnds() throws {
        let api = try LocalRuntimeAPI()
        var peer = Optional(try peer(api))
        try peer?.send(head + "4\r\nOnce\r\n3\r\n up")
        peer = nil
        let events = api.advance(atMost: .seconds(60))
        #expect(events == [.answered(requestID: "8476a536", .truncated), .disconnected])
        // The function may go on over another connection.
        let next = try RuntimeAPIPeer(api)
        api.submit(.make("7", id: "other"))
        #expect(try next.request("GET", "invocation/next").body == "7")
    }

    @Test func refusesAResponseThatGrowsTooLarge() throws {
        let peer = try peer(LocalRuntimeAPI(largestStream: 9))
        try peer.send(head + "4\r\nOnce\r\n5\r\n upon\r\n")
        #expect(text(of: peer.events) == "Once upon")
        try peer.send("2\r\n a\r\n")
        guard case .answered(_, .failure(let failure)) = peer.events.last else {
            Issue.record("The invocation is not answered.")
            return
        }
        #expect(failure.type == "Function.ResponseSizeTooLarge")
        // It goes on writing, and gets its answer in the end.
        try peer.send("5\r\n time\r\n0\r\n\r\n")
        let answer = try peer.answer()
        #expect(answer?.status == 413)
        #expect(answer?.keepsAlive == false)
    }

    @Test func refusesAResponseToAnotherInvocation() throws {
        let peer = try RuntimeAPIPeer(LocalRuntimeAPI())
        try peer.send(head + "4\r\nOnce\r\n0\r\n\r\n")
        #expect(try peer.answer()?.status == 400)
        #expect(peer.events.isEmpty)
    }

    @Test func refusesASecondResponseBesideTheFirst() throws {
        let api = try LocalRuntimeAPI()
        let first = try peer(api)
        try first.send(head + "4\r\nOnce\r\n")
        let second = try RuntimeAPIPeer(api)
        try second.send(head + "4\r\nOnce\r\n0\r\n\r\n")
        // It arrives first, and is the answer then: the other one is no longer wanted.
        #expect(try second.answer()?.status == 202)
        try first.send("0\r\n\r\n")
        #expect(try first.answer()?.status == 403)
    }

    @Test func letsTheFunctionWaitWhereNobodyTakesThePieces() throws {
        let api = try LocalRuntimeAPI()
        let peer = try peer(api)
        try peer.send(head)
        api.holdsStreams = true
        try peer.send("4\r\nOnce\r\n")
        #expect(text(of: peer.events) == "")
        api.holdsStreams = false
        peer.advance()
        #expect(text(of: peer.events) == "Once")
    }

    @Test(arguments: [1, 10, 70_000, 3_000_000])
    func keepsNothingOfWhatItHasHandedOver(_ chunk: Int) throws {
        let api = try LocalRuntimeAPI()
        let peer = try peer(api)
        try peer.send(head)
        let piece = [UInt8](repeating: 0x37, count: chunk)
        let message = Array("\(String(chunk, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8)
        var many: [UInt8] = []
        while many.count < 8192 { many += message }
        let count = many.count / message.count
        var total = 0
        for _ in 0..<max(2, 9_000_000 / many.count) {
            try peer.send(many)
            total += count * chunk
        }
        try peer.send("0\r\n\r\n")
        #expect(try peer.answer()?.status == 202)
        var pieces: [Int] = []
        for case .streamed(_, let piece) in peer.events { pieces.append(piece.count) }
        #expect(pieces.reduce(0, +) == total)
        #expect(pieces.max() ?? 0 <= 256 * 1024)
    }
}
#endif
