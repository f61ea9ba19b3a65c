import LambdaTransport
import Testing

@testable import LambdaRuntime

/// The head of a request, which is written into the room that is kept for it.
struct RequestHeadTests {
    @Test func theLongestHeadOfAStreamFits() throws {
        let host = String(repeating: "h", count: 253)
        let id = String(repeating: "i", count: RequestID.limit)
        let type = [UInt8](repeating: 0x74, count: RuntimeAPIRequest.contentTypeLimit)
        let storage = ContextStorage(
            [(.requestID, id), (.invocationID, id)],
            deadlineMilliseconds: 0,
            logger: .standard,
            function: FunctionDescription(
                name: nil,
                version: nil,
                memoryLimitMB: nil,
                logGroupName: nil,
                logStreamName: nil,
                region: nil,
                initializationType: nil
            )
        )
        let requests = RuntimeAPIRequest(endpoint: try Endpoint("\(host):65535"))
        var bytes: [UInt8] = []
        RuntimeAPIRequest.prepare(&bytes)
        bytes += Array("1\r\nx\r\n".utf8)
        let start = requests.stream(to: storage, contentType: type, in: &bytes)
        #expect(start > 0)
        #expect(
            String(decoding: bytes[start...], as: UTF8.self)
                == "POST /2018-06-01/runtime/invocation/\(id)/response HTTP/1.1\r\n"
                + "Host: \(host):65535\r\nLambda-Runtime-Invocation-Id: \(id)\r\n"
                + "Content-Type: \(String(repeating: "t", count: 128))\r\n"
                + "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
                + "Transfer-Encoding: chunked\r\n"
                + "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body"
                + "\r\n\r\n1\r\nx\r\n"
        )
    }
}
