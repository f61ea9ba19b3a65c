import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct ScheduledEventTests {
    @Test
    func readsTheEventOfARule() throws {
        let event = try ScheduledEvent(fixture: "eventbridge/scheduled-rule.json")
        #expect(event.detailType == .scheduledEvent)
        #expect(event.source == .events)
        #expect(event.time == Timestamp(iso8601: "2026-03-01T02:00:00Z"))
        #expect(event.scheduleARN == "arn:aws:events:us-east-1:123456789012:rule/nightly-report")
        #expect(event.scheduleName == "nightly-report")
        #expect(event.detail == [:])
    }

    @Test
    func readsTheEventOfEventBridgeScheduler() throws {
        let event = try ScheduledEvent(fixture: "eventbridge/scheduled-scheduler.json")
        #expect(event.source == .scheduler)
        #expect(event.scheduleName == "nightly-report")
        #expect(event.detail == "{}")
    }

    @Test
    func hasNoNameWithoutAnARN() {
        var event = ScheduledEvent(time: Timestamp(secondsSinceEpoch: 0))
        #expect(event.scheduleARN == nil)
        #expect(event.scheduleName == nil)
        event.resources = ["no ARN at all"]
        #expect(event.scheduleName == nil)
        event.resources = ["ends/"]
        #expect(event.scheduleName == "")
    }

    @Test(arguments: Coder.allCases)
    func anEventAboutSomethingElseHasTheSameEnvelope(coder: Coder) throws {
        let bytes = try Fixture("eventbridge/scheduled-scheduler.json").bytes
        let event = try coder.decode(EventBridgeEvent<JSONValue>.self, from: bytes)
        #expect(event.detailType == .scheduledEvent)
    }
}
