import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct FunctionURLRequestTests {
    private struct Order: Codable, Equatable {
        let orderId: String
        let quantity: Int
    }

    @Test
    func readsARequest() throws {
        let request = try FunctionURLRequest(fixture: "function-url/get.json")
        let context = request.requestContext
        #expect(context.http.method == .get)
        #expect(request.rawPath == "/orders")
        #expect(context.accountID == "anonymous")
        #expect(context.authorizer == nil)
        #expect(context.timeEpoch == Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        #expect(context.timestamp == Timestamp(iso8601: "2026-03-01T12:00:00Z"))
        #expect(request.headers["User-Agent"] == "curl/8.7.1")
        #expect(request.queryValues(named: "tag") == ["gift", "a,b"])
        #expect(request.queryValues(named: "name") == ["Ada Lovelace"])
        #expect(request.cookie(named: "theme") == "dark")
        #expect(request.cookie(named: "none") == nil)
        #expect(request.body == nil)
    }

    @Test
    func readsWhoSignedTheRequest() throws {
        let request = try FunctionURLRequest(fixture: "function-url/iam.json")
        let iam = try #require(request.requestContext.authorizer?.iam)
        #expect(iam.principalOrgID == "o-exampleorg1")
        #expect(iam.user?.resourceType == "user")
        #expect(iam.user?.resourceID == "ada")
        let cloudFront = try FunctionURLRequest(fixture: "function-url/iam-cloudfront.json")
        #expect(cloudFront.requestContext.authorizer?.iam?.principalOrgID == nil)
        #expect(cloudFront.requestContext.authorizer?.iam?.accountID == "123456789012")
    }

    @Test
    func anIdentityMayBeEmpty() throws {
        let request = try FunctionURLRequest(fixture: "function-url/iam-empty.json")
        #expect(request.requestContext.authorizer?.iam == FunctionURLRequest.IAM())
    }

    @Test
    func theSampleOfTheGuideHasNoRoute() throws {
        let request = try FunctionURLRequest(fixture: "function-url/guide-sample.json")
        #expect(request.routeKey == "$default")
        #expect(request.requestContext.stage == "$default")
        #expect(request.requestContext.routeKey == nil)
        #expect(request.bodyText == "Hello from client!")
    }

    @Test
    func decodesBodies() throws {
        let json = try FunctionURLRequest(fixture: "function-url/post-json.json")
        #expect(try json.decodeBody() == Order(orderId: "order-1", quantity: 2))
        #expect(json.bodyForm == nil)

        let picture = try FunctionURLRequest(fixture: "function-url/post-base64.json")
        #expect(picture.bodyBytes?.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        #expect(picture.bodyText == nil)
        #expect(throws: DecodingError.self) { try picture.decodeBody(as: Order.self) }

        let form = try #require(
            FunctionURLRequest(fixture: "function-url/post-form.json").bodyForm
        )
        #expect(form["name"] == "Ada Lovelace")
        #expect(form.values(named: "tag") == ["gift", "red"])
    }

    @Test
    func aRequestWithoutABodyHasNoJSON() throws {
        let request = try FunctionURLRequest(fixture: "function-url/minimal.json")
        #expect(request.bodyBytes == nil)
        #expect(throws: DecodingError.self) { try request.decodeBody(as: Order.self) }
    }

    @Test
    func anEventOfAnotherServiceIsRefused() {
        for json in ["{}", #"{"version":"1.0","path":"/","httpMethod":"GET"}"#] {
            #expect(throws: DecodingError.self, "\(json)") {
                try LambdaJSONDecoder().decode(FunctionURLRequest.self, from: json)
            }
        }
    }
}

struct FunctionURLResponseTests {
    @Test
    func sendsTextJSONAndBytes() throws {
        let text = FunctionURLResponse.text("Hello", headers: ["Cache-Control": "no-store"])
        #expect(text.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(text.headers["Cache-Control"] == "no-store")

        let json = try FunctionURLResponse.json(["id": 1], statusCode: 201)
        #expect(json.statusCode == 201)
        #expect(json.headers["Content-Type"] == "application/json")
        #expect(json.body == #"{"id":1}"#)

        let picture = FunctionURLResponse(
            headers: ["Content-Type": "image/png"],
            bytes: [0x89, 0x50]
        )
        #expect(picture.isBase64Encoded)
        #expect(picture.body == "iVA=")
    }

    @Test
    func leavesOutWhatIsEmpty() throws {
        #expect(
            try LambdaJSONEncoder().encodeToString(FunctionURLResponse(statusCode: 204))
                == #"{"statusCode":204,"isBase64Encoded":false}"#
        )
    }
}
