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
    func readsACallThatCloudTrailRecorded() throws {
        let call: CloudTrailDetail = try detail("cloudtrail-api-call")
        #expect(call.eventName == "CreateBucket")
        #expect(call.requestParameters?["bucketName"] == "amzn-s3-demo-bucket")
        #expect(call.userIdentity?.type == .assumedRole)
        #expect(call.userIdentity?.sessionContext?.sessionIssuer?.userName == "deploy")
        #expect(call.userIdentity?.sessionContext?.attributes?.isMFAAuthenticated == false)
        #expect(call.resources.first?.arn == "arn:aws:s3:::amzn-s3-demo-bucket")
        #expect(!call.isError)
        #expect(call.isSuccessfulConsoleLogin == nil)
        #expect(try detail("cloudtrail-denied", CloudTrailDetail.self).isError)
    }

    @Test
    func readsASignIn() throws {
        let signIn: CloudTrailDetail = try detail("console-sign-in")
        #expect(signIn.isSuccessfulConsoleLogin == true)
        #expect(signIn.isConsoleLoginWithMFA == true)
        #expect(signIn.eventType == .awsConsoleSignIn)
    }

    @Test(arguments: ["AWS Console Sign In via CloudTrail", "AWS Console Signin via CloudTrail"])
    func aSignInHasTwoSpellings(detailType: String) {
        let type = EventBridgeDetailType(rawValue: detailType)
        #expect(CloudTrailDetail.matches(source: .signIn, detailType: type))
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
    func readsAFinding() throws {
        let finding: GuardDutyFindingDetail = try detail("guardduty-finding")
        #expect(finding.resourceType == "Instance")
        #expect(finding.severity == 5.5)
        #expect(finding.count == 3)
        #expect(finding.firstSeen == Timestamp(iso8601: "2026-03-01T11:00:00Z"))
        #expect(finding.lastSeen == Timestamp(iso8601: "2026-03-01T11:59:00Z"))
        #expect(!finding.isArchived)
    }

    @Test
    func readsWhatARuleSays() throws {
        let change: ConfigComplianceChangeDetail = try detail("config-compliance-change")
        #expect(change.newEvaluationResult?.complianceType == .nonCompliant)
        #expect(change.oldEvaluationResult?.complianceType == .compliant)
    }

    @Test
    func readsTimesInEachForm() throws {
        let job: SageMakerTrainingJobDetail = try detail("sagemaker-training-job")
        #expect(job.trainingEndTime == Timestamp(iso8601: "2026-03-01T12:00:00Z"))
        let endpoint: SageMakerEndpointDetail = try detail("sagemaker-endpoint")
        #expect(endpoint.lastModifiedTime == Timestamp(iso8601: "2026-03-01T12:00:00.287Z"))
    }
}
