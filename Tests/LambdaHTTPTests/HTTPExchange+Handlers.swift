#if LOCAL_RUNNING
import LambdaEmulator
import LambdaHTTP
import LambdaJSON
import LambdaTesting

@testable import LambdaLocal

extension HTTPExchange {
    /// What a service makes of a request.
    init(
        _ service: HTTPService,
        _ method: String,
        _ target: String,
        fields: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) throws {
        let call = HTTPFront.Call(
            requestID: "8476a536",
            traceID: "Root=1-69a42c80-0123456789abcdef01234567",
            epochMilliseconds: 1_772_366_400_250
        )
        let acceptance = HTTPFront(service).accept(
            .init(
                method: method,
                target: target,
                fields: [("Host", "localhost:9000")] + fields,
                body: body
            ),
            as: call
        )
        guard case .event(let exchange) = acceptance else { throw HTTPError(400, "refused") }
        self = exchange
    }

    /// The reply that a client gets from a handler, all the way.
    func reply(
        from handler: some LambdaHTTPHandler,
        context: LambdaContext = .test()
    ) async throws -> HTTPReply {
        let request = try LambdaJSONDecoder().decode(HTTPRequest.self, from: event)
        let output = try await handler.handle(request, context: context)
        let answer = try LambdaJSONEncoder().encode(output)
        return reply(to: .response(body: answer, contentType: "application/json"))
    }
}
#endif
