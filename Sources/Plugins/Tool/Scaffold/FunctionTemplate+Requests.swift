extension FunctionTemplate {
    static let plain = FunctionTemplate(
        event: "plain",
        summary: "JSON of your own, from whoever invokes the function",
        modules: ["LambdaRuntime"],
        fixture: nil,
        source: """
            import LambdaRuntime

            /// Greets whoever the event names.
            @main
            struct FUNCTION: LambdaHandler {
                struct Event: Decodable, Sendable {
                    var name: String?
                }

                struct Output: Encodable, Sendable {
                    var message: String
                }

                func handle(_ event: Event, context: LambdaContext) async throws -> Output {
                    context.logger.info("Somebody is to be greeted.")
                    return Output(message: "Hello, \\(event.name ?? "world")!")
                }
            }

            """,
        tests: """
            @Test func greetsTheOneWhoIsNamed() async throws {
                let event = try FUNCTION.Event(fixture: "event.json")
                let output = try await FUNCTION().handle(event, context: .test())
                #expect(output.message == "Hello, Ada!")
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(try invocation.text == #"{"message":"Hello, Ada!"}"#)
                }
            }
            """
    )

    static let http = FunctionTemplate(
        event: "http",
        summary: "HTTP requests, from API Gateway, a function URL or a load balancer, with routes",
        modules: ["LambdaHTTP"],
        fixture: "apigateway-v2/get.json",
        source: """
            import LambdaHTTP

            /// Answers requests, whichever service they come through.
            @main
            struct FUNCTION: LambdaHTTPHandler {
                let router: HTTPRouter

                init() throws {
                    var router = HTTPRouter()
                    router.get("/pets/{id}") { request, context in
                        let id = try request.pathParameter("id")
                        context.logger.info("Asked for a pet.", ["id": "\\(id)"])
                        return try .json(Pet(id: id, name: "Flora"))
                    }
                    try router.validate()
                    self.router = router
                }

                func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
                    try await router.respond(to: request, context: context)
                }
            }

            struct Pet: Codable {
                var id: String
                var name: String
            }

            """,
        tests: """
            @Test func answersWithThePet() async throws {
                let request = HTTPRequest(.get, "/pets/42")
                let response = try await FUNCTION().respond(to: request, context: .test())
                #expect(response.bodyText == #"{"id":"42","name":"Flora"}"#)
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(try invocation.output(as: APIGatewayV2Response.self).statusCode == 200)
                }
            }
            """
    )

    static let apiGatewayV2 = FunctionTemplate(
        event: "apigateway-v2",
        summary: "requests of an HTTP API, each as API Gateway sends it",
        modules: ["LambdaRuntime", "LambdaAPIGatewayV2Events"],
        fixture: "apigateway-v2/get.json",
        source: """
            import LambdaAPIGatewayV2Events
            import LambdaRuntime

            /// Answers the route `GET /pets/{id}` of an HTTP API.
            @main
            struct FUNCTION: LambdaHandler {
                func handle(
                    _ request: APIGatewayV2Request,
                    context: LambdaContext
                ) async throws -> APIGatewayV2Response {
                    guard let id = request.pathParameters["id"] else {
                        return APIGatewayV2Response(statusCode: 404)
                    }
                    return try .json(Pet(id: id, name: "Flora"))
                }
            }

            struct Pet: Codable {
                var id: String
                var name: String
            }

            """,
        tests: """
            @Test func answersWithThePet() async throws {
                let request = try APIGatewayV2Request(fixture: "event.json")
                let response = try await FUNCTION().handle(request, context: .test())
                #expect(response.body == #"{"id":"42","name":"Flora"}"#)
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(try invocation.output(as: APIGatewayV2Response.self).statusCode == 200)
                }
            }
            """
    )

    static let s3 = FunctionTemplate(
        event: "s3",
        summary: "changes of the objects in a bucket",
        modules: ["LambdaRuntime", "LambdaS3Events"],
        fixture: "s3/object-created.json",
        source: """
            import LambdaRuntime
            import LambdaS3Events

            /// Says which objects of a bucket are new.
            @main
            struct FUNCTION: LambdaHandler {
                func handle(_ event: S3Event, context: LambdaContext) async throws -> [String] {
                    var keys: [String] = []
                    for record in event.records where record.category == .objectCreated {
                        let key = record.s3.object.decodedKey
                        context.logger.info("An object is new.", ["key": "\\(key)"])
                        keys.append(key)
                    }
                    return keys
                }
            }

            """,
        tests: """
            @Test func listsTheKeys() async throws {
                let event = try S3Event(fixture: "event.json")
                let keys = try await FUNCTION().handle(event, context: .test())
                #expect(keys == event.records.map(\\.s3.object.decodedKey))
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(try invocation.output(as: [String].self).count == 1)
                    #expect(invocation.logs.contains(.info, "An object is new."))
                }
            }
            """
    )
}
