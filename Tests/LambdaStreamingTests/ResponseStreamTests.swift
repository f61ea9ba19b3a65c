import LambdaHTTPShared
import LambdaRuntime
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaStreaming

/// A response in pieces, through the real loop: what goes over the wire, and when.
@Suite(.bothDrivers)
struct ResponseStreamTests {
    @Test func sendsThePiecesAsChunksInTheStreamingMode() async throws {
        let words = {
            @Sendable (words: [String], response: LambdaResponseStream, _: LambdaContext) in
            for word in words { try await response.write(word) }
        }
        try await withLambda(words) { lambda in
            let invocation = try await lambda.invoke(["Hello, ", "Anna", "!"])
            let post = try #require(invocation.answer)
            #expect(post.operation == "response")
            #expect(post.header("Lambda-Runtime-Function-Response-Mode") == "streaming")
            #expect(post.header("Transfer-Encoding") == "chunked")
            #expect(
                post.header("Trailer")
                    == "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body"
            )
            #expect(post.header("Content-Length") == nil)
            #expect(post.header(.contentType) == "application/octet-stream")
            #expect(post.trailers.isEmpty)
            let stream = try #require(invocation.stream)
            #expect(
                stream.pieces.map { String(decoding: $0, as: UTF8.self) } == [
                    "Hello, ", "Anna", "!",
                ]
            )
            #expect(stream.isComplete)
            #expect(try invocation.text == "Hello, Anna!")
            #expect(invocation.logs.isEmpty)
        }
    }

    @Test func aPieceArrivesBeforeTheNextIsWritten() async throws {
        let (arrivals, arrival) = AsyncStream.makeStream(of: [UInt8].self)
        let story = { @Sendable (count: Int, response: LambdaResponseStream, _: LambdaContext) in
            var arrivals = arrivals.makeAsyncIterator()
            for number in 0..<count {
                try await response.write("\(number)")
                // Without the piece on the wire this would wait until the test's limit.
                #expect(await arrivals.next() == Array("\(number)".utf8))
            }
        }
        try await withLambda(story) { lambda in
            let invocation = try await lambda.invoke(100) { arrival.yield($0) }
            #expect(invocation.stream?.pieces.count == 100)
        }
    }

    @Test func theHeadArrivesWithAFlush() async throws {
        let (arrivals, arrival) = AsyncStream.makeStream(of: [UInt8].self)
        let page = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try response.setHead(LambdaHTTPResponseHead(statusCode: 201))
            try await response.flush()
            var arrivals = arrivals.makeAsyncIterator()
            #expect(
                await arrivals.next() == Array(#"{"statusCode":201}"#.utf8)
                    + Array(repeating: 0, count: 8)
            )
            try await response.flush()
            try await response.write("body")
        }
        try await withLambda(page) { lambda in
            let stream = try #require(try await lambda.invoke(1) { arrival.yield($0) }.stream)
            #expect(stream.head == LambdaHTTPResponseHead(statusCode: 201))
            #expect(stream.text == "body")
        }
    }

    @Test func writesAnHTTPHeadInFrontOfTheBody() async throws {
        let head = LambdaHTTPResponseHead(
            statusCode: 418,
            headers: ["Content-Type": "text/html", "X-Quote": "\"\u{1}\n"],
            multiValueHeaders: ["X-Many": ["a", "b"]],
            cookies: ["a=1", "b=2; Secure"]
        )
        let page = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try response.setHead(head)
            try await response.write("<p>")
            try await response.write("Tea</p>")
        }
        try await withLambda(page) { lambda in
            let invocation = try await lambda.invoke(1)
            let post = try #require(invocation.answer)
            #expect(
                post.header(.contentType) == "application/vnd.awslambda.http-integration-response"
            )
            let prelude =
                #"{"statusCode":418,"headers":{"Content-Type":"text/html","X-Quote":"\"\u0001\n"},"#
                + #""multiValueHeaders":{"X-Many":["a","b"]},"cookies":["a=1","b=2; Secure"]}"#
                + "\0\0\0\0\0\0\0\0"
            #expect(post.text == prelude + "<p>Tea</p>")
            #expect(invocation.stream?.head == head)
            #expect(try invocation.text == "<p>Tea</p>")
        }
    }

    @Test func writesValuesAsJSONAndAsLines() async throws {
        let orders = { @Sendable (count: Int, response: LambdaResponseStream, _: LambdaContext) in
            try response.setContentType("application/x-ndjson")
            for number in 1...count {
                try await response.writeLine(encoding: Order(article: "pen", quantity: number))
            }
            try await response.write(encoding: Order(article: "ink", quantity: 1))
        }
        try await withLambda(orders) { lambda in
            let stream = try #require(try await lambda.invoke(2).stream)
            #expect(stream.contentType == "application/x-ndjson")
            #expect(
                stream.text == """
                    {"article":"pen","quantity":1}
                    {"article":"pen","quantity":2}
                    {"article":"ink","quantity":1}
                    """
            )
            #expect(
                try stream.lines(as: Order.self) == [
                    Order(article: "pen", quantity: 1), Order(article: "pen", quantity: 2),
                    Order(article: "ink", quantity: 1),
                ]
            )
        }
    }

    @Test func cutsALargePieceIntoChunks() async throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let blob = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write(bytes)
        }
        try await withLambda(blob) { lambda in
            let stream = try #require(try await lambda.invoke(1).stream)
            #expect(stream.pieces.map(\.count) == [65_536, 65_536, 65_536, 3_392])
            #expect(stream.body == bytes)
        }
    }

    @Test("background/streaming handler returns without writing")
    func aResponseWithoutPiecesIsEmpty() async throws {
        let nothing = { @Sendable (ends: Bool, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write("")
            if ends { try await response.finish() }
        }
        try await withLambda(nothing) { lambda in
            for ends in [false, true] {
                let invocation = try await lambda.invoke(ends)
                #expect(invocation.posts.count == 1)
                #expect(invocation.stream?.body == [])
                #expect(invocation.stream?.isComplete == true)
                #expect(invocation.logs.isEmpty)
            }
        }
    }

    @Test func echoesTheInvocationID() async throws {
        let hello = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write("hello")
        }
        try await withLambda(hello) { lambda in
            let invocation = try await lambda.invoke(
                1,
                faults: [.event(.header(.invocationID, "second-delivery"))]
            )
            #expect(invocation.answer?.header(.invocationID) == "second-delivery")
        }
    }

    @Test func goesOnWorkingAfterTheEnd() async throws {
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let story = { @Sendable (_: Int, response: LambdaResponseStream, context: LambdaContext) in
            try await response.write("The end.")
            try await response.finish()
            arrival.finish()
            for await _ in allowed {}
            context.logger.info("Sent the metrics")
        }
        try await withLambda(story) { lambda in
            async let invocation = lambda.invoke(1)
            for await _ in arrivals {}
            // Lambda has had the response before the handler went on.
            #expect(lambda.requests.last?.operation == "response")
            #expect(lambda.requests.last?.isWhole == true)
            allow.finish()
            // The invocation is over with the next poll, which comes after the work.
            let done = try await invocation
            #expect(done.logs.map(\.message) == ["Sent the metrics"])
            #expect(done.posts.count == 1)
        }
    }

    @Test func aSlowReaderHoldsTheHandlerBack() async throws {
        // More than the buffers of a loopback connection take. While the first piece has not been
        // taken by the test, the server reads nothing.
        let gate = Monitor(false)
        let written = Monitor(0)
        let blob = { @Sendable (count: Int, response: LambdaResponseStream, _: LambdaContext) in
            let piece = [UInt8](repeating: 1, count: 1 << 20)
            for _ in 0..<count {
                try await response.write(piece)
                written.withLock { $0 += 1 }
            }
        }
        try await withLambda(blob) { lambda in
            async let invocation = lambda.invoke(32) { _ in
                _ = gate.wait { $0 ? true : nil as Bool? }
            }
            // It comes to a standstill: a while without a further piece.
            var last = -1
            while true {
                let now = written.withLock { $0 }
                if now == last, now > 0 || lambda.requests.count > 0 { break }
                last = now
                try await Task.sleep(for: .milliseconds(200))
            }
            #expect(last < 32)
            gate.withLock { $0 = true }
            gate.signal()
            #expect(try await invocation.stream?.body.count == 32 << 20)
        }
    }

    @Test func thePollAfterAStreamUsesTheSameConnection() async throws {
        let hello = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write("hello")
        }
        try await withLambda(hello) { lambda in
            for _ in 0..<10 { try await lambda.invoke(1) }
            #expect(lambda.connections == 1)
            #expect(try await lambda.end() == .ended)
        }
    }

    @Test func theTypeOfAHandlerIsColdStarted() async throws {
        struct Storyteller: LambdaStreamingHandler {
            func handle(
                _ event: String,
                response: LambdaResponseStream,
                context: LambdaContext
            ) async throws {
                try await response.write(event)
            }
        }
        try await withLambda(Storyteller.self) { lambda in
            let invocation = try await lambda.invoke("Once")
            #expect(try invocation.text == "Once")
        }
        try await withLambda(Storyteller()) { lambda in
            let invocation = try await lambda.invoke("Once")
            #expect(try invocation.text == "Once")
        }
    }

    @Test @MainActor func aHandlerOfTheMainActorWrites() async throws {
        @MainActor struct Page: LambdaStreamingHandler {
            nonisolated init() {}

            func handle(
                _ event: Int,
                response: LambdaResponseStream,
                context: LambdaContext
            ) async throws {
                for number in 0..<event {
                    MainActor.assertIsolated()
                    try await response.write("\(number)")
                }
            }
        }
        try await withLambda(Page()) { lambda in
            let invocation = try await lambda.invoke(5)
            #expect(try invocation.text == "01234")
        }
    }
}
