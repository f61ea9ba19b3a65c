#if LOCAL_RUNNING
import LambdaEvents
import LambdaJSON
import Testing

@testable import LambdaLocal

/// Events of REST APIs.
struct FormatOneTests {
    let api = HTTPFront(.restAPI)

    @Test func saysWhatTheRequestIs() throws {
        let event: APIGatewayRequest = try api.event(.make("GET", "/orders/7?x=1"))
        #expect(event.version == nil)
        #expect(event.resource == "/{proxy+}")
        #expect(event.path == "/orders/7")
        #expect(event.httpMethod == .get)
        #expect(event.pathParameters == ["proxy": "orders/7"])
        #expect(event.queryStringParameters == ["x": "1"])
        #expect(event.multiValueQueryStringParameters == ["x": ["1"]])
        #expect(event.body == nil)
        #expect(!event.isBase64Encoded)
        let context = event.requestContext
        #expect(context.accountID == "123456789012")
        #expect(context.resourcePath == "/{proxy+}")
        #expect(context.httpMethod == .get)
        #expect(context.path == "/orders/7")
        #expect(context.protocol == "HTTP/1.1")
        #expect(context.stage == "local")
        #expect(context.domainName == "127.0.0.1")
        #expect(context.requestID == "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        #expect(context.extendedRequestID == "JKJaXmPLvHcESHA=")
        #expect(context.requestTime == "01/Mar/2026:12:00:00 +0000")
        #expect(context.requestTimeEpoch == Timestamp(millisecondsSinceEpoch: 1_772_366_400_250))
        #expect(context.identity.sourceIP == "127.0.0.1")
        #expect(context.identity.userAgent == "curl/8.7.1")
        #expect(context.identity.user == nil)
    }

    @Test func writesNullForWhatIsEmpty() throws {
        let event: JSONValue = try api.event(.make("GET", "/", [("Host", "localhost")]))
        for name in [
            "queryStringParameters", "multiValueQueryStringParameters", "pathParameters",
            "stageVariables", "body",
        ] {
            #expect(event[name] == JSONValue.null, "\(name)")
        }
        #expect(event["resource"] == "/")
        #expect(event["requestContext"]?["identity"]?["userAgent"] == JSONValue.null)
    }

    @Test func keepsTheCaseOfHeadersAndAllTheirValues() throws {
        let fields = [
            ("Host", "localhost"), ("X-Feature", "a"), ("content-length", "0"), ("x-feature", "b"),
            ("Cookie", "a=1; b=2"),
        ]
        let event: JSONValue = try api.event(.make("GET", "/", fields))
        #expect(
            event["headers"] == [
                "Host": "localhost", "X-Feature": "b", "Cookie": "a=1; b=2",
                "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Port": "9000",
                "X-Forwarded-Proto": "http",
                "X-Amzn-Trace-Id": "Root=1-69a42c80-0123456789abcdef01234567",
            ]
        )
        #expect(event["multiValueHeaders"]?["X-Feature"] == ["a", "b"])
        #expect(event["multiValueHeaders"]?["Host"] == ["localhost"])
    }

    @Test func keepsTheLastParameterAndAllOfThem() throws {
        let target = "/caf%C3%A9?tag=a%2Cb&tag=caf%C3%A9+noir&empty="
        let event: APIGatewayRequest = try api.event(.make("GET", target))
        #expect(event.queryStringParameters == ["tag": "café noir", "empty": ""])
        #expect(
            event.multiValueQueryStringParameters == ["tag": ["a,b", "café noir"], "empty": [""]]
        )
    }

    @Test func leavesTheEscapesOfThePath() throws {
        let event: APIGatewayRequest = try api.event(.make("GET", "/foo%25%2Fbar/a+b"))
        #expect(event.path == "/foo%25%2Fbar/a+b")
        #expect(event.pathParameters == ["proxy": "foo%25%2Fbar/a+b"])
    }

    @Test func takesTheResourceThatFits() throws {
        let api = HTTPFront(.restAPI, routes: ["ANY /orders/{id}"].compactMap { HTTPRoute($0) })
        let event: APIGatewayRequest = try api.event(.make("PUT", "/orders/a%20b/"))
        #expect(event.resource == "/orders/{id}")
        #expect(event.path == "/orders/a%20b/")
        #expect(event.pathParameters == ["id": "a%20b"])
        let refusal = try #require(api.refusal(.make("GET", "/customers")))
        #expect(refusal.status == 403)
        #expect(refusal.text == #"{"message":"Missing Authentication Token"}"#)
        #expect(refusal.notes == ["No route takes this request. There are: ANY /orders/{id}."])
    }

    @Test func sendsBytesInBase64AndSaysWhatThatTakes() throws {
        let form = [("Content-Type", "application/x-www-form-urlencoded")]
        let text = try api.exchange(.make("POST", "/", form, body: Array("a=1".utf8)))
        #expect(text.notes.isEmpty)
        let event = try LambdaJSONDecoder().decode(APIGatewayRequest.self, from: text.event)
        #expect(event.body == "a=1")
        let image = [("Content-Type", "image/png")]
        let binary = try api.exchange(.make("POST", "/", image, body: [0x89, 0x50]))
        #expect(
            binary.notes == [
                "The body is not UTF-8, so the event has it in Base64. A REST API does that only if its "
                    + "binary media types contain the content type of the request, and damages the body "
                    + "otherwise."
            ]
        )
        let request = try LambdaJSONDecoder().decode(APIGatewayRequest.self, from: binary.event)
        #expect(request.isBase64Encoded)
        #expect(request.bodyBytes == [0x89, 0x50])
    }
}
#endif
