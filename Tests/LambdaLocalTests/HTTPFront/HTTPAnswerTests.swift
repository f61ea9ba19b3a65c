#if LOCAL_RUNNING
import LambdaEvents
import LambdaJSON
import Testing

@testable import LambdaEmulator
@testable import LambdaLocal

struct HTTPAnswerTests {
    static let complete = #"""
        {"statusCode":201,"headers":{"Content-Type":"text/html","X-A":"1"},"body":"<p>é</p>"}
        """#

    @Test(arguments: [
        HTTPService.httpAPI, .restAPI, .functionURL, .loadBalancer(multiValue: false),
    ])
    func becomesAResponse(_ service: HTTPService) throws {
        let reply = try HTTPFront(service).reply(Self.complete)
        #expect(reply.status == 201)
        #expect(reply.values("content-type") == ["text/html"])
        #expect(reply.values("x-a") == ["1"])
        #expect(reply.text == "<p>é</p>")
        #expect(reply.notes.isEmpty)
    }

    @Test(arguments: HTTPService.all)
    func takesWhatOurModelsSay(_ service: HTTPService) throws {
        let bytes: [UInt8] = [0x89, 0x50, 0xFF, 0x00]
        let headers: HTTPHeaders = ["Content-Type": "image/png"]
        let encoder = LambdaJSONEncoder()
        let answer =
            switch service {
            case .httpAPI:
                try encoder.encode(
                    APIGatewayV2Response(headers: headers, cookies: ["a=1", "b=2"], bytes: bytes)
                )
            case .functionURL:
                try encoder.encode(
                    FunctionURLResponse(headers: headers, cookies: ["a=1", "b=2"], bytes: bytes)
                )
            case .restAPI, .httpAPIInFormatOne:
                try encoder.encode(
                    APIGatewayResponse(
                        headers: headers,
                        multiValueHeaders: ["Set-Cookie": ["a=1", "b=2"]],
                        body: "iVD/AA==",
                        isBase64Encoded: true
                    )
                )
            case .loadBalancer:
                try encoder.encode(
                    ALBResponse(
                        multiValueHeaders: [
                            "Content-Type": ["image/png"], "Set-Cookie": ["a=1", "b=2"],
                        ],
                        body: "iVD/AA==",
                        isBase64Encoded: true
                    ).matching(HTTPFront(service).event(.make()))
                )
            }
        let reply = try HTTPFront(service).reply(String(decoding: answer, as: UTF8.self))
        #expect(reply.status == 200)
        #expect(reply.body == bytes)
        #expect(reply.values("content-type") == ["image/png"])
        #expect(reply.values("set-cookie") == ["a=1", "b=2"])
        #expect(reply.notes.isEmpty)
    }

    @Test(
        arguments: [
            (HTTPService.httpAPI, "text/plain; charset=utf-8"), (.restAPI, "application/json"),
            (.functionURL, "application/json"), (.loadBalancer(multiValue: false), nil),
        ] as [(HTTPService, String?)]
    )
    func hasTheTypeThatTheServiceChooses(_ service: HTTPService, _ type: String?) throws {
        let reply = try HTTPFront(service).reply(#"{"statusCode":200,"body":"Hi"}"#)
        #expect(reply.values("content-type").first == type)
        let empty = try HTTPFront(service).reply(#"{"statusCode":204}"#)
        #expect(empty.values("content-type") == [])
    }

    @Test(
        arguments: [
            (HTTPService.httpAPI, #""Hello!""#, "Hello!"),
            (.functionURL, #""Hello!""#, #""Hello!""#),
            (.httpAPI, #"{"message": "Hello!"}"#, #"{"message": "Hello!"}"#),
            (.functionURL, #"{"message": "Hello!"}"#, #"{"message": "Hello!"}"#),
            (.httpAPI, "[1, 2]", "[1, 2]"), (.functionURL, "null", "null"),
            (.httpAPI, "1.50", "1.50"),
            (.httpAPI, "", ""),
        ]
    )
    func isABodyWhereItHasNoStatus(
        _ service: HTTPService,
        _ answer: String,
        _ body: String
    ) throws {
        let reply = try HTTPFront(service).reply(answer)
        #expect(reply.status == 200)
        #expect(reply.values("content-type") == ["application/json"])
        #expect(reply.text == body)
        #expect(reply.notes.isEmpty)
    }

    @Test func isABodyWhereItIsNotJSON() throws {
        let reply = try HTTPFront(.httpAPI).reply("Hello")
        #expect(reply.status == 200)
        #expect(reply.text == "Hello")
        #expect(
            reply.notes == [
                "The answer is not JSON. It is sent as the body of a response with status 200, of the "
                    + "type application/json."
            ]
        )
    }

    @Test(
        arguments: [
            (
                HTTPService.httpAPI, 500, "application/json",
                #"{"message":"Internal Server Error"}"#
            ),
            (.restAPI, 502, "application/json", #"{"message": "Internal server error"}"#),
            (.functionURL, 502, "application/json", "Internal Server Error"),
        ]
    )
    func failuresAreToldAsTheServiceTellsThem(
        _ service: HTTPService,
        _ status: Int,
        _ type: String,
        _ body: String
    ) throws {
        let failure = FunctionFailure(type: "Function.Error", body: Array("{}".utf8))
        let exchange = try HTTPFront(service).exchange(.make())
        for reply in [exchange.reply(to: .failure(failure)), exchange.failure] {
            #expect(reply.status == status)
            #expect(reply.values("content-type") == [type])
            #expect(reply.text == body)
        }
    }

    @Test func aLoadBalancerTellsFailuresInAPage() throws {
        let reply = try HTTPFront(.loadBalancer(multiValue: false)).exchange(.make()).failure
        #expect(reply.status == 502)
        #expect(reply.values("content-type") == ["text/html"])
        #expect(reply.values("server") == ["awselb/2.0"])
        #expect(reply.text.hasPrefix("<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"))
    }

    @Test(
        arguments: [
            (
                HTTPService.restAPI, "Hello",
                "The answer is not JSON. A REST API of API Gateway expects an object with statusCode, "
                    + "headers, body and isBase64Encoded."
            ),
            (
                .restAPI, #""Hello""#,
                "The answer is a string. A REST API of API Gateway expects an object with statusCode, "
                    + "headers, body and isBase64Encoded."
            ),
            (
                .loadBalancer(multiValue: true), "{}",
                "The answer has no statusCode. A load balancer with multi-value headers expects an "
                    + "object with statusCode, multiValueHeaders, body and isBase64Encoded."
            ),
            (
                .restAPI, #"{"statusCode":200,"cookies":["a=1"]}"#,
                "The answer has a member \"cookies\". A REST API refuses members other than statusCode, "
                    + "headers, multiValueHeaders, body and isBase64Encoded."
            ),
            (
                .httpAPI, #"{"statusCode":"OK"}"#,
                "statusCode is a string. Expected a whole number."
            ),
            (
                .httpAPI, #"{"statusCode":200.5}"#,
                "statusCode is a number. Expected a whole number."
            ),
            (.httpAPI, #"{"statusCode":null}"#, "statusCode is null. Expected a whole number."),
            (.httpAPI, #"{"statusCode":0}"#, "statusCode is 0. Expected 200 to 599."),
            (.restAPI, #"{"statusCode":101}"#, "statusCode is 101. Expected 200 to 599."),
            (.functionURL, #"{"statusCode":600}"#, "statusCode is 600. Expected 200 to 599."),
            (
                .functionURL, #"{"statusCode":99999999999999999999}"#,
                "statusCode is a number. Expected a whole number."
            ),
            (
                .functionURL, #"{"statusCode":200,"body":{"a":1}}"#,
                "body is an object. Expected a string."
            ),
            (
                .httpAPI, #"{"statusCode":200,"body":"é","isBase64Encoded":true}"#,
                "body is not Base64, though isBase64Encoded is true."
            ),
            (
                .httpAPI, #"{"statusCode":200,"isBase64Encoded":"true"}"#,
                "isBase64Encoded is a string. Expected a Boolean."
            ),
            (
                .loadBalancer(multiValue: false), #"{"statusCode":200,"body":null}"#,
                "body is null. A load balancer expects a string, or no such member."
            ),
            (
                .httpAPI, #"{"statusCode":200,"headers":[]}"#,
                "headers is an array. Expected an object."
            ),
            (
                .httpAPI, #"{"statusCode":200,"headers":{"X-A":["1"]}}"#,
                "The header \"X-A\" in headers is an array. Expected a string."
            ),
            (
                .restAPI, #"{"statusCode":200,"multiValueHeaders":{"X-A":"1"}}"#,
                "The header \"X-A\" in multiValueHeaders is a string. Expected an array of strings."
            ),
            (
                .httpAPI, #"{"statusCode":200,"cookies":"a=1"}"#,
                "cookies is a string. Expected an array of strings."
            ),
            (
                .loadBalancer(multiValue: true), #"{"statusCode":200,"headers":{"X-A":"1"}}"#,
                "The answer has headers. A load balancer whose target group has multi-value headers "
                    + "enabled expects multiValueHeaders."
            ),
            (
                .loadBalancer(multiValue: false),
                #"{"statusCode":200,"multiValueHeaders":{"X-A":["1"]}}"#,
                "The answer has multiValueHeaders. A load balancer whose target group has multi-value "
                    + "headers disabled expects headers."
            ),
        ] as [(HTTPService, String, String)]
    )
    func isAFailureOfTheServiceWhereItIsNoResponse(
        _ service: HTTPService,
        _ answer: String,
        _ note: String
    ) throws {
        let front = HTTPFront(service)
        let reply = try front.reply(answer)
        #expect(reply.status == (try front.exchange(.make()).failure.status))
        #expect(reply.notes == [note])
    }

    @Test(
        arguments: [
            #"{"statusCode":200,"headers":{"X-A":"1\r\nSet-Cookie: a=1"}}"#,
            #"{"statusCode":200,"headers":{"X-A":"1\nX-B: 2"}}"#,
            #"{"statusCode":200,"headers":{"X-A":"\u0000"}}"#,
            #"{"statusCode":200,"headers":{"X-A\r\nX-B":"1"}}"#,
            #"{"statusCode":200,"headers":{"X-A: 1\r\nX-B":"1"}}"#,
            #"{"statusCode":200,"headers":{"":"1"}}"#,
            #"{"statusCode":200,"headers":{"X A":"1"}}"#,
            #"{"statusCode":200,"headers":{"X-Ä":"1"}}"#,
            #"{"statusCode":200,"cookies":["a=1\r\nX-B: 2"]}"#,
            #"{"statusCode":200,"multiValueHeaders":{"X-A":["1","2\r\n\r\n<p>"]}}"#,
        ]
    )
    func neverSplitsTheResponse(_ answer: String) throws {
        for service in HTTPService.all {
            // A service that does not read the member at hand has nothing to refuse.
            let reply = try HTTPFront(service).reply(answer)
            for field in reply.fields {
                #expect(!(field.name + field.value).utf8.contains { $0 < 0x20 })
            }
            let message = reply.answer.message()
            let lines = String(decoding: message, as: UTF8.self).split(separator: "\r\n")
            #expect(!lines.contains { $0.hasPrefix("X-B") || $0 == "Set-Cookie: a=1" })
            #expect(!reply.notes.joined().utf8.contains { $0 < 0x20 })
        }
    }

    @Test func mergesBothKindsOfHeadersOfARESTAPI() throws {
        let reply = try HTTPFront(.restAPI).reply(
            #"""
            {"statusCode":"200","headers":{"x-both":"a","X-One":1,"X-True":true},
             "multiValueHeaders":{"X-Both":["a","b"],"X-Many":["c","d"]}}
            """#
        )
        #expect(reply.status == 200)
        #expect(reply.values("x-both") == ["a", "b"])
        #expect(reply.values("x-many") == ["c", "d"])
        #expect(reply.values("x-one") == ["1"])
        #expect(reply.values("x-true") == ["true"])
    }

    @Test func renamesWhatARESTAPIKeepsForItself() throws {
        let answer = #"""
            {"statusCode":401,"headers":{"WWW-Authenticate":"Basic","Date":"x","Content-Length":"9"}}
            """#
        let rest = try HTTPFront(.restAPI).reply(answer)
        #expect(rest.values("www-authenticate") == [])
        #expect(rest.values("x-amzn-remapped-www-authenticate") == ["Basic"])
        #expect(rest.values("x-amzn-remapped-content-length") == ["9"])
        let http = try HTTPFront(.httpAPI).reply(answer)
        #expect(http.values("www-authenticate") == ["Basic"])
        #expect(http.values("content-length") == [])
    }

    @Test(arguments: HTTPService.all)
    func framesTheMessageItself(_ service: HTTPService) throws {
        let reply = try HTTPFront(service).reply(
            #"""
            {"statusCode":200,"headers":{"Transfer-Encoding":"chunked","Keep-Alive":"1","Upgrade":"x"},
             "multiValueHeaders":{"Transfer-Encoding":["chunked"]}}
            """#
        )
        for name in ["transfer-encoding", "keep-alive", "upgrade", "connection"] {
            #expect(reply.values(name) == [])
        }
    }

    @Test func saysWhatIsLeftOut() throws {
        let v2 = try HTTPFront(.httpAPI).reply(
            #"{"statusCode":200,"multiValueHeaders":{"X-A":["1"]}}"#
        )
        #expect(v2.values("x-a") == [])
        #expect(
            v2.notes == [
                "multiValueHeaders is left out: it belongs to REST APIs and load balancers. Join the "
                    + "values with commas in headers, and set cookies through cookies."
            ]
        )
        let balancer = HTTPFront(.loadBalancer(multiValue: false))
        let reply = try balancer.reply(#"{"statusCode":200,"cookies":["a=1"]}"#)
        #expect(
            reply.notes == [
                "cookies is left out: a load balancer takes cookies as Set-Cookie in headers."
            ]
        )
    }

    @Test func aLoadBalancerTakesAMegabyte() throws {
        let front = HTTPFront(.loadBalancer(multiValue: false))
        let filler = String(repeating: "a", count: 1024 * 1024)
        let reply = try front.reply(#"{"statusCode":200,"body":"\#(filler)"}"#)
        #expect(reply.status == 502)
        #expect(
            reply.notes == [
                "The answer has 1048604 bytes. A load balancer takes at most 1,048,576."
            ]
        )
    }

    @Test func namesTheCall() throws {
        #expect(
            try HTTPFront(.httpAPI).reply("1").values("apigw-requestid") == ["JKJaXmPLvHcESHA="]
        )
        let id = ["8476a536-e9f4-11e8-9739-2dfe598c3fcd"]
        #expect(try HTTPFront(.functionURL).reply("1").values("x-amzn-requestid") == id)
        #expect(try HTTPFront(.restAPI).reply("1").values("x-amzn-requestid") == id)
    }
}
#endif
