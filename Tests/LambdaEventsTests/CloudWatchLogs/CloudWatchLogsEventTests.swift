import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct CloudWatchLogsEventTests {
    private struct Line: Decodable {
        let level: String
        let order: String
    }

    @Test
    func theEventHoldsTheMessage() throws {
        for (event, message) in [("logs", "data-message"), ("control", "control-message")] {
            #expect(
                try CloudWatchLogsEvent(fixture: "cloudwatch-logs/\(event).json").decodeLogs()
                    == CloudWatchLogsMessage(fixture: "cloudwatch-logs/\(message).json")
            )
        }
    }

    @Test
    func decodesALineOfJSON() throws {
        let logs = try CloudWatchLogsMessage(fixture: "cloudwatch-logs/data-message.json")
        let line = try logs.logEvents[0].decodeMessage(as: Line.self)
        #expect(line.level == "ERROR")
        #expect(line.order == "A-1")
        #expect(throws: DecodingError.self) {
            try logs.logEvents[1].decodeMessage(as: Line.self)
        }
        #expect(logs.logEvents[0].timestamp == Timestamp(iso8601: "2026-11-20T12:00:00.373Z"))
    }

    @Test
    func tellsAControlMessageFromLines() throws {
        let control = try CloudWatchLogsMessage(fixture: "cloudwatch-logs/control-message.json")
        #expect(control.messageType == .control)
        #expect(control.subscriptionFilters.isEmpty)
        let account = try CloudWatchLogsMessage(
            fixture: "cloudwatch-logs/account-level-message.json"
        )
        #expect(account.messageType == .data)
        #expect(account.policyLevel == .account)
    }

    @Test
    func readsWhatComesThroughKinesis() throws {
        let record = try KinesisEvent(fixture: "kinesis/cloudwatch-logs-gzip.json").records[0]
        let logs = try record.kinesis.decodeGunzippedData(as: CloudWatchLogsMessage.self)
        #expect(!logs.logEvents.isEmpty)
    }

    @Test(
        arguments: zip(
            ["?", "bm8gZ3ppcA==", "H4sIAAAAAAACAw=="],
            [
                "Expected Base64 in the data of the logs.",
                "Expected the header of gzip in the data of the logs.",
                "Expected more bytes of gzip, found the end in the data of the logs.",
            ]
        )
    )
    func saysWhatIsWrongWithTheData(_ data: String, _ expected: String) throws {
        let event = CloudWatchLogsEvent(awslogs: .init(data: data))
        do {
            _ = try event.decodeLogs()
            Issue.record("The data were taken.")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.debugDescription == expected)
            #expect(context.underlyingError is LambdaJSONError)
        }
    }

    @Test
    func logsHaveALimit() throws {
        let event = try CloudWatchLogsEvent(fixture: "cloudwatch-logs/logs.json")
        #expect(throws: DecodingError.self) { try event.decodeLogs(limit: 100) }
    }

    @Test
    func samplesAreCompressed() throws {
        let long = String(repeating: "A line. ", count: 20_000)
        let event = try CloudWatchLogsEvent.sample(
            messages: ["Hello", ["level": "ERROR"], long],
            logGroup: "/aws/lambda/checkout"
        )
        let logs = try event.decodeLogs()
        #expect(logs.logEvents.map(\.message) == ["Hello", #"{"level":"ERROR"}"#, long])
        #expect(logs.logGroup == "/aws/lambda/checkout")
        #expect(Set(logs.logEvents.map(\.id)).count == 3)
    }
}
