#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

/// HTTP clients of a served function.
@Suite(.blocking)
struct HTTPServingTests {
    static let answer =
        #"{"statusCode":201,"headers":{"Content-Type":"text/plain"},"cookies":["a=1","b=2"],"body":"Hi"}"#

    private func get(
        _ target: String,
        _ function: ServedFunctionUnderTest,
        method: String = "GET"
    ) throws -> ServedFunctionUnderTest.Client {
        let client = try function.connect()
        try client.send("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return client
    }

    @Test(
        arguments: [
            (HTTPService.httpAPI, #""rawPath":"/orders/7""#),
            (.restAPI, #""resource":"/{proxy+}""#),
            (.functionURL, #""accountId":"anonymous""#),
            (.loadBalancer(multiValue: false), #""queryStringParameters":{"x":"1"}"#),
            (.loadBalancer(multiValue: true), #""multiValueQueryStringParameters":{"x":["1"]}"#),
        ]
    )
    func turnsRequestsIntoEventsAndAnswersIntoResponses(
        _ service: HTTPService,
        _ member: String
    ) throws {
        var event = ""
        let function = try ServedFunctionUnderTest(front: HTTPFront(service)) {
            event = $0.body
            return .respond(#"{"statusCode":201,"body":"Hi"}"#)
        }
        let answer = try get("/orders/7?x=1", function).answer()
        #expect(answer.status == 201)
        #expect(answer.body == "Hi")
        #expect(event.hasPrefix("{"))
        #expect(event.split(separator: member, maxSplits: 1).count == 2, "\(event)")
    }

    @Test func sendsEveryCookie() throws {
        let function = try ServedFunctionUnderTest(front: HTTPFront(.httpAPI)) { _ in
            .respond(Self.answer)
        }
        let text = try get("/", function).receivedText()
        #expect(text.hasPrefix("HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\n"))
        #expect(text.split(separator: "\r\n").contains("Set-Cookie: a=1"))
        #expect(text.split(separator: "\r\n").contains("Set-Cookie: b=2"))
        #expect(text.hasSuffix("\r\nContent-Length: 2\r\n\r\nHi"))
    }

    @Test func sendsNoBodyToAHead() throws {
        let function = try ServedFunctionUnderTest(front: HTTPFront(.httpAPI)) { _ in
            .respond(Self.answer)
        }
        let text = try get("/", function, method: "HEAD").receivedText()
        #expect(text.hasSuffix("\r\nContent-Length: 2\r\n\r\n"))
    }

    @Test func tellsTheClientOfAFailureAsTheServiceDoes() throws {
        var acts: [ScriptedProcess.Act] = [
            .end(.signal(11)), .fail(#"{"errorType":"Sad","errorMessage":"No."}"#),
        ]
        let function = try ServedFunctionUnderTest(front: HTTPFront(.httpAPI)) { _ in
            acts.popLast() ?? .respond(Self.answer)
        }
        for status in [500, 500, 201] {
            let answer = try get("/", function).answer()
            #expect(answer.status == status)
            if status == 500 { #expect(answer.body == #"{"message":"Internal Server Error"}"#) }
        }
    }

    @Test func saysOnTheTerminalWhyAnAnswerIsNoResponse() throws {
        let function = try ServedFunctionUnderTest(front: HTTPFront(.restAPI)) { _ in
            .respond(#"{"status":200}"#)
        }
        #expect(try get("/", function).answer().status == 502)
        #expect(
            function.log.split(separator: "\n").contains(
                "The answer has no statusCode. A REST API of API Gateway expects an object with "
                    + "statusCode, headers, body and isBase64Encoded."
            )
        )
    }

    @Test func answersByItselfWhereThereIsNoRoute() throws {
        let routes = ["GET /orders/{id}"].compactMap { HTTPRoute($0) }
        let front = HTTPFront(.httpAPI, routes: routes)
        let function = try ServedFunctionUnderTest(front: front) { _ in .respond("1") }
        #expect(try get("/orders/7", function).answer().status == 200)
        #expect(try get("/customers", function).answer().status == 404)
        #expect(
            function.log.split(separator: "\n").contains(
                "No route takes this request. There are: GET /orders/{id}."
            )
        )
    }

    @Test func servesTheInvokeAPIBeside() throws {
        let function = try ServedFunctionUnderTest(front: HTTPFront(.httpAPI)) { .respond($0.body) }
        #expect(try function.invoke("7").body == "7")
    }

    @Test func servesNoOtherRequestsWithoutAService() throws {
        let function = try ServedFunctionUnderTest { _ in .respond("1") }
        #expect(try get("/orders/7", function).answer().status == 404)
    }

    // MARK: - What stands in front

    @Test(
        arguments: [
            (LocalCommand.Serve(), "APIGatewayRequest", HTTPService.restAPI),
            (.init(), "HTTPRequest", .httpAPI), (.init(), "S3Event", nil),
            (.init(http: .none), "APIGatewayRequest", nil),
            (.init(http: .service(.functionURL)), "JSONValue", .functionURL),
        ] as [(LocalCommand.Serve, String, HTTPService?)]
    )
    func isChosenOrGuessed(
        _ command: LocalCommand.Serve,
        _ eventType: String,
        _ service: HTTPService?
    ) throws {
        #expect(try HTTPFront(command, eventType: eventType)?.service == service)
    }

    @Test func hasRoutesOnlyIfItIsAnAPI() throws {
        var command = LocalCommand.Serve()
        command.routes = ["GET /orders"].compactMap { HTTPRoute($0) }
        #expect(try HTTPFront(command, eventType: "APIGatewayV2Request")?.routes == command.routes)
        #expect(
            throws: LocalFault.usage(
                "--route is for APIs of API Gateway, and here it is a load balancer. Add --http v2 or "
                    + "--http rest."
            )
        ) { try HTTPFront(command, eventType: "ALBRequest") }
        #expect(
            throws: LocalFault.usage(
                "--route is for APIs of API Gateway, and here is none. Add --http v2 or --http rest."
            )
        ) { try HTTPFront(command, eventType: "S3Event") }
    }
}
#endif
