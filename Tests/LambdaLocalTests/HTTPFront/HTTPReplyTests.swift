#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

struct HTTPReplyTests {
    private func message(
        _ reply: HTTPReply,
        isHead: Bool = false,
        closing: Bool = false,
        framing: HTTPReply.Framing = .length
    ) -> String {
        let bytes = reply.message(isHead: isHead, closing: closing, framing: framing)
        return String(decoding: bytes, as: UTF8.self)
    }

    let reply = HTTPReply(status: 200, fields: [("X-A", "1")], body: Array("Hi".utf8))

    @Test func hasALengthAndABody() {
        #expect(message(reply) == "HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 2\r\n\r\nHi")
        #expect(
            message(reply, closing: true)
                == "HTTP/1.1 200 OK\r\nX-A: 1\r\nConnection: close\r\nContent-Length: 2\r\n\r\nHi"
        )
    }

    @Test func hasNoBodyForAHead() {
        #expect(
            message(reply, isHead: true)
                == "HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 2\r\n\r\n"
        )
    }

    @Test(arguments: [(204, "No Content"), (304, "Not Modified")])
    func hasNeitherWhereTheStatusRulesItOut(_ status: Int, _ reason: String) {
        let reply = HTTPReply(status: status, body: Array("Hi".utf8))
        #expect(message(reply) == "HTTP/1.1 \(status) \(reason)\r\n\r\n")
        #expect(message(reply, framing: .chunked) == "HTTP/1.1 \(status) \(reason)\r\n\r\n")
    }

    @Test func hasAnEmptyBody() {
        #expect(
            message(HTTPReply(status: 299)) == "HTTP/1.1 299 \r\nContent-Length: 0\r\n\r\n"
        )
    }

    @Test func leavesABodyThatIsStreamedToOthers() {
        #expect(
            message(reply, framing: .chunked)
                == "HTTP/1.1 200 OK\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        #expect(
            message(reply, framing: .untilClose)
                == "HTTP/1.1 200 OK\r\nX-A: 1\r\nConnection: close\r\n\r\n"
        )
    }
}
#endif
