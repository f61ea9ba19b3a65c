#if LOCAL_RUNNING
import LambdaEmulator
import LambdaEvents
import LambdaJSON
import Testing

@testable import LambdaLocal

/// Events of load balancers.
struct LoadBalancerTests {
    let single = HTTPFront(.loadBalancer(multiValue: false))
    let multiple = HTTPFront(.loadBalancer(multiValue: true))

    let request = ServerRequest.make(
        "GET",
        "/a%2Fb?tag=a%2Cb&tag=caf%C3%A9+noir&%6B=1",
        [("Host", "localhost:9000"), ("X-Feature", "a"), ("x-feature", "b"), ("Cookie", "a=1")]
    )

    @Test func saysWhatTheRequestIs() throws {
        let event: JSONValue = try single.event(request)
        #expect(
            event == [
                "requestContext": [
                    "elb": [
                        "targetGroupArn":
                            "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/local/0123456789abcdef"
                    ]
                ],
                "httpMethod": "GET",
                "path": "/a%2Fb",
                "queryStringParameters": ["tag": "caf%C3%A9+noir", "%6B": "1"],
                "headers": [
                    "host": "localhost:9000", "x-feature": "b", "cookie": "a=1",
                    "x-forwarded-for": "127.0.0.1", "x-forwarded-port": "9000",
                    "x-forwarded-proto": "http",
                    "x-amzn-trace-id": "Root=1-69a42c80-0123456789abcdef01234567",
                ],
                "body": "",
                "isBase64Encoded": false,
            ]
        )
        let model: ALBRequest = try single.event(request)
        #expect(!model.usesMultiValueHeaders)
        #expect(model.queryValue(named: "tag") == "café noir")
    }

    @Test func hasAllValuesWhereTheTargetGroupAsksForThem() throws {
        let event: JSONValue = try multiple.event(request)
        #expect(event["headers"] == nil)
        #expect(event["queryStringParameters"] == nil)
        #expect(event["multiValueHeaders"]?["x-feature"] == ["a", "b"])
        #expect(
            event["multiValueQueryStringParameters"] == [
                "tag": ["a%2Cb", "caf%C3%A9+noir"], "%6B": ["1"],
            ]
        )
        let model: ALBRequest = try multiple.event(request)
        #expect(model.usesMultiValueHeaders)
        #expect(model.queryValues(named: "tag") == ["a,b", "café noir"])
    }

    @Test func hasEmptyMapsForAnEmptyQuery() throws {
        let one: JSONValue = try single.event(.make())
        #expect(one["queryStringParameters"] == [:])
        let all: JSONValue = try multiple.event(.make())
        #expect(all["multiValueQueryStringParameters"] == [:])
    }

    @Test func sendsFormsAndBytesInBase64() throws {
        let form = [("Content-Type", "application/x-www-form-urlencoded")]
        let event: ALBRequest = try single.event(.make("POST", "/", form, body: Array("a=1".utf8)))
        #expect(event.isBase64Encoded)
        #expect(event.bodyForm?["a"] == "1")
        let json = [("Content-Type", "application/json"), ("Content-Length", "2")]
        let text: ALBRequest = try single.event(.make("POST", "/", json, body: Array("{}".utf8)))
        #expect(!text.isBase64Encoded)
        #expect(text.body == "{}")
        #expect(text.headers?["content-length"] == "2")
    }

    @Test func refusesBodiesOfMoreThanAMegabyte() throws {
        let largest = [UInt8](repeating: 0x41, count: 1024 * 1024)
        let type = [("Content-Type", "text/plain")]
        _ = try single.exchange(.make("POST", "/", type, body: largest))
        let refusal = single.refusal(.make("POST", "/", type, body: largest + [0x41]))
        #expect(refusal?.status == 413)
        #expect(
            refusal?.notes == [
                "The body is too large. A load balancer takes 1 MB for a function."
            ]
        )
    }

    @Test func refusesEventsThatLambdaWouldNotTake() {
        let body = [UInt8](repeating: 0, count: 5 * 1024 * 1024)
        let refusal = HTTPFront(.httpAPI).refusal(.make("POST", "/", body: body))
        #expect(refusal?.status == 413)
        #expect(
            refusal?.notes == [
                "The event is too large. Lambda takes 6 MB, in Base64 4.5 MB."
            ]
        )
    }
}
#endif
