import LambdaHTTP
import LambdaJSON
import LambdaRuntime

// What LambdaHTTP costs over what a function would do by hand:
//
//     requests    decoding an event to an HTTPRequest, over decoding it to the type of its service
//     responses   encoding an HTTPResponse, over encoding the type of the service
//     routes      an HTTPRouter of 500 routes, over a call of the handler
//
//     HTTPBenchmarks FIXTURES [--quick]      tables, in nanoseconds of CPU time
//     HTTPBenchmarks FIXTURES NAME COUNT     one of them, so often: for a profiler

@main
struct HTTPBenchmarks {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let fixtures = arguments.first else {
            fatalError("Expected the folder of the fixtures.")
        }
        let suite = try Suite(fixtures: fixtures)
        if arguments.count == 3, let count = Int(arguments[2]) {
            try await suite.run(arguments[1], count)
            return
        }
        try await suite.measure(isQuick: arguments.last == "--quick")
    }
}

/// The benchmarks by name, each of which does something so often.
struct Suite {
    private typealias Run = (_ count: Int) async throws -> Void

    private var runs: [(name: String, run: Run)] = []

    /// What each shape of event is compared with: the fixture, and the decoding of its own type.
    static let shapes: [(title: String, fixture: String, name: String)] = [
        ("HTTP API", "apigateway-v2/get.json", "v2"),
        ("REST API", "apigateway/rest-get.json", "rest"),
        ("function URL", "function-url/get.json", "url"),
        ("load balancer", "alb/get.json", "alb"),
        ("load balancer, multi-value", "alb/multi-value.json", "alb-multi"),
    ]

    init(fixtures: String) throws {
        for shape in Self.shapes {
            let bytes = try File.read(fixtures + "/" + shape.fixture)
            switch shape.name {
            case "v2": addDecoding(shape.name, APIGatewayV2Request.self, bytes)
            case "rest": addDecoding(shape.name, APIGatewayRequest.self, bytes)
            case "url": addDecoding(shape.name, FunctionURLRequest.self, bytes)
            default: addDecoding(shape.name, ALBRequest.self, bytes)
            }
            try addEncoding(shape.name, bytes)
        }
        addRoutes()
    }

    func run(_ name: String, _ count: Int) async throws {
        try await runs.first { $0.name == name }?.run(count)
    }
}

// MARK: - Requests and responses

extension Suite {
    private mutating func addDecoding<Event: Decodable>(
        _ name: String,
        _ type: Event.Type,
        _ bytes: [UInt8]
    ) {
        runs.append(
            (
                "decode-\(name)-own",
                { count in
                    let decoder = LambdaJSONDecoder()
                    for _ in 0..<count { keep(try decoder.decode(type, from: bytes)) }
                }
            )
        )
        runs.append(
            (
                "decode-\(name)",
                { count in
                    let decoder = LambdaJSONDecoder()
                    for _ in 0..<count { keep(try decoder.decode(HTTPRequest.self, from: bytes)) }
                }
            )
        )
    }

    private mutating func addEncoding(_ name: String, _ bytes: [UInt8]) throws {
        let request = try LambdaJSONDecoder().decode(HTTPRequest.self, from: bytes)
        let headers: HTTPHeaders = [
            "Content-Type": "application/json", "Cache-Control": "no-store",
        ]
        let body = #"{"id":7,"items":[{"article":"fern","quantity":2}],"total":"12.50"}"#
        let response = HTTPResponse(headers: headers, body: .text(body))
        let own: any Encodable =
            switch name {
            case "v2": APIGatewayV2Response(headers: headers, body: body)
            case "url": FunctionURLResponse(headers: headers, body: body)
            case "rest": APIGatewayResponse(headers: headers, body: body)
            case "alb": ALBResponse(statusDescription: "200 OK", headers: headers, body: body)
            default:
                ALBResponse(
                    statusDescription: "200 OK",
                    multiValueHeaders: MultiValueHeaders(headers.map { ($0.name, [$0.value]) }),
                    body: body
                )
            }
        addEncoding(name + "-own", own)
        runs.append(
            (
                "encode-\(name)",
                { count in
                    let encoder = LambdaJSONEncoder()
                    for _ in 0..<count {
                        keep(try encoder.encode(EncodedHTTPResponse(response, for: request)))
                    }
                }
            )
        )
    }

