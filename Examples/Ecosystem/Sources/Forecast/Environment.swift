import Foundation

enum Environment {
    /// The URL of the weather service, without a slash at its end.
    static var forecastService: String? {
        ProcessInfo.processInfo.environment["FORECAST_SERVICE"]
    }
}
