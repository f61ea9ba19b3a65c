import AWSSigning
import ObjectStores
import Testing
import Web

struct S3ObjectStoreTests {
    private func store(
        _ service: ScriptedS3,
        _ endpoint: S3Endpoint = .region("eu-central-1")
    ) -> S3ObjectStore {
        S3ObjectStore(
            client: service,
            signer: RequestSigner(
                AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret"),
                region: "eu-central-1",
                service: "s3"
            ),
            endpoint: endpoint,
            now: { SigningTime(secondsSinceEpoch: 1_440_938_160) }
        )
    }

    @Test
    func readsAnObject() async throws {
        let service = ScriptedS3(status: 206, body: [1, 2, 3])
        let content = try await store(service).object("2026/Café 1+1.bmp", in: "photos", upTo: 3)
        #expect(content == [1, 2, 3])
        let request = try #require(await service.requests.first)
        #expect(request.method == "GET")
        #expect(
            request.url
                == "https://photos.s3.eu-central-1.amazonaws.com/2026/Caf%C3%A9%201%2B1.bmp"
        )
        #expect(request.headers["range"] == "bytes=0-3")
        #expect(request.headers["x-amz-date"] == "20150830T123600Z")
        #expect(request.headers["authorization"]?.hasPrefix("AWS4-HMAC-SHA256 ") == true)
    }

    @Test
    func storesAnObject() async throws {
        let service = ScriptedS3(status: 200)
        try await store(service).put([1, 2], as: "a b", in: "photos", contentType: "image/bmp")
        let request = try #require(await service.requests.first)
        #expect(request.method == "PUT")
        #expect(request.path == "/a%20b")
        #expect(request.headers["content-type"] == "image/bmp")
        #expect(request.body == [1, 2])
    }

    @Test
    func knowsAnObjectThatIsNotThere() async throws {
        let service = ScriptedS3(status: 404, error: "NoSuchKey")
        #expect(try await store(service).object("a", in: "photos", upTo: 3) == nil)
    }

    @Test
    func readsAnObjectWithoutContent() async throws {
        let service = ScriptedS3(status: 416, error: "InvalidRange")
        #expect(try await store(service).object("a", in: "photos", upTo: 3) == [])
    }

    @Test
    func refusesAnObjectThatIsTooLarge() async throws {
        let service = ScriptedS3(status: 206, body: [1, 2, 3, 4])
        let error = await #expect(throws: ObjectStoreError.self) {
            try await store(service).object("a", in: "photos", upTo: 3)
        }
        #expect(error?.kind == .tooLarge)
    }

    @Test(arguments: [
        (404, "NoSuchBucket", "GET of an object returned status 404 (NoSuchBucket). Expected 200."),
        (403, "AccessDenied", "GET of an object returned status 403 (AccessDenied). Expected 200."),
        (503, nil, "GET of an object returned status 503. Expected 200."),
    ])
    func saysWhatS3Says(status: Int, code: String?, message: String) async throws {
        let service = ScriptedS3(status: status, error: code)
        let error = await #expect(throws: ObjectStoreError.self) {
            try await store(service).object("a", in: "photos", upTo: 3)
        }
        #expect(error == ObjectStoreError(.failed, message))
    }

    @Test(arguments: ["<Code>", "<Code", "<", "<Code></Code>", "no XML"])
    func takesAnyBodyOfAnError(body: String) async throws {
        let service = ScriptedS3(status: 500, body: Array(body.utf8))
        let error = await #expect(throws: ObjectStoreError.self) {
            try await store(service).put([1], as: "a", in: "photos", contentType: "text/plain")
        }
        #expect(error?.description == "PUT of an object returned status 500. Expected 200.")
    }

    @Test(arguments: ["../a", "a/./b", ".."])
    func refusesAKeyThatAURLWouldFold(key: String) async throws {
        let service = ScriptedS3(status: 200)
        let error = await #expect(throws: ObjectStoreError.self) {
            try await store(service).object(key, in: "photos", upTo: 3)
        }
        #expect(error?.kind == .invalidKey)
        #expect(await service.requests.isEmpty)
    }

    @Test(arguments: [
        (
            S3Endpoint.region("eu-central-1"), "photos",
            "https://photos.s3.eu-central-1.amazonaws.com/a"
        ),
        (.region("eu-central-1"), "my.photos", "https://s3.eu-central-1.amazonaws.com/my.photos/a"),
        (.region("cn-north-1"), "photos", "https://photos.s3.cn-north-1.amazonaws.com.cn/a"),
        (.custom("http://127.0.0.1:5000"), "photos", "http://127.0.0.1:5000/photos/a"),
    ])
    func findsTheBucket(endpoint: S3Endpoint, bucket: String, url: String) async throws {
        let service = ScriptedS3(status: 200)
        _ = try await store(service, endpoint).object("a", in: bucket, upTo: 3)
        #expect(await service.requests.map(\.url) == [url])
    }
}

/// S3, as far as a test says.
private actor ScriptedS3: WebClient {
    private(set) var requests: [WebRequest] = []
    private let response: WebResponse

    init(status: Int, body: [UInt8] = []) {
        response = WebResponse(status: status, body: body)
    }

    init(status: Int, error code: String?) {
        let xml = code.map {
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>\($0)</Code>"
                + "<Message>No.</Message></Error>"
        }
        self.init(status: status, body: Array((xml ?? "").utf8))
    }

    func send(_ request: WebRequest) async throws(WebError) -> WebResponse {
        requests.append(request)
        return response
    }
}
