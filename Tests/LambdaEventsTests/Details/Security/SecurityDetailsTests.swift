import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct SecurityDetailsTests {
    private func detail<Detail: Decodable>(
        _ name: String,
        _: Detail.Type = Detail.self
    ) throws -> Detail {
        try EventBridgeEvent<Detail>(fixture: "eventbridge-security/\(name).json").detail
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
    func readsAFinding() throws {
        let finding: GuardDutyFindingDetail = try detail("guardduty-finding")
        #expect(finding.resourceType == "Instance")
        #expect(finding.severity == 5.5)
        #expect(finding.count == 3)
        #expect(finding.firstSeen == Timestamp(iso8601: "2026-03-01T11:00:00Z"))
        #expect(finding.lastSeen == Timestamp(iso8601: "2026-03-01T11:59:00Z"))
        #expect(!finding.isArchived)
    }
}
