#if LOCAL_RUNNING
import LambdaEmulator
import LambdaJSON
import Testing

@testable import LambdaLocal

/// What a request determines of an event is what the services make of it.
///
/// Each fixture, which has the form of what AWS sends, is taken back to the request behind it. The event
/// for that must have what the fixture has.
struct RealEventTests {
    @Test(
        arguments: [
            "minimal", "get", "cookies", "post-json", "post-base64",
        ]
    )
    func ofHTTPAPIs(_ name: String) throws {
        try compare("apigateway-v2/" + name, .httpAPI)
    }

    @Test(arguments: ["minimal", "get", "post-json", "post-base64", "post-form"])
    func ofFunctionURLs(_ name: String) throws {
        try compare("function-url/" + name, .functionURL)
    }

    @Test(arguments: ["rest-get", "rest-post-json", "rest-form", "rest-post-binary"])
    func ofRESTAPIs(_ name: String) throws {
        try compare("apigateway/" + name, .restAPI)
    }

    @Test(arguments: ["get", "get-escapes", "post-json", "post-base64", "post-form"])
    func ofLoadBalancers(_ name: String) throws {
        try compare("alb/" + name, .loadBalancer(multiValue: false))
    }

    @Test(arguments: ["multi-value", "multi-value-empty-query"])
    func ofLoadBalancersWithMultiValueHeaders(_ name: String) throws {
        try compare("alb/" + name, .loadBalancer(multiValue: true))
    }

    private func compare(_ path: String, _ service: HTTPService) throws {
        let fixture = try read(path)
        let route = fixture["routeKey"]?.stringValue
        let resource = fixture["resource"]?.stringValue.map { "ANY " + $0 }
        let routes = [route ?? resource].compactMap { $0.flatMap { HTTPRoute($0) } }
        let request = try request(behind: fixture, service)
        let event: JSONValue = try HTTPFront(service, routes: routes).event(request)
        for name in [
            "version", "routeKey", "resource", "rawPath", "path", "rawQueryString", "httpMethod",
            "cookies", "queryStringParameters", "multiValueQueryStringParameters", "pathParameters",
            "body", "isBase64Encoded",
        ] {
            #expect(event[name] == fixture[name], "\(name)")
        }
        for name in ["headers", "multiValueHeaders"] {
            let (headers, expected) = (event[name]?.objectValue, fixture[name]?.objectValue)
            #expect((headers == nil) == (expected == nil), "\(name)")
            for (header, value) in expected ?? [:] {
                #expect(headers?[header] == value, "\(header)")
            }
            // What the service adds, and some of the fixtures lack.
            let others = Set((headers ?? [:]).keys).subtracting((expected ?? [:]).keys)
            for header in others {
                let added = ["x-amzn-trace-id", "content-length", "cookie"]
                #expect(added.contains(header.lowercased()), "\(header)")
            }
        }
        #expect(event["requestContext"]?["http"] == fixture["requestContext"]?["http"])
        let identity = ["requestContext", "identity"].reduce(fixture) { $0[$1] ?? .null }
        for name in ["sourceIp", "userAgent", "user"] where !identity.isNull {
            #expect(event["requestContext"]?["identity"]?[name] == identity[name], "\(name)")
        }
    }

    private func request(
        behind event: JSONValue,
        _ service: HTTPService
    ) throws -> ServerRequest {
        let http = event["requestContext"]?["http"]
        let method = event["httpMethod"]?.stringValue ?? http?["method"]?.stringValue
        let path = event["path"]?.stringValue ?? event["rawPath"]?.stringValue
        let query = event["rawQueryString"]?.stringValue ?? query(of: event, service)
        var request = ServerRequest.make(
            try #require(method),
            try #require(path) + (query.isEmpty ? "" : "?" + query),
            []
        )
        let single = event["headers"]?.objectValue ?? [:]
        let fields =
            event["multiValueHeaders"]?.objectValue?.mapValues { $0.arrayValue ?? [] }
            ?? single.mapValues { [$0] }
        for (name, values) in fields where name.lowercased() != "x-forwarded-for" {
            request.fields += values.map { (name, $0.stringValue ?? "") }
        }
        // The client's address was appended to nothing.
        let addresses = fields.first { $0.key.lowercased() == "x-forwarded-for" }?.value
        request.sourceIP = addresses?.first?.stringValue ?? "127.0.0.1"
        if request.values("cookie").isEmpty, let cookies = event["cookies"]?.arrayValue {
            let cookies = cookies.compactMap(\.stringValue).joined(separator: "; ")
            request.fields.append(("cookie", cookies))
        }
        let body = event["body"]?.stringValue ?? ""
        request.body =
            event["isBase64Encoded"] == true
            ? try #require(Base64.decode(body)) : Array(body.utf8)
        return request
    }

    private func query(of event: JSONValue, _ service: HTTPService) -> String {
        let single = event["queryStringParameters"]?.objectValue ?? [:]
        let parameters =
            event["multiValueQueryStringParameters"]?.objectValue?.mapValues { $0.arrayValue ?? [] }
            ?? single.mapValues { [$0] }
        func text(_ text: String) -> String { service == .restAPI ? escaped(text) : text }
        return parameters.flatMap { name, values in
            values.map { text(name) + "=" + text($0.stringValue ?? "") }
        }.joined(separator: "&")
    }

    /// Escapes all of a text.
    private func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = [Hexadecimal.digit(byte >> 4), Hexadecimal.digit(byte & 0xf)]
            return "%" + String(decoding: digits, as: UTF8.self)
        }.joined()
    }

    private func read(_ path: String) throws -> JSONValue {
        let here = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let file = "/\(here)/Sources/LambdaTesting/Fixtures/\(path).json"
        let bytes = try LocalSystem.readFile(file, limit: 1024 * 1024).get()
        return try LambdaJSONDecoder().decode(JSONValue.self, from: bytes)
    }
}
#endif
