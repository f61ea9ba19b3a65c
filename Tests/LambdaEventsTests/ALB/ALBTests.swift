import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct ALBRequestTests {
    private struct Order: Codable, Equatable {
        let orderId: String
        let quantity: Int
    }

    @Test
    func readsARequest() throws {
        let request = try ALBRequest(fixture: "alb/get.json")
        #expect(request.httpMethod == .get)
        #expect(request.path == "/orders")
        #expect(request.requestContext.elb.targetGroup.resourceType == "targetgroup")
        #expect(!request.usesMultiValueHeaders)
        #expect(request.header(named: "Accept") == "application/json")
        #expect(request.headerValues(named: "ACCEPT") == ["application/json"])
        #expect(request.headerValues(named: "Origin").isEmpty)
        #expect(request.queryValue(named: "page") == "2")
        #expect(request.queryValues(named: "none").isEmpty)
        #expect(request.cookie(named: "theme") == "dark")
        #expect(request.bodyBytes == [])
    }

    @Test
    func readsAllValues() throws {
        let request = try ALBRequest(fixture: "alb/multi-value.json")
        #expect(request.usesMultiValueHeaders)
        #expect(request.headers == nil)
        #expect(request.header(named: "Accept") == "text/plain")
        #expect(request.headerValues(named: "Accept") == ["application/json", "text/plain"])
        #expect(request.queryValues(named: "tag") == ["gift", "a,b"])
        #expect(request.queryValue(named: "tag") == "a,b")
        #expect(request.queryValue(named: "filter[name]") == "Ada Lovelace")
        #expect(request.cookie(named: "session") == "abc")
        #expect(request.cookie(named: "theme") == "dark")
        #expect(request.cookie(named: "none") == nil)
    }

    @Test
    func undoesTheEscapesOfTheQuery() throws {
        let request = try ALBRequest(fixture: "alb/get-escapes.json")
        #expect(request.path == "/caf%C3%A9%20menu")
        #expect(request.queryStringParameters?["filter%5Bname%5D"] == "Ada+Lovelace")
        #expect(request.queryValue(named: "filter[name]") == "Ada Lovelace")
        #expect(request.queryValue(named: "q") == "50% off")
        #expect(request.queryValue(named: "broken") == "100%")
    }

    @Test
    func aNameThatIsEscapedInTwoWaysIsOneParameter() {
        let request = ALBRequest(
            requestContext: ALBRequest.Context(elb: ALBRequest.ELB(targetGroupARN: "")),
            httpMethod: .get,
            path: "/",
            multiValueQueryStringParameters: ["a%62": ["2"], "ab": ["3"], "%61b": ["1"]]
        )
        #expect(request.queryValues(named: "ab") == ["1", "2", "3"])
        #expect(request.usesMultiValueHeaders)
    }

    @Test
    func aNullInAMapIsLeftOut() throws {
        let request = try LambdaJSONDecoder().decode(
            ALBRequest.self,
            from: """
                {"requestContext":{"elb":{"targetGroupArn":"arn"}},"httpMethod":"GET","path":"/",
                "queryStringParameters":{"a":"1","b":null},
                "multiValueQueryStringParameters":{"a":["1"],"b":null}}
                """
        )
        #expect(request.queryStringParameters == ["a": "1"])
        #expect(request.multiValueQueryStringParameters == ["a": ["1"]])
    }

    @Test(arguments: ["alb/health-check.json", "alb/health-check-multi-value.json"])
    func recognizesAHealthCheck(fixture: String) throws {
        #expect(try ALBRequest(fixture: fixture).isHealthCheck)
        #expect(try !ALBRequest(fixture: "alb/get.json").isHealthCheck)
    }

    @Test
    func decodesBodies() throws {
        let json = try ALBRequest(fixture: "alb/post-json.json")
        #expect(try json.decodeBody() == Order(orderId: "order-1", quantity: 2))
        #expect(json.bodyForm == nil)

        let picture = try ALBRequest(fixture: "alb/post-base64.json")
        #expect(picture.bodyBytes == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(picture.bodyText == nil)

        let form = try #require(ALBRequest(fixture: "alb/post-form.json").bodyForm)
        #expect(form["name"] == "Ada Lovelace")
        #expect(form.values(named: "tag") == ["gift", "red"])
        #expect(form["note"] == "50%")
    }

    @Test
    func aBodyThatIsNotBase64StillDecodes() throws {
        var request = try ALBRequest(fixture: "alb/post-base64.json")
        request.body = "not really Base64!"
        #expect(request.bodyBytes == nil)
        #expect(request.bodyText == nil)
        #expect(throws: DecodingError.self) { try request.decodeBody(as: Order.self) }
    }

    @Test
    func anEventOfAnotherServiceIsRefused() {
        for json in ["{}", #"{"requestContext":{},"httpMethod":"GET","path":"/"}"#] {
            #expect(throws: DecodingError.self, "\(json)") {
                try LambdaJSONDecoder().decode(ALBRequest.self, from: json)
            }
        }
    }
}

