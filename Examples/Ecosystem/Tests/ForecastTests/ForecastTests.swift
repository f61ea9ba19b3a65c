import Hummingbird
import HummingbirdTesting
import LambdaTesting
import Testing

@testable import Forecast

struct ForecastTests {
    /// A weather service on loopback.
    private func withService(
        _ body: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        let router = Router()
        router.post("forecast") { request, context in
            let question = try await request.decode(as: [String: String].self, context: context)
            guard question["place"] == "Bergen" else { throw HTTPError(.notFound) }
            return Response(
                status: .ok,
                body: ResponseBody(
                    byteBuffer: ByteBuffer(string: #"{"outlook":"rain","degrees":9.5}"#)
                )
            )
        }
        try await Application(router: router).test(.live) { service in
            try await body("http://localhost:\(service.port ?? 0)")
        }
    }

    @Test
    func asksTheService() async throws {
        try await withService { service in
            try await withLambda(Forecast(service: service)) { lambda in
                let invocation = try await lambda.invoke(fixture: "bergen.json")
                #expect(
                    try invocation.output(as: Forecast.Weather.self)
                        == Forecast.Weather(outlook: "rain", degrees: 9.5)
                )
                // The client is closed with the function.
                #expect(try await lambda.shutdown() == .shutDown)
            }
        }
    }

    @Test
    func saysThatTheServiceHasFailed() async throws {
        try await withService { service in
            try await withLambda(Forecast(service: service)) { lambda in
                let invocation = try await lambda.invoke(#"{"name":"Atlantis"}"#)
                #expect(invocation.error?.type == "WeatherServiceFailed")
                #expect(
                    invocation.error?.message
                        == "The weather service answered with status 404. Expected 200."
                )
                try await lambda.shutdown()
            }
        }
    }
}
