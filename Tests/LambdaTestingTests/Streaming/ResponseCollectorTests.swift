import LambdaRuntime
import LambdaStreaming
import LambdaTesting
import Testing

/// A handler's streaming method, tested without a loop.
struct ResponseCollectorTests {
    struct OutOfPaper: Error {}

    struct Storyteller: LambdaStreamingHandler {
        func handle(
            _ words: [String],
            response: LambdaResponseStream,
            context: LambdaContext
        ) async throws {
            try response.setHead(
                LambdaHTTPResponseHead(
                    statusCode: 201,
                    headers: ["Content-Type": "text/plain"],
                    multiValueHeaders: ["X-Many": ["a", "b"]],
                    cookies: ["a=1"]
                )
            )
            for word in words {
                if word.isEmpty { throw OutOfPaper() }
                try await response.write(word)
            }
        }
    }

    @Test func collectsTheHeadAndThePieces() async throws {
        let response = try await Storyteller().response(to: ["Once", " upon"])
        #expect(response.contentType == "application/vnd.awslambda.http-integration-response")
        #expect(
            response.head
                == LambdaHTTPResponseHead(
                    statusCode: 201,
                    headers: ["Content-Type": "text/plain"],
                    multiValueHeaders: ["X-Many": ["a", "b"]],
                    cookies: ["a=1"]
                )
        )
        #expect(response.pieces == [Array("Once".utf8), Array(" upon".utf8)])
        #expect(response.text == "Once upon")
        #expect(response.isComplete)
    }

    @Test func keepsWhatWasWrittenBeforeAnError() async throws {
        let collector = ResponseCollector()
        await #expect(throws: OutOfPaper.self) {
            try await Storyteller()
                .handle(["Once", ""], response: collector.stream, context: .test())
        }
        #expect(collector.response.text == "Once")
        #expect(!collector.response.isComplete)
        await #expect(throws: OutOfPaper.self) { try await Storyteller().response(to: [""]) }
    }

    @Test func tellsOfEachPiece() async throws {
        let (pieces, piece) = AsyncStream.makeStream(of: [UInt8].self)
        let collector = ResponseCollector { piece.yield($0) }
        try await collector.stream.write("a")
        try await collector.stream.writeLine(encoding: ["b": 1])
        try await collector.stream.finish()
        piece.finish()
        var seen: [String] = []
        for await piece in pieces { seen.append(String(decoding: piece, as: UTF8.self)) }
        #expect(seen == ["a", "{\"b\":1}\n"])
        #expect(collector.response.isComplete)
        #expect(collector.response.contentType == "application/octet-stream")
        #expect(collector.response.head == nil)
    }

    @Test func nothingIsWrittenYet() {
        let response = ResponseCollector().response
        #expect(response.contentType == nil)
        #expect(response.pieces.isEmpty)
        #expect(!response.isComplete)
    }

    @Test func linesThatAreNoValuesAreRefused() async throws {
        let collector = ResponseCollector()
        try await collector.stream.write("1\n\n2\nx")
        #expect(throws: LambdaTestError.self) { try collector.response.lines(as: Int.self) }
        #expect(collector.response.text == "1\n\n2\nx")
    }

    @Test func aClosureThatStreamsIsInvoked() async throws {
        let words = {
            @Sendable (words: [String], response: LambdaResponseStream, _: LambdaContext) in
            for word in words { try await response.write(word) }
        }
        try await withLambda(words) { lambda in
            let invocation = try await lambda.invoke(["a", "b"])
            #expect(invocation.stream?.pieces == [[0x61], [0x62]])
            #expect(try invocation.text == "ab")
            #expect(invocation.answer?.isWhole == true)
            #expect(invocation.answer?.pieces.count == 2)
        }
    }
}
