#if LOCAL_RUNNING
import LambdaEmulator
import LambdaHTTP
import LambdaJSON
import LambdaTesting
import Testing

@testable import LambdaLocal

/// The same handler, asked the same through every service, answers the same.
struct SourceTests {
    /// Tells what it was asked.
    struct Mirror: LambdaHTTPHandler {
        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            let query = request.query.map { "\($0.name)=\($0.value)" }
            return try .json([
                "method": [request.method.rawValue],
                "path": [request.path],
                "segments": request.pathSegments,
                "query": query.sorted(),
                "feature": [request.headers["X-Feature"] ?? "none"],
                "cookies": request.cookies,
                "body": [request.bodyText ?? "none"],
                "bytes": [request.bodyBytes.map(Self.hexadecimal) ?? "none"],
                "source": [request.sourceIP ?? "none"],
            ])
        }

        private static func hexadecimal(_ bytes: [UInt8]) -> String {
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    struct Question: Sendable, CustomTestStringConvertible {
        var method = "GET"
        var target = "/"
        var fields: [(name: String, value: String)] = []
        var body: [UInt8] = []
        var expected: [String: [String]] = [:]

        var testDescription: String { target }
    }

    static let questions = [
        Question(target: "/orders/7", expected: ["segments": ["orders", "7"]]),
        Question(
            target: "/caf%C3%A9/a%20b+c/d%2Fe",
            expected: [
                "path": ["/caf%C3%A9/a%20b+c/d%2Fe"], "segments": ["café", "a b+c", "d/e"],
            ]
        ),
        Question(target: "/100%25", expected: ["path": ["/100%25"], "segments": ["100%"]]),
        // What is escaped twice is decoded once.
        Question(target: "/a%2541/b%252Ac", expected: ["path": ["/a%2541/b%252Ac"]]),
        Question(target: "/a%2541/b%2520", expected: ["segments": ["a%41", "b%20"]]),
        Question(target: "/%2F%2f/a%25/%25%2Fb", expected: ["segments": ["//", "a%", "%/b"]]),
        Question(target: "/%3Fa=1/%23", expected: ["segments": ["?a=1", "#"], "query": []]),
        Question(target: "/a/", expected: ["path": ["/a/"], "segments": ["a", ""]]),
        Question(
            target: "/?a=1&b=x+y&c=caf%C3%A9&d&e=&f%20g=%2B",
            expected: [
                "path": ["/"], "query": ["a=1", "b=x y", "c=café", "d=", "e=", "f g=+"],
            ]
        ),
        Question(target: "/?a=%zz&b=%C3", expected: ["query": ["a=%zz", "b=\u{FFFD}"]]),
        Question(
            fields: [("X-FEATURE", "on"), ("Cookie", "a=1; b=x=y")],
            expected: ["feature": ["on"], "cookies": ["a=1", "b=x=y"]]
        ),
        Question(
            fields: [("Content-Type", "application/json")],
            body: Array("é".utf8),
            expected: ["body": ["é"]]
        ),
        Question(
            fields: [("Content-Type", "application/x-www-form-urlencoded")],
            body: Array("a=1".utf8),
            expected: ["body": ["a=1"]]
        ),
        Question(expected: ["body": ["none"], "source": ["127.0.0.1"], "method": ["GET"]]),
        Question(method: "PATCH", expected: ["method": ["PATCH"]]),
        Question(
            target: "/?empty=&none&=value&a=b=c&a%26b=c%3Dd&&",
            expected: ["query": ["=value", "a&b=c=d", "a=b=c", "empty=", "none="]]
        ),
        Question(
            target: "/%E6%97%A5%E6%9C%AC?%E6%97%A5=%E6%9C%AC+%F0%9F%8D%A3",
            expected: ["segments": ["日本"], "query": ["日=本 🍣"]]
        ),
        Question(
            target: "/a+b?a%2Bb=c+d%20e",
            expected: ["segments": ["a+b"], "query": ["a+b=c d e"]]
        ),
        Question(
            fields: [("x-fEATURE", "mixed"), ("cOOKIE", "A=1; a=2; empty=; q=\"x y\"")],
            expected: ["feature": ["mixed"], "cookies": ["A=1", "a=2", "empty=", "q=\"x y\""]]
        ),
        Question(
            method: "POST",
            fields: [("Content-Type", "image/png")],
            body: [0x00, 0xFF, 0x89],
            expected: ["bytes": ["00ff89"], "body": ["none"]]
        ),
        Question(
            method: "POST",
            fields: [("Content-Type", "application/json"), ("Content-Encoding", "gzip")],
            body: [0x1F, 0x8B, 0x08],
            expected: ["bytes": ["1f8b08"]]
        ),
    ]

    @Test(arguments: questions, HTTPService.all)
    func answersTheSame(_ question: Question, _ service: HTTPService) async throws {
        let exchange = try exchange(question, service)
        let reply = try await exchange.reply(from: Mirror())
        #expect(reply.status == 200)
        #expect(reply.notes.isEmpty)
        let answer = try LambdaJSONDecoder().decode([String: [String]].self, from: reply.body)
        for (name, values) in question.expected { #expect(answer[name] == values, "\(name)") }
    }

    @Test func joinsRepeatedHeadersAndKeepsRepeatedParametersWhereTheyAreSent() async throws {
        let question = Question(
            target: "/?a=1&a=2",
            fields: [("X-Feature", "a"), ("x-feature", "b")]
        )
        for service in HTTPService.all where service != .loadBalancer(multiValue: false) {
            let reply = try await exchange(question, service).reply(from: Mirror())
            let answer = try LambdaJSONDecoder().decode([String: [String]].self, from: reply.body)
            #expect(answer["feature"] == ["a,b"])
            #expect(answer["query"] == ["a=1", "a=2"])
        }
    }

    private func exchange(
        _ question: Question,
        _ service: HTTPService
    ) throws -> HTTPExchange {
        try HTTPExchange(
            service,
            question.method,
            question.target,
            fields: question.fields,
            body: question.body
        )
    }

    /// Answers with what it was made with.
    struct Fixed: LambdaHTTPHandler {
        var response = HTTPResponse()

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            response
        }
    }

    @Test(arguments: HTTPService.all)
    func sendsTheSameResponse(_ service: HTTPService) async throws {
        let bytes: [UInt8] = [0x00, 0xFF, 0x89]
        let response = HTTPResponse(
            statusCode: 201,
            headers: ["Content-Type": "image/png", "ETag": "\"1\""],
            cookies: ["a=1; Path=/", "b=2", "c=3"],
            bytes: bytes
        )
        let reply = try await exchange(Question(), service).reply(from: Fixed(response: response))
        #expect(reply.status == 201)
        #expect(reply.body == bytes)
        let fields = reply.fields.map { ($0.name.lowercased(), $0.value) }
        #expect(fields.filter { $0.0 == "content-type" }.map(\.1) == ["image/png"])
        #expect(fields.filter { $0.0 == "etag" }.map(\.1) == ["\"1\""])
        #expect(
            fields.filter { $0.0 == "set-cookie" }.map(\.1).sorted() == [
                "a=1; Path=/", "b=2", "c=3",
            ]
        )
        #expect(reply.notes.isEmpty)
    }

