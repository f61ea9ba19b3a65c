import LambdaCloudWatchLogsEvents
import LambdaRuntime

/// Calls somebody when functions log errors: subscribed to their log groups, never to its own.
///
/// The functions log in JSON, as they do with `LogFormat: JSON`. Lines of other forms are let pass.
@main
struct LogWatch: LambdaHandler {
    let pager: any Pager

    init() { self.init(pager: LoggedPager()) }

    init(pager: any Pager) { self.pager = pager }

    func handle(_ event: CloudWatchLogsEvent, context: LambdaContext) async throws -> Summary {
        let logs = try event.decodeLogs()
        // CloudWatch Logs asks now and then whether anybody is there.
        guard logs.messageType == .data else { return Summary() }
        var summary = Summary(lines: logs.logEvents.count)
        for line in logs.logEvents {
            guard let entry = try? line.decodeMessage(as: Entry.self), entry.isError else {
                continue
            }
            summary.errors += 1
            try await pager.call(
                Call(id: line.id, source: logs.logGroup, text: entry.message),
                context: context
            )
        }
        return summary
    }
}

struct Summary: Codable, Equatable {
    var lines = 0
    var errors = 0
}

/// A line as functions log it.
private struct Entry: Decodable {
    var level: String
    var message: String

    var isError: Bool { level == "ERROR" || level == "FATAL" }
}
