import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct OperationsDetailsTests {
    private func detail<Detail: Decodable>(
        _ name: String,
        _: Detail.Type = Detail.self
    ) throws -> Detail {
        try EventBridgeEvent<Detail>(fixture: "eventbridge-operations/\(name).json").detail
    }

    @Test
    func readsAMetricAlarm() throws {
        let alarm: CloudWatchAlarmStateChangeDetail = try detail("alarm-state-change")
        #expect(alarm.state.value == .alarm)
        #expect(alarm.previousState?.value == .ok)
        #expect(alarm.state.timestamp == Timestamp(iso8601: "2026-03-01T12:00:00.989Z"))
        let metric = try #require(alarm.configuration?.metrics.first?.metricStat)
        #expect(metric.metric?.name == "CPUUtilization")
        #expect(metric.metric?.dimensions == ["InstanceId": "i-1234567890abcdef0"])
        let reason = try alarm.state.decodeReasonData(as: JSONValue.self)
        #expect(reason?["threshold"] == 50)
    }

    @Test
    func readsACompositeAlarm() throws {
        let alarm: CloudWatchAlarmStateChangeDetail = try detail("alarm-state-change-composite")
        #expect(alarm.configuration?.alarmRule != nil)
        #expect(alarm.configuration?.metrics.isEmpty == true)
        #expect(alarm.state.actionsSuppressedBy == "WaitPeriod")
        #expect(try alarm.previousState?.decodeReasonData(as: JSONValue.self) == nil)
    }

    @Test
    func anAlarmWhoseReasonIsNotJSONStillDecodes() {
        let state = CloudWatchAlarmState(value: .alarm, reasonData: "not JSON")
        #expect(throws: DecodingError.self) { try state.decodeReasonData(as: JSONValue.self) }
    }

    @Test
    func readsTheDatesOfHealth() throws {
        let event: HealthEventDetail = try detail("health-event")
        #expect(event.startTimestamp == Timestamp(iso8601: "2026-03-01T15:10:09Z"))
        #expect(event.endTimestamp == Timestamp(iso8601: "2026-03-02T15:10:09Z"))
        #expect(event.lastUpdatedTimestamp == Timestamp(iso8601: "2026-02-28T06:27:57Z"))
        #expect(event.affectedEntities.map(\.entityValue).count == 2)
        #expect(event.eventTypeCategory == .scheduledChange)
    }

    @Test(
        arguments: [
            ("Sun, 1 Mar 2026 15:10:09 GMT", true), ("2026-03-01T15:10:09Z", true),
            ("Sun, 01 Mar 2026 15:10:09 GMT", true), ("Sun 01 Mar 2026 15:10:09 UTC", true),
            ("", false), ("soon", false), ("Sun, 1 Mai 2026 15:10:09 GMT", false),
            ("Sun, 31 Feb 2026 15:10:09 GMT", false), ("Sun, 1 Mar 2026 15:10:09 CET", false),
            (", , , , , GMT", false),
        ]
    )
    func aDateOfHealthThatIsNoneIsNil(text: String, isDate: Bool) throws {
        var event: HealthEventDetail = try detail("health-event")
        event.startTime = text
        #expect(
            event.startTimestamp == (isDate ? Timestamp(iso8601: "2026-03-01T15:10:09Z") : nil)
        )
    }

    @Test
    func readsWhatARuleSays() throws {
        let change: ConfigComplianceChangeDetail = try detail("config-compliance-change")
        #expect(change.newEvaluationResult?.complianceType == .nonCompliant)
        #expect(change.oldEvaluationResult?.complianceType == .compliant)
    }
}
