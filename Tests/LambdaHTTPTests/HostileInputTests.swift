#if LOCAL_RUNNING
import LambdaEmulator
import LambdaHTTP
import LambdaJSON
import LambdaTesting
import Testing

@testable import LambdaLocal

/// What a client can send to do harm, through every service: it gets a clear answer.
struct HostileInputTests {
    struct Desk: LambdaHTTPHandler {
        let router: HTTPRouter
        let maximumBodySize: Int? = 100_000

        init() {
            var router = HTTPRouter()
            router.get("/orders/{id}") { request, _ in
                .text("order \(try request.pathParameter("id", as: Int.self))")
            }
            router.get("/echo/{text}") { request, _ in .text(try request.pathParameter("text")) }
            router.get("/query") { request, _ in
                .text(
                    request.query.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "|")
                )
            }
            router.get("/headers") { request, _ in .text("\(request.headers.count > 10_000)") }
            router.get("/injection") { request, _ in
                HTTPResponse(headers: ["X-Name": request.query["name"] ?? ""])
            }
            router.get("/redirect") { request, _ in .redirect(to: request.query["to"] ?? "/") }
            router.get("/cookie") { request, _ in
                HTTPResponse(cookies: ["name=" + (request.query["name"] ?? "")])
            }
            router.post("/orders") { request, _ in
                .text("\(try request.decodeBody(as: [String: Int].self).count)")
            }
            self.router = router
        }

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            try await router.respond(to: request, context: context)
        }
    }

    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        var method = "GET"
        var target = "/headers"
        var fields: [(name: String, value: String)] = []
        var body: [UInt8] = []
        var status = 200
        var answer: String?

        var testDescription: String { name }
    }

    static let json = [(name: "Content-Type", value: "application/json")]

    static let attacks = [
        Attack(
            name: "ten thousand headers",
            fields: (0..<10_001).map { ("x-\($0)", "1") },
            answer: "true"
        ),
        Attack(
            name: "a path of 1 MB",
            target: "/" + String(repeating: "a", count: 1 << 20),
            status: 404
        ),
        Attack(
            name: "a path of half a million parts",
            target: String(repeating: "/a", count: 1 << 19),
            status: 404
        ),
        Attack(
            name: "a path of 300,000 escapes",
            target: "/" + String(repeating: "%41", count: 300_000),
            status: 404
        ),
        Attack(name: "a number that is none", target: "/orders/7%3Bdrop", status: 404),
        Attack(
            name: "a number that is too large",
            target: "/orders/9223372036854775808",
            status: 404
        ),
        Attack(
            name: "broken percent-encoding in the path",
            target: "/echo/%zz%e%",
            answer: "%zz%e%"
        ),
        Attack(name: "a path that is no UTF-8", target: "/echo/%C3", answer: "\u{FFFD}"),
        Attack(name: "a NUL in the path", target: "/echo/a%00b", answer: "a\0b"),
        Attack(name: "dots in the path", target: "/echo/%2E%2E%2Fetc", answer: "../etc"),
        Attack(
            name: "broken percent-encoding in the query",
            target: "/query?a=%zz&b=%&%c=%e",
            answer: "%c=%e|a=%zz|b=%"
        ),
        Attack(name: "a query of separators", target: "/query?&&&===&", answer: "==="),
        Attack(
            name: "a header in a header",
            target: "/injection?name=a%0D%0ASet-Cookie%3A%20b%3D1",
            status: 500,
            answer: #"{"message":"Internal Server Error"}"#
        ),
        Attack(name: "a line feed in a header", target: "/injection?name=a%0Ab", status: 500),
        Attack(name: "a NUL in a header", target: "/injection?name=a%00b", status: 500),
        Attack(name: "a header in a redirect", target: "/redirect?to=/%0D%0Ax%3A1", status: 500),
        Attack(name: "a header in a cookie", target: "/cookie?name=a%0D%0Ab%3A1", status: 500),
        Attack(
            name: "a body of another type",
            method: "POST",
            target: "/orders",
            fields: [("Content-Type", "text/xml")],
            body: Array("<a/>".utf8),
            status: 415
        ),
        Attack(
            name: "no body",
            method: "POST",
            target: "/orders",
            fields: json,
            status: 400,
            answer: #"{"message":"The request has no body. Expected JSON."}"#
        ),
        Attack(
            name: "a body that is not JSON",
            method: "POST",
            target: "/orders",
            fields: json,
            body: Array("secret".utf8),
            status: 400
        ),
        Attack(
            name: "a body of another shape",
            method: "POST",
            target: "/orders",
            fields: json,
            body: Array(#"{"a":"secret"}"#.utf8),
            status: 400,
            answer:
                #"{"message":"The body is not as expected at […]: expected an integer, found a string"#
        ),
        Attack(
            name: "a key of 90 kB that is a secret",
            method: "POST",
            target: "/orders",
            fields: json,
            body: Array((#"{"secret"# + String(repeating: "k", count: 90_000) + #"":"x"}"#).utf8),
            status: 400,
            answer:
                #"{"message":"The body is not as expected at […]: expected an integer, found a string"#
        ),
        Attack(
            name: "a body that is no UTF-8",
            method: "POST",
            target: "/orders",
            fields: json,
            body: [0x7B, 0x22, 0xFF, 0x22, 0x7D],
            status: 400
        ),
        Attack(
            name: "a body of brackets",
            method: "POST",
            target: "/orders",
            fields: json,
            body: [UInt8](repeating: 0x5B, count: 90_000),
            status: 400
        ),
        Attack(
            name: "a body that is too large",
            method: "POST",
            target: "/orders",
            fields: json,
            body: [UInt8](repeating: 0x20, count: 100_001),
            status: 413,
            answer: #"{"message":"The body is too large. Send at most 100000 bytes."}"#
        ),
        Attack(
            name: "the same in Base64",
            method: "POST",
            target: "/orders",
            fields: json,
            body: [UInt8](repeating: 0xFF, count: 100_001),
            status: 413
        ),
        Attack(name: "a method that is none", method: "BREW", target: "/orders/7", status: 405),
    ]

    @Test(arguments: attacks, HTTPService.all)
    func answersClearly(_ attack: Attack, _ service: HTTPService) async throws {
        let log = CapturedLog()
        let exchange = try HTTPExchange(
            service,
            attack.method,
            attack.target,
            fields: attack.fields,
            body: attack.body
        )
        let reply = try await exchange.reply(
            from: Desk(),
            context: .test(logger: log.logger())
        )
        let text = String(decoding: reply.body, as: UTF8.self)
        #expect(reply.status == attack.status, "\(text.prefix(200))")
        #expect(reply.notes.isEmpty)
        if let answer = attack.answer { #expect(text.hasPrefix(answer), "\(text.prefix(200))") }
        #expect(!text.hasPart("secret"))
        #expect(attack.status == 200 || reply.body.count < 400)
        #expect(
            !reply.fields.contains { $0.name.lowercased() == "set-cookie" && $0.value == "b=1" }
        )
        for record in log.records {
            let texts = [record.message] + record.fields.map { "\($0)" }
            #expect(texts.allSatisfy { !$0.hasPart("secret") }, "\(record.message)")
        }
    }
}
#endif
