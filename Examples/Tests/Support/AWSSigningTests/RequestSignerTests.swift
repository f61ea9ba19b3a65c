import AWSSigning
import Settings
import Testing
import Web

struct RequestSignerTests {
    // 2015-08-30 12:36:00 and 2013-05-24 00:00:00, UTC.
    private let suiteTime = SigningTime(secondsSinceEpoch: 1_440_938_160)
    private let manualTime = SigningTime(secondsSinceEpoch: 1_369_353_600)

    private func signature(of request: WebRequest) -> Substring? {
        request.headers["authorization"]?.split(separator: "=").last
    }

    /// The cases get-vanilla and post-vanilla of the test suite that AWS has published.
    @Test(arguments: [
        ("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    ])
    func signsAsTheTestSuiteDoes(method: String, expected: String) {
        let credentials = AWSCredentials(
            accessKeyID: "AKIDEXAMPLE",
            secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
        )
        let signer = RequestSigner(credentials, region: "us-east-1", service: "service")
        var request = WebRequest(method, "https://example.amazonaws.com", "/")
        signer.sign(&request, at: suiteTime)
        #expect(
            request.headers["authorization"]
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=\(expected)"
        )
    }

    /// The four examples of the manual of S3.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>
    @Test(arguments: [
        (
            WebRequest(
                "GET",
                "https://examplebucket.s3.amazonaws.com",
                "/test.txt",
                headers: ["range": "bytes=0-9"]
            ),
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        (
            WebRequest(
                "PUT",
                "https://examplebucket.s3.amazonaws.com",
                "/" + PercentEncoding.encode("test$file.text"),
                headers: [
                    "date": "Fri, 24 May 2013 00:00:00 GMT",
                    "x-amz-storage-class": "REDUCED_REDUNDANCY",
                ],
                body: Array("Welcome to Amazon S3.".utf8)
            ),
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        ),
        (
            WebRequest("GET", "https://examplebucket.s3.amazonaws.com", "/", query: "lifecycle="),
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        ),
        (
            WebRequest(
                "GET",
                "https://examplebucket.s3.amazonaws.com",
                "/",
                query: "max-keys=2&prefix=J"
            ),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        ),
    ])
    func signsAsTheManualOfS3Does(request: WebRequest, expected: String) {
        let credentials = AWSCredentials(
            accessKeyID: "AKIAIOSFODNN7EXAMPLE",
            secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
        )
        var request = request
        RequestSigner(credentials, region: "us-east-1", service: "s3").sign(
            &request,
            at: manualTime
        )
        #expect(signature(of: request).map(String.init) == expected)
    }

    /// Two requests of ours with what botocore, the signer of the AWS CLI, puts under them.
    ///
    /// S3 has a path in the signature as it is sent, other services encode it once more.
    @Test(arguments: [
        (
            "s3",
            WebRequest(
                "GET",
                "https://photos.s3.us-east-1.amazonaws.com",
                "/" + PercentEncoding.encode("Café 🌻~(*)'!/1+1.bmp", keepsSlashes: true)
            ),
            "47be69bb4ab4bb01c4d012118f2ac6e49ee4cbd7859f805482d822f1cb749e6b"
        ),
        (
            "execute-api",
            WebRequest(
                "PUT",
                "https://api.example.com",
                "/orders/" + PercentEncoding.encode("pump 7/ä"),
                body: Array("{}".utf8)
            ),
            "07bf7c7cb2cc0ee12aa4097f674724748db28493045204ad781e8eabacfd0aad"
        ),
    ])
    func signsPathsAsTheServiceReadsThem(service: String, request: WebRequest, expected: String) {
        let credentials = AWSCredentials(
            accessKeyID: "AKIDEXAMPLE",
            secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
        )
        var request = request
        RequestSigner(credentials, region: "us-east-1", service: service)
            .sign(&request, at: suiteTime)
        #expect(signature(of: request).map(String.init) == expected)
    }

    @Test
    func sendsAndSignsTheTokenOfASession() {
        let credentials = AWSCredentials(
            accessKeyID: "ASIDEXAMPLE",
            secretAccessKey: "secret",
            sessionToken: "token"
        )
        var request = WebRequest("GET", "https://example.amazonaws.com", "/")
        RequestSigner(credentials, region: "us-east-1", service: "s3").sign(&request, at: .now)
        #expect(request.headers["x-amz-security-token"] == "token")
        let names = "host;x-amz-content-sha256;x-amz-date;x-amz-security-token"
        let parts = request.headers["authorization"]?.split(separator: " ") ?? []
        #expect(parts.contains("SignedHeaders=\(names),"))
    }

    @Test
    func foldsTheSpacesOfAField() {
        let signer = RequestSigner(
            AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret"),
            region: "us-east-1",
            service: "service"
        )
        var loose = WebRequest("GET", "https://a.example", "/", headers: ["x-a": "  b   c "])
        var tight = WebRequest("GET", "https://a.example", "/", headers: ["x-a": "b c"])
        signer.sign(&loose, at: suiteTime)
        signer.sign(&tight, at: suiteTime)
        #expect(signature(of: loose) == signature(of: tight))
    }

    @Test
    func readsTheCredentialsThatLambdaSets() throws {
        var values = ["AWS_ACCESS_KEY_ID": "ASIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret"]
        #expect(try AWSCredentials(Settings(values)).sessionToken == nil)
        values["AWS_SESSION_TOKEN"] = "token"
        #expect(try AWSCredentials(Settings(values)).sessionToken == "token")
        values["AWS_SECRET_ACCESS_KEY"] = nil
        #expect(throws: MissingSetting(name: "AWS_SECRET_ACCESS_KEY")) {
            try AWSCredentials(Settings(values))
        }
    }
}
