import LambdaEvents
import LambdaTesting
import Testing

struct DeveloperToolsDetailsTests {
    private func detail<Detail: Decodable>(
        _ name: String,
        _ type: Detail.Type = Detail.self
    ) throws -> Detail {
        try Fixture("eventbridge-developer-tools/\(name).json").detail()
    }

    @Test
    func readsTheDatesOfABuild() throws {
        let build: CodeBuildStateChangeDetail = try detail("codebuild-succeeded")
        let information = try #require(build.additionalInformation)
        #expect(information.buildNumber == 55)
        #expect(information.timeoutInMinutes == 60)
        #expect(information.startTimestamp == Timestamp(iso8601: "2026-11-02T09:12:29Z"))
        let phase = try #require(information.phases.first { $0.type == .build })
        #expect(phase.startTimestamp == Timestamp(iso8601: "2026-11-02T09:13:05Z"))
        #expect(phase.endTimestamp == Timestamp(iso8601: "2026-11-02T12:14:21Z"))
        #expect(phase.durationInSeconds == 10876)
        let last = try #require(information.phases.last)
        #expect(last.type == .completed)
        #expect(last.status == nil)
        #expect(last.endTimestamp == nil)
    }

    @Test
    func aPhaseSaysWhyItFailed() throws {
        let phase: CodeBuildPhaseChangeDetail = try detail("codebuild-phase-failed")
        #expect(phase.completedPhaseStatus == .failed)
        #expect(phase.completedPhaseStartTimestamp == Timestamp(iso8601: "2026-11-02T09:13:05Z"))
        #expect(phase.completedPhaseEndTimestamp == Timestamp(iso8601: "2026-11-02T12:14:21Z"))
        #expect(phase.additionalInformation?.phases.first?.context?.count == 1)
    }

    @Test(arguments: [
        ("Sep 1, 2017 4:12:29 PM", "2017-09-01T16:12:29Z"),
        ("Sep 1, 2017, 4:12:29\u{202F}PM", "2017-09-01T16:12:29Z"),
        ("Jan 31, 2026 12:00:01 AM", "2026-01-31T00:00:01Z"),
        ("Dec 31, 2026 12:59:59 PM", "2026-12-31T12:59:59Z"),
        ("Wed Nov 06 19:10:58 UTC 2019", "2019-11-06T19:10:58Z"),
        ("Tue Feb 9 2019 10:18:42 PDT", "2019-02-09T10:18:42-07:00"),
        ("Tue Jun 18 10:34:20 EST 2019 ", "2019-06-18T10:34:20-05:00"),
    ])
    func readsDatesInWords(words: String, iso8601: String) {
        var request = CodeCommitPullRequestStateChangeDetail(
            event: .pullRequestCreated,
            pullRequestID: "1"
        )
        request.creationDate = words
        request.lastModifiedDate = words
        #expect(request.creationTimestamp == Timestamp(iso8601: iso8601))
        #expect(request.lastModifiedTimestamp == Timestamp(iso8601: iso8601))
        #expect(CodeBuildInformation(startTime: words).startTimestamp != nil)
    }

    @Test(arguments: [
        "", "yesterday", "Sep 1, 2017", "Sep 31, 2017 4:12:29 PM", "Sep 1, 2017 13:12:29 PM",
        "Sep 1, 2017 0:12:29 AM", "Sep 1, 12017 4:12:29 PM", "Sep 1, 2017 4:12 PM",
        "Wed Nov 06 19:10:58 CET 2019", "Wed Nov 06 19:10:58:00 UTC 2019", "06 19:10:58 UTC 2019",
        "Wed Nov 99 19:10:58 UTC 2019", "Wed Nov 06 99:10:58 UTC 2019", "Nov -1 19:10:58 UTC 2019",
        "99999999999999999999",
    ])
    func whatIsNoDateIsNoTimestamp(words: String) {
        #expect(CodeBuildInformation(startTime: words).startTimestamp == nil)
    }

    @Test
    func versionsAreNumbersOrStrings() throws {
        let started: CodePipelineExecutionStateChangeDetail = try detail("codepipeline-started")
        #expect(started.version == 3)
        #expect(started.pipelineExecutionAttempt?.intValue == 1)
        let stage: CodePipelineStageExecutionStateChangeDetail = try detail(
            "codepipeline-stage-started"
        )
        #expect(stage.version?.intValue == 1)
        let source: CodePipelineActionExecutionStateChangeDetail = try detail(
            "codepipeline-action-succeeded"
        )
        let deployment: CodePipelineActionExecutionStateChangeDetail = try detail(
            "codepipeline-action-failed"
        )
        #expect(source.type?.version == deployment.type?.version)
        #expect(deployment.executionResult?.errorCode == "JobFailed")
        #expect(source.outputArtifacts.first?.s3Location?.key == "shop/Source/k3y")
    }

    @Test
    func knowsWhetherAPullRequestIsMerged() throws {
        let approved: CodeCommitPullRequestStateChangeDetail = try detail(
            "codecommit-pull-request-approved"
        )
        #expect(approved.isMerged?.boolValue == false)
        #expect(approved.approvalStatus == "APPROVE")
        #expect(approved.creationTimestamp == Timestamp(iso8601: "2026-11-02T09:10:58Z"))
        let merged: CodeCommitPullRequestStateChangeDetail = try detail(
            "codecommit-pull-request-merged"
        )
        #expect(merged.isMerged?.boolValue == true)
        #expect(merged.creationTimestamp == Timestamp(iso8601: "2026-11-02T09:10:58-08:00"))
        #expect(merged.lastModifiedTimestamp == Timestamp(iso8601: "2026-11-02T09:15:30-08:00"))
    }

    @Test
    func readsTheDatesOfATemplate() throws {
        let template: CodeCommitApprovalRuleTemplateDetail = try detail(
            "codecommit-template-created"
        )
        #expect(template.repositories.isEmpty)
        #expect(template.creationTimestamp == Timestamp(iso8601: "2026-11-02T09:02:14Z"))
        #expect(template.lastModifiedTimestamp == template.creationTimestamp)
    }

    @Test(arguments: [
        ("CREATE_IN_PROGRESS", true, false),
        ("CREATE_COMPLETE", false, false),
        ("CREATE_FAILED", false, true),
        ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", true, false),
        ("ROLLBACK_COMPLETE", false, true),
        ("UPDATE_ROLLBACK_IN_PROGRESS", true, true),
        ("IMPORT_ROLLBACK_COMPLETE", false, true),
        ("RUNNING", true, false),
        ("SUCCEEDED", false, false),
        ("FAILED", false, true),
    ])
    func knowsWhatAStatusMeans(status: String, isInProgress: Bool, isFailure: Bool) {
        let status = CloudFormationStatusDetails.Status(rawValue: status)
        #expect(status.isInProgress == isInProgress)
        #expect(status.isFailure == isFailure)
    }

    @Test
    func whatIsNotCountedYetIsNil() throws {
        let found: CloudFormationDriftDetectionStatusChangeDetail = try detail(
            "cloudformation-drift"
        )
        #expect(found.driftDetectionDetails?.driftedResources == 1)
        let searching: CloudFormationDriftDetectionStatusChangeDetail = try detail(
            "cloudformation-drift-in-progress"
        )
        #expect(searching.driftDetectionDetails?.driftedStackResourceCount == -1)
        #expect(searching.driftDetectionDetails?.driftedResources == nil)
    }
}