struct ALBResponseTests {
    @Test
    func answersWithOneValueForEachHeader() throws {
        let request = try ALBRequest(fixture: "alb/get.json")
        let response = ALBResponse.text("Hello", headers: ["X-Version": "2"]).matching(request)
        #expect(response.multiValueHeaders == nil)
        #expect(response.headers?["Content-Type"] == "text/plain; charset=utf-8")
        #expect(response.headers?["X-Version"] == "2")
        #expect(response.statusDescription == "200 OK")
    }

    @Test
    func answersWithAllValuesOfEachHeader() throws {
        let request = try ALBRequest(fixture: "alb/multi-value.json")
        var response = try ALBResponse.json(["id": 1], statusCode: 201)
        response.multiValueHeaders = ["Set-Cookie": ["a=1", "b=2"]]
        response = response.matching(request)
        #expect(response.headers == nil)
        #expect(
            response.multiValueHeaders == [
                "Set-Cookie": ["a=1", "b=2"], "Content-Type": ["application/json"],
            ]
        )
        #expect(response.statusDescription == "201 Created")
        #expect(response.body == #"{"id":1}"#)
    }

    /// A cookie can contain a comma, so cookies are never joined.
    @Test
    func joinsValuesButCookies() throws {
        let request = try ALBRequest(fixture: "alb/get.json")
        let response = ALBResponse(multiValueHeaders: [
            "Vary": ["Accept", "Origin"], "set-cookie": ["a=1", "b=2; Expires=Fri, 01 Jan 2027"],
        ])
        .matching(request)
        #expect(response.multiValueHeaders == nil)
        #expect(response.headers?["Vary"] == "Accept, Origin")
        #expect(
            try LambdaJSONEncoder().encodeToString(response.headers)
                == #"{"Vary":"Accept, Origin","Set-Cookie":"a=1","set-Cookie":"b=2; Expires=Fri, "#
                + #"01 Jan 2027"}"#
        )
        // And back.
        let multiple = try ALBRequest(fixture: "alb/multi-value.json")
        #expect(
            response.matching(multiple).multiValueHeaders?["Set-Cookie"]
                == ["a=1", "b=2; Expires=Fri, 01 Jan 2027"]
        )
    }

    /// Beyond the spellings of a name nothing is left out: the load balancer refuses the response.
    @Test(arguments: [512, 513])
    func losesNoCookie(_ count: Int) throws {
        let request = try ALBRequest(fixture: "alb/get.json")
        let cookies = (0..<count).map { "c\($0)=1" }
        let response = ALBResponse(multiValueHeaders: ["Set-Cookie": cookies]).matching(request)
        guard count <= 512 else {
            #expect(response.headers == nil)
            #expect(response.multiValueHeaders == ["Set-Cookie": cookies])
            return
        }
        #expect(response.multiValueHeaders == nil)
        let json = try LambdaJSONEncoder().encode(response)
        let headers = try LambdaJSONDecoder().decode(JSONValue.self, from: json)["headers"]
        let sent = try #require(headers?.objectValue)
        #expect(sent.values.compactMap(\.stringValue).sorted() == cookies.sorted())
    }

    @Test
    func matchingTwiceChangesNothing() throws {
        for fixture in ["alb/get.json", "alb/multi-value.json"] {
            let request = try ALBRequest(fixture: fixture)
            let once = ALBResponse.text("Hello").matching(request)
            #expect(once.matching(request) == once)
        }
    }

    /// The load balancer wants headers, even if there are none.
    @Test
    func alwaysHasHeaders() throws {
        #expect(
            try LambdaJSONEncoder().encodeToString(ALBResponse(statusCode: 204))
                == #"{"statusCode":204,"headers":{},"isBase64Encoded":false}"#
        )
        let multiple = try ALBRequest(fixture: "alb/multi-value-empty-query.json")
        #expect(
            try LambdaJSONEncoder().encodeToString(ALBResponse(statusCode: 204).matching(multiple))
                == #"{"statusCode":204,"multiValueHeaders":{},"isBase64Encoded":false}"#
        )
    }

    @Test
    func sendsBytesInBase64() {
        let response = ALBResponse(headers: ["Content-Type": "image/png"], bytes: [0x89, 0x50])
        #expect(response.body == "iVA=")
        #expect(response.isBase64Encoded)
    }

    @Test
    func knowsTheReasonsOfRFC9110() {
        #expect(ALBResponse.statusDescription(of: 404) == "404 Not Found")
        #expect(ALBResponse.statusDescription(of: 299) == nil)
        #expect(ALBResponse.text("", statusCode: 299).statusDescription == nil)
    }
}