    /// A menu that does not change, for pages of other origins.
    struct Menu: LambdaHTTPHandler {
        let router: HTTPRouter
        let cors: HTTPCORSPolicy? = HTTPCORSPolicy(
            origins: ["https://shop.example.com"],
            methods: nil
        )

        init() throws {
            var router = HTTPRouter()
            router.use { request, context, next in
                try await next(request, context).unlessUnchanged(for: request)
            }
            router.get("/menu") { _, _ in .text("Soup", headers: ["ETag": #""v1""#]) }
            router.put("/menu") { _, _ in HTTPResponse(statusCode: 204) }
            try router.validate()
            self.router = router
        }

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            try await router.respond(to: request, context: context)
        }
    }

    private static let origin = (name: "Origin", value: "https://shop.example.com")

    @Test(arguments: HTTPService.all)
    func negotiatesTheSame(_ service: HTTPService) async throws {
        func answer(
            _ method: String,
            _ fields: [(name: String, value: String)] = []
        ) async throws -> (status: Int, fields: [String: String], body: String) {
            let question = Question(method: method, target: "/menu", fields: fields)
            let reply = try await exchange(question, service).reply(from: Menu())
            #expect(reply.notes.isEmpty)
            return (
                reply.status,
                Dictionary(reply.fields.map { ($0.name.lowercased(), $0.value) }) { $0 + "|" + $1 },
                String(decoding: reply.body, as: UTF8.self)
            )
        }
        let menu = try await answer("GET")
        #expect(menu.status == 200)
        #expect(menu.body == "Soup")
        #expect(menu.fields["etag"] == #""v1""#)
        let unchanged = try await answer("GET", [(name: "If-None-Match", value: #"W/"v1", "v0""#)])
        #expect(unchanged.status == 304)
        #expect(unchanged.body.isEmpty)
        #expect(unchanged.fields["etag"] == #""v1""#)
        let head = try await answer("HEAD")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.fields["etag"] == #""v1""#)
        let refused = try await answer("DELETE", [Self.origin])
        #expect(refused.status == 405)
        #expect(refused.fields["allow"] == "GET, HEAD, OPTIONS, PUT")
        #expect(refused.fields["access-control-allow-origin"] == Self.origin.value)
        #expect(refused.fields["vary"] == "Origin")
        let options = try await answer("OPTIONS")
        #expect(options.status == 204)
        #expect(options.body.isEmpty)
        #expect(options.fields["allow"] == "GET, HEAD, OPTIONS, PUT")
        let preflight = try await answer(
            "OPTIONS",
            [Self.origin, (name: "Access-Control-Request-Method", value: "PUT")]
        )
        #expect(preflight.status == 204)
        #expect(preflight.fields["access-control-allow-methods"] == "GET, HEAD, OPTIONS, PUT")
        #expect(preflight.fields["access-control-allow-origin"] == Self.origin.value)
        let stranger = try await answer(
            "GET",
            [(name: "Origin", value: "https://evil.example.com")]
        )
        #expect(stranger.fields["access-control-allow-origin"] == nil)
        #expect(stranger.fields["vary"] == "Origin")
    }

    @Test(arguments: HTTPService.all, ["/", "/missing"])
    func sendsNoBodyOfAnErrorInAnswerToHEAD(_ service: HTTPService, _ path: String) async throws {
        let question = Question(method: "HEAD", target: path)
        let reply = try await exchange(question, service).reply(from: Menu())
        #expect(reply.status == 404)
        #expect(reply.body.isEmpty)
    }

    @Test(arguments: HTTPService.all)
    func sendsACookieAmongTheHeadersLikeTheOthers(_ service: HTTPService) async throws {
        for cookies in [[], ["b=2"], ["b=2", "c=3"]] {
            let response = HTTPResponse(headers: ["set-cookie": "a=1; Path=/"], cookies: cookies)
            let handler = Fixed(response: response)
            let reply = try await exchange(Question(), service).reply(from: handler)
            let sent = reply.fields.filter { $0.name.lowercased() == "set-cookie" }.map(\.value)
            #expect(sent.sorted() == ["a=1; Path=/"] + cookies)
            #expect(reply.notes.isEmpty)
        }
    }

    @Test(arguments: HTTPService.all)
    func sendsNoBody(_ service: HTTPService) async throws {
        let handler = Fixed(response: HTTPResponse(statusCode: 204))
        let reply = try await exchange(Question(), service).reply(from: handler)
        #expect(reply.status == 204)
        #expect(reply.body.isEmpty)
        #expect(reply.notes.isEmpty)
    }
}
#endif
