#if LOCAL_RUNNING
import LambdaEmulator
import Testing

@testable import LambdaLocal

struct HTTPPreludeTests {
    static let head =
        #"{"statusCode":201,"headers":{"Content-Type":"text/plain"},"cookies":["a=1"]}"#
    static let separator = [UInt8](repeating: 0, count: 8)

    static let stream = Array(head.utf8) + separator + Array("Hi\0there".utf8)

    @Test func isReadFromPiecesOfAnySize() {
        for split in 0...Self.stream.count {
            var prelude = HTTPPrelude(service: .functionURL)
            var body: [UInt8] = []
            var reply: HTTPReply?
            for piece in [Array(Self.stream[..<split]), Array(Self.stream[split...])] {
                guard reply == nil else {
                    body += piece
                    continue
                }
                switch prelude.append(piece) {
                case .complete(let head, let rest): (reply, body) = (head, rest)
                case .needsMore: break
                case .failed: Issue.record("failed when split at \(split)")
                }
            }
            #expect(reply?.status == 201)
            #expect(reply?.values("content-type") == ["text/plain"])
            #expect(reply?.values("set-cookie") == ["a=1"])
            #expect(body == Array("Hi\0there".utf8))
        }
    }

    @Test func makesAResponseOfAnAnswerThatHasItWhole() throws {
        for service in [HTTPService.functionURL, .restAPI] {
            let reply = try HTTPFront(service).exchange(.make()).reply(
                to: .response(
                    body: Self.stream,
                    contentType: "application/vnd.awslambda.http-integration-response"
                )
            )
            #expect(reply.status == 201)
            #expect(reply.text == "Hi\0there")
        }
    }

    @Test func assumesStatus200() {
        var prelude = HTTPPrelude(service: .functionURL)
        guard
            case .complete(let reply, let rest) = prelude.append(Array("{}".utf8) + Self.separator)
        else {
            Issue.record("not complete")
            return
        }
        #expect(reply.status == 200)
        #expect(rest.isEmpty)
    }

    @Test(
        arguments: [
            (
                "{}",
                "The streamed answer has no head. Expected JSON with statusCode and headers, then eight NULs, then the body."
            ),
            (
                "{}\0\0\0\0\0\0\0",
                "The streamed answer has no head. Expected JSON with statusCode and headers, then eight NULs, then the body."
            ),
            (
                "{}\0\0\0\0x\0\0\0",
                "The streamed answer has no head. Expected JSON with statusCode and headers, then eight NULs, then the body."
            ),
            ("Hello\0\0\0\0\0\0\0\0", "The head of the streamed answer is not a JSON object."),
            ("{\"statusCode\":9}\0\0\0\0\0\0\0\0", "statusCode is 9. Expected 200 to 599."),
        ]
    )
    func isAFailureOfTheServiceWhereItIsNoHead(_ stream: String, _ note: String) throws {
        let reply = try HTTPFront(.functionURL).reply(
            stream,
            contentType: HTTPExchange.streamedType
        )
        #expect(reply.status == 502)
        #expect(reply.notes == [note])
    }

    @Test func isNotForServicesThatDoNotStream() throws {
        let reply = try HTTPFront(.httpAPI).reply("{}", contentType: HTTPExchange.streamedType)
        #expect(reply.status == 500)
        #expect(
            reply.notes == [
                "The function streams its response. Function URLs and REST APIs take that, an HTTP API "
                    + "of API Gateway does not."
            ]
        )
    }

    @Test func isNotReadForEver() {
        var prelude = HTTPPrelude(service: .functionURL)
        let piece = [UInt8](repeating: 0x20, count: 512 * 1024)
        guard case .needsMore = prelude.append(piece), case .needsMore = prelude.append(piece),
            case .failed = prelude.append([0x20])
        else {
            Issue.record("read on")
            return
        }
    }
}
#endif
