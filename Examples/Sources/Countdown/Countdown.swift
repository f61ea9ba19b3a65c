import LambdaFunctionURLEvents
import LambdaStreaming

/// Counts down to a launch as server-sent events, one each second, and keeps a record of it.
///
/// For a function URL with the invoke mode `RESPONSE_STREAM`. A browser gets a page first, which then asks
/// for the events at the same address; all others get the events at once:
///
/// ```
/// curl --no-buffer 'https://….lambda-url.us-east-1.on.aws/?from=10'
/// ```
@main
struct Countdown: LambdaStreamingHandler {
    /// The time between two numbers.
    private let beat: Duration
    private let records: any LaunchRecords

    init() {
        self.init(beat: .seconds(1), records: LoggedLaunchRecords())
    }

    init(beat: Duration, records: any LaunchRecords) {
        self.beat = beat
        self.records = records
    }

    func handle(
        _ request: FunctionURLRequest,
        response: LambdaResponseStream,
        context: LambdaContext
    ) async throws {
        guard let start = Int(request.queryStringParameters["from"] ?? "10"), 0...60 ~= start else {
            try response.setHead(
                LambdaHTTPResponseHead(
                    statusCode: 400,
                    headers: ["Content-Type": "text/plain; charset=utf-8"]
                )
            )
            return try await response.write("Count from 0 to 60 seconds: ?from=10\n")
        }
        if wantsPage(request) {
            try response.setHead(
                LambdaHTTPResponseHead(headers: ["Content-Type": "text/html; charset=utf-8"])
            )
            return try await response.write(Self.page)
        }
        try response.setHead(
            LambdaHTTPResponseHead(
                headers: ["Content-Type": "text/event-stream", "Cache-Control": "no-cache"]
            )
        )
        for number in stride(from: start, to: 0, by: -1) {
            try await response.write("event: count\ndata: \(number)\n\n")
            try await Task.sleep(for: beat)
        }
        try await response.write("event: launch\ndata: Lift-off!\n\n")
        // The reader has everything from here on, and does not wait for the record.
        try await response.finish()
        try await records.add(launchFrom: start, context: context)
    }

    /// A browser that is sent to an address asks for HTML; its `EventSource` asks for events.
    private func wantsPage(_ request: FunctionURLRequest) -> Bool {
        request.headers["Accept"].map { $0.lowercased().hasPrefix("text/html") } ?? false
    }
}

/// Where launches are kept.
protocol LaunchRecords: Sendable {
    func add(launchFrom start: Int, context: LambdaContext) async throws
}

/// Keeps launches in the log.
struct LoggedLaunchRecords: LaunchRecords {
    func add(launchFrom start: Int, context: LambdaContext) async throws {
        context.logger.info("Launched.", ["from": "\(start)"])
    }
}
