#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

@Suite(.blocking)
struct ServedConnectionTests {
    private let path = "/2015-03-31/functions/Hello/invocations"

    @Test
    func keepsTheConnection() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let client = try function.connect()
        for number in 1...3 {
            try client.post(path, "\(number)")
            #expect(try client.answer().body == "\(number)")
        }
    }

    @Test
    func answersRequestsThatCameTogetherInTheirOrder() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let client = try function.connect()
        for number in 1...3 { try client.post(path, "\(number)") }
        #expect(try (1...3).map { _ in try client.answer().body } == ["1", "2", "3"])
    }

    @Test(arguments: [0, 100, 4_000_000])
    func answersAClientThatSendsNothingMore(_ size: Int) throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let client = try function.connect()
        let text = "\"" + String(repeating: "x", count: size) + "\""
        try client.post(path, text)
        client.finishSending()
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer.body == text)
        #expect(answer.headers["connection"] == "close")
        #expect(try client.receivedText().isEmpty)
    }

    @Test
    func answersAllThatAClientHasSentBeforeItSendsNothingMore() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let client = try function.connect()
        for number in 1...3 { try client.post(path, "\(number)") }
        try client.send("POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n4")
        client.finishSending()
        #expect(try (1...3).map { _ in try client.answer().body } == ["1", "2", "3"])
        #expect(try client.receivedText().isEmpty)
        #expect(function.log.contains("END RequestId"))
    }

    @Test
    func asksForABodyThatTheClientHoldsBack() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let client = try function.connect()
        try client.send(
            "POST \(path) HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n"
        )
        #expect(try client.receivedText() == "HTTP/1.1 100 Continue\r\n\r\n")
        try client.send("7")
        #expect(try client.answer().body == "7")
    }

    @Test
    func readsAChunkedBody() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let client = try function.connect()
        try client.send(
            "POST \(path) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\n[1\r\n3\r\n,2]\r\n0\r\n\r\n"
        )
        #expect(try client.answer().body == "[1,2]")
    }

    @Test(arguments: ["GET", "PUT", "DELETE", "OPTIONS"])
    func allowsNoOtherMethod(_ method: String) throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        let client = try function.connect()
        try client.send("\(method) \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
        let answer = try client.answer()
        #expect(answer.status == 405)
        #expect(answer.headers["allow"] == "POST")
    }

    @Test
    func refusesWebPages() throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        let answer = try function.invoke(headers: [
            "Origin: https://example.org", "Content-Type: text/plain",
        ])
        #expect(answer.status == 403)
        #expect(answer.headers["x-amzn-errortype"] == "AccessDeniedException")
        #expect(function.processes.isEmpty)
    }

    @Test
    func answersHEADWithoutABody() throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        let client = try function.connect()
        try client.send("HEAD \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
        let text = try client.receivedText()
        #expect(text.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
        #expect(text.contains("Content-Length: "))
        #expect(text.hasSuffix("\r\n\r\n"))
    }

    @Test
    func saysWhatIsServedWhereThePathIsAnother() throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        let client = try function.connect()
        try client.send("GET /2015-03-31/functions HTTP/1.1\r\nHost: x\r\n\r\n")
        let answer = try client.answer()
        #expect(answer.status == 404)
        #expect(answer.headers["x-amzn-errortype"] == "UnknownOperationException")
        #expect(answer.body.contains("POST /2015-03-31/functions/NAME/invocations"))
    }

    @Test
    func refusesWhatIsNoHTTP() throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        let client = try function.connect()
        try client.send("hello\r\n\r\n")
        #expect(try client.answer().status == 400)
    }

    @Test
    func saysThatAPortIsTaken() throws {
        let taken = try LocalServer()
        let message =
            "Port \(taken.port) of 127.0.0.1 is in use. Choose another with --port, or any free one "
            + "with --port 0."
        #expect(throws: LocalFault.system(message)) {
            _ = try LocalServer(LocalCommand.Serve(port: taken.port))
        }
    }

    @Test(arguments: ["example.org", "300.1.1.1", "192.0.2.1", ""])
    func saysThatAnAddressIsNotThisMachines(_ host: String) throws {
        let message =
            "--host is \"\(host)\". Expected an IP address of this machine, such as 127.0.0.1 for "
            + "itself alone, or 0.0.0.0 for every network."
        #expect(throws: LocalFault.usage(message)) {
            _ = try LocalServer(LocalCommand.Serve(host: host, port: 0))
        }
    }

    @Test
    func knowsTheNameOfThisMachine() throws {
        #expect(try LocalServer(LocalCommand.Serve(host: "localhost", port: 0)).port > 0)
    }

    @Test
    func saysHowToInvokeTheFunction() {
        let text = ServedFunction(name: "Hello").invitation(host: "::1", port: 9, service: .httpAPI)
        #expect(text.contains("Hello is served at http://[::1]:9, until"))
        #expect(text.contains("--endpoint-url http://[::1]:9 --region us-east-1"))
        #expect(text.contains("curl http://[::1]:9/2015-03-31/functions/Hello/invocations"))
        #expect(text.hasSuffix("\n  curl http://[::1]:9/    # through an HTTP API of API Gateway"))
    }
}
#endif
