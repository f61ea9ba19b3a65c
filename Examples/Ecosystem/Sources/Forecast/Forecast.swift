import AsyncHTTPClient
import LambdaJSON
import LambdaRuntime
import Logging
import LoggingBridge
import NIOCore

/// Asks a weather service for the forecast of a place, over one client for all invocations.
///
/// The client is closed when Lambda ends the function, its lines go where the function's go, and no
/// request outlasts the invocation.
@main
struct Forecast: LambdaHandler {
    struct Place: Decodable, Sendable {
        var name: String
    }

    struct Weather: Codable, Equatable, Sendable {
        var outlook: String
        var degrees: Double
    }

    let client: HTTPClient
    let service: String

    init() throws {
        guard let service = Environment.forecastService else { throw NoService() }
        self.init(service: service)
    }

    init(service: String) {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.timeout.connect = .seconds(2)
        client = HTTPClient(configuration: configuration)
        self.service = service
    }

    static var lifecycle: LambdaLifecycle<Self> {
        LambdaLifecycle(onShutdown: { try await $0.client.shutdown() })
    }

    func handle(_ place: Place, context: LambdaContext) async throws -> Weather {
        var request = HTTPClientRequest(url: "\(service)/forecast")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(
            ByteBuffer(bytes: try LambdaJSONEncoder().encode(["place": place.name]))
        )
        let response = try await client.execute(
            request,
            timeout: TimeAmount(context.remainingTime - .milliseconds(200)),
            logger: Logger(context, label: "forecast")
        )
        guard response.status == .ok else {
            throw ServiceFailed(status: Int(response.status.code))
        }
        let body = try await response.body.collect(upTo: 1 << 20)
        return try LambdaJSONDecoder().decode(Weather.self, from: Array(body.readableBytesView))
    }
}

/// The weather service answered with an error.
struct ServiceFailed: LambdaReportableError, Equatable {
    let status: Int
    var errorType: String { "WeatherServiceFailed" }
    var errorMessage: String { "The weather service answered with status \(status). Expected 200." }
}

/// The function does not know which service to ask.
struct NoService: LambdaReportableError {
    var errorType: String { "NoWeatherService" }
    var errorMessage: String { "FORECAST_SERVICE is not set. Expected the URL of a service." }
}
