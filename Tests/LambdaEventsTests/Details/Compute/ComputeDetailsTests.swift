import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct ComputeDetailsTests {
    private func detail<Detail: Decodable>(
        _ name: String,
        _ type: Detail.Type = Detail.self
    ) throws -> Detail {
        try Fixture("eventbridge-compute/\(name).json").detail()
    }

    @Test
    func anInstanceMayBePending() throws {
        let change: EC2InstanceStateChangeDetail = try detail("ec2-instance-state-change-pending")
        #expect(change.state == .pending)
        #expect(change.instanceID == "i-0a1b2c3d4e5f60718")
    }

    @Test
    func theSourceOfASnapshotIsAVolumeOrAnAccount() throws {
        let created: EBSSnapshotDetail = try detail("ebs-snapshot-created")
        #expect(created.source == "arn:aws:ec2::us-east-1:volume/vol-0123456789abcdef0")
        #expect(created.incremental == nil)
        let shared: EBSSnapshotDetail = try detail("ebs-snapshot-shared")
        #expect(shared.source == 210_987_654_321)
        #expect(shared.source?.text == "210987654321")
        let copied: EBSSnapshotDetail = try detail("ebs-snapshot-copied")
        #expect(copied.incremental?.boolValue == true)
        let locked: EBSSnapshotDetail = try detail("ebs-snapshot-locked")
        #expect(locked.lockDuration?.intValue == 123)
    }

    @Test
    func findsWhatIsAttachedToATask() throws {
        let task: ECSTaskStateChangeDetail = try detail("ecs-task-running")
        #expect(task.lastStatus == .running)
        #expect(task.launchType == .fargate)
        #expect(
            task.attachments.first?.details.value(named: "networkInterfaceId")
                == "eni-0a1b2c3d4e5f60718"
        )
        #expect(task.attachments.first?.details.value(named: "unknown") == nil)
        let override = try #require(task.overrides?.containerOverrides.first)
        #expect(override.environment.value(named: "STAGE") == "beta")
        #expect(override.cpu == 128)
        #expect(task.startedAt == Timestamp(iso8601: "2026-11-02T09:15:30.5Z"))
    }

    @Test
    func aStoppedTaskSaysWhy() throws {
        let task: ECSTaskStateChangeDetail = try detail("ecs-task-stopped")
        #expect(task.stopCode == .essentialContainerExited)
        #expect(task.attachments.isEmpty)
        let container = try #require(task.containers.first)
        #expect(container.exitCode == 137)
        #expect(container.networkBindings.first?.hostPort == 49153)
        #expect(container.networkInterfaces.isEmpty)
    }

    @Test
    func findsTheResourcesOfAContainerInstance() throws {
        let instance: ECSContainerInstanceStateChangeDetail = try detail(
            "ecs-container-instance-active"
        )
        #expect(instance.registeredResource(named: "MEMORY")?.integerValue == 3767)
        #expect(instance.remainingResource(named: "MEMORY")?.integerValue == 3511)
        #expect(instance.remainingResource(named: "PORTS")?.stringSetValue?.count == 5)
        #expect(instance.remainingResource(named: "PORTS_UDP")?.stringSetValue == [])
        #expect(instance.registeredResource(named: "GPU") == nil)
        #expect(instance.remainingResource(named: "GPU") == nil)
    }

    @Test
    func aSeverityWithoutFindingsCountsZero() throws {
        let scan: ECRImageScanDetail = try detail("ecr-image-scanned")
        #expect(scan.findingCount(of: .critical) == 2)
        #expect(scan.findingCount(of: .high) == 0)
    }

    @Test
    func knowsWhereAnInstanceWasLaunched() throws {
        let activity: AutoScalingActivityDetail = try detail("auto-scaling-launch-successful")
        #expect(activity.availabilityZone == "us-east-1b")
        #expect(activity.subnetID == "subnet-0a1b2c3d")
        #expect(activity.destination == .autoScalingGroup)
        let lifecycle: AutoScalingLifecycleActionDetail = try detail(
            "auto-scaling-lifecycle-launch"
        )
        #expect(lifecycle.lifecycleTransition == .launching)
        #expect(lifecycle.destination == .warmPool)
        let refresh: AutoScalingInstanceRefreshDetail = try detail(
            "auto-scaling-refresh-checkpoint"
        )
        #expect(refresh.checkpointPercentage?.intValue == 50)
    }

    @Test
    func datesOfAJobAreMilliseconds() throws {
        let job: BatchJobStateChangeDetail = try detail("batch-job-failed")
        #expect(job.createdAt?.millisecondsSinceEpoch == 1_793_610_931_058)
        #expect(job.attempts.first?.container?.exitCode == 1)
        #expect(job.container?.environment.value(named: "STAGE") == "beta")
        let array: BatchJobStateChangeDetail = try detail("batch-job-array")
        #expect(array.arrayProperties?.statusSummary["SUCCEEDED"] == 3)
    }

    @Test
    func decodesTheInputAndTheOutputOfAnExecution() throws {
        struct Order: Decodable {
            let order: Int
        }
        struct Invoice: Decodable {
            let total: Double
            let invoice: String
        }
        let done: StepFunctionsExecutionDetail = try detail("step-functions-succeeded")
        #expect(try done.decodeInput(as: Order.self)?.order == 1742)
        #expect(try done.decodeOutput(as: Invoice.self)?.total == 99.5)
        #expect(done.startDate?.millisecondsSinceEpoch == 1_793_610_931_847)
        #expect(throws: DecodingError.self) { try done.decodeInput(as: Invoice.self) }
        let running: StepFunctionsExecutionDetail = try detail("step-functions-running")
        #expect(running.stopDate == nil)
        #expect(try running.decodeOutput(as: Invoice.self) == nil)
        let large: StepFunctionsExecutionDetail = try detail("step-functions-large")
        #expect(large.inputDetails?.included == false)
        #expect(try large.decodeInput(as: Order.self) == nil)
        let failed: StepFunctionsExecutionDetail = try detail("step-functions-failed")
        #expect(failed.status == .failed)
        #expect(failed.error == "PaymentRefused")
    }

    @Test
    func readsBothSpellingsOfADataQualityResult() throws {
        let table: GlueDataQualityResultDetail = try detail("glue-data-quality-table")
        #expect(table.rulesSucceeded == 3)
        #expect(table.rulesFailed == 1)
        #expect(table.rulesSkipped == 0)
        #expect(table.resultID?.hasPrefix("dqresult-") == true)
        #expect(table.context?.jobName == nil)
        let job: GlueDataQualityResultDetail = try detail("glue-data-quality-job")
        #expect(job.rulesSucceeded == 100)
        #expect(job.rulesFailed == 0)
        #expect(job.rulesSkipped == 0)
        #expect(job.resultID?.hasPrefix("dqresult-") == true)
        #expect(job.context?.jobRunID?.hasPrefix("jr_") == true)
    }

    @Test
    func aCrawlerCountsInStrings() throws {
        let crawler: GlueCrawlerStateChangeDetail = try detail("glue-crawler-succeeded")
        #expect(crawler.state == .succeeded)
        #expect(crawler.runningTime?.intValue == 37)
        #expect(crawler.partitionsCreated?.intValue == 31)
    }

    @Test
    func readsWhyAClusterChanged() throws {
        var cluster: EMRClusterStateChangeDetail = try detail("emr-cluster-terminated")
        #expect(cluster.reason?.code == "USER_REQUEST")
        #expect(cluster.reason?.message == "Terminated by user request")
        cluster.stateChangeReason = #"{"code":""}"#
        #expect(cluster.reason?.code == "")
        #expect(cluster.reason?.message == nil)
        cluster.stateChangeReason = "because"
        #expect(cluster.reason == nil)
        cluster.stateChangeReason = nil
        #expect(cluster.reason == nil)
    }

    @Test
    func decodesWhatAFunctionWasGivenAndAnswered() throws {
        struct Request: Decodable {
            let orders: [String]
        }
        struct Failure: Decodable {
            let errorType: String
        }
        let record: LambdaInvocationRecord = try detail("lambda-invocation-failure")
        #expect(record.requestContext.condition == .retriesExhausted)
        #expect(record.responseContext?.functionError == .unhandled)
        #expect(try record.decodeRequest(as: Request.self)?.orders == ["A-7", "A-8"])
        #expect(try record.decodeResponse(as: Failure.self)?.errorType == "StockError")
        let aged = try Fixture("eventbridge-compute/lambda-invocation-record.json")
            .decode(as: LambdaInvocationRecord.self)
        #expect(aged.requestContext.condition == .eventAgeExceeded)
        #expect(aged.responseContext == nil)
        #expect(try aged.decodeResponse(as: Failure.self) == nil)
        #expect(throws: DecodingError.self) { try aged.decodeRequest(as: Failure.self) }
    }
}