    private mutating func addEncoding(_ name: String, _ value: some Encodable) {
        runs.append(
            (
                "encode-\(name)",
                { count in
                    let encoder = LambdaJSONEncoder()
                    for _ in 0..<count { keep(try encoder.encode(value)) }
                }
            )
        )
    }
}

// MARK: - Routes

extension Suite {
    /// 500 routes: 100 resources with five each.
    private static func router(resources: Int) -> HTTPRouter {
        var router = HTTPRouter()
        for index in 0..<resources {
            let path = "/api/resource-\(index)"
            router.get(path, answer)
            router.post(path, answer)
            router.get(path + "/{id}", answer)
            router.put(path + "/{id}", answer)
            router.get(path + "/{id}/parts/{part}", answer)
        }
        return router
    }

    @Sendable
    private static func answer(
        _ request: HTTPRequest,
        _ context: LambdaContext
    ) async throws
        -> HTTPResponse
    {
        HTTPResponse(statusCode: 204)
    }

    private mutating func addRoutes() {
        let context = LambdaContext(remainingTime: .seconds(900))
        let router = Self.router(resources: 100)
        let small = Self.router(resources: 1)
        let plain: HTTPRouter.Handler = Self.answer
        add("call", "/api/resource-0") { try await plain($0, context) }
        add("small-fixed", "/api/resource-0") { try await small.respond(to: $0, context: context) }
        add("fixed", "/api/resource-63") { try await router.respond(to: $0, context: context) }
        add("one", "/api/resource-63/1047") { try await router.respond(to: $0, context: context) }
        add("two", "/api/resource-63/1047/parts/a%20b") {
            try await router.respond(to: $0, context: context)
        }
        add("none", "/api/resource-500/1047") {
            do {
                return try await router.respond(to: $0, context: context)
            } catch {
                return HTTPResponse(statusCode: 404)
            }
        }
    }

    private mutating func add(
        _ name: String,
        _ path: String,
        _ answer: @escaping (HTTPRequest) async throws -> HTTPResponse
    ) {
        let request = HTTPRequest(.get, path)
        runs.append(
            ("route-\(name)", { count in for _ in 0..<count { keep(try await answer(request)) } })
        )
    }
}

// MARK: - Tables

extension Suite {
    /// Measures all in turns, and prints the medians.
    func measure(isQuick: Bool) async throws {
        let (rounds, count) = isQuick ? (3, 100) : (31, 10_000)
        var times: [String: [Double]] = [:]
        for _ in 0..<rounds {
            for (name, run) in runs {
                let begun = processCPU()
                try await run(count)
                times[name, default: []].append(Double(processCPU() - begun) / Double(count))
            }
        }
        func time(_ name: String) -> Int {
            let values = (times[name] ?? [0]).sorted()
            return Int(values[values.count / 2])
        }
        for (kind, other) in [("decode", "HTTPRequest"), ("encode", "HTTPResponse")] {
            print("\n| \(kind), ns of CPU | the type of the service | \(other) | more |")
            print("|---|---:|---:|---:|")
            for shape in Self.shapes {
                let (own, ours) = (
                    time("\(kind)-\(shape.name)-own"), time("\(kind)-\(shape.name)")
                )
                print("| \(shape.title) | \(own) | \(ours) | \(ours - own) |")
            }
        }
        print("\n| a request by | ns of CPU | over the call |\n|---|---:|---:|")
        for (name, title) in [
            ("call", "a call of the handler"),
            ("small-fixed", "a router of 5 routes, a fixed path"),
            ("fixed", "a router of 500 routes, a fixed path"),
            ("one", "a router of 500 routes, one variable"),
            ("two", "a router of 500 routes, two variables, one escaped"),
            ("none", "a router of 500 routes, 404"),
        ] {
            let nanoseconds = time("route-\(name)")
            print("| \(title) | \(nanoseconds) | \(nanoseconds - time("route-call")) |")
        }
    }
}

/// Keeps the compiler from leaving out what makes a value.
@inline(never)
func keep<Value>(_ value: Value) {}
