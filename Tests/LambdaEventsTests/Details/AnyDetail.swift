import LambdaEvents
import LambdaJSON

/// The detail that this library has for an event, chosen by what the details say of themselves.
///
/// Where it has none, it is any JSON.
struct AnyDetail: EventBridgeDetailChoice, Codable, Hashable {
    typealias Known = EventBridgeDetail & Codable & Hashable

    let value: any Codable & Hashable & Sendable

    init(_ detail: EventBridgeDetailDecoder) throws {
        for type in Self.compute + Self.developerTools + Self.others
        where type.matches(source: detail.source, detailType: detail.detailType) {
            value = try detail.decode(as: type)
            return
        }
        value = try detail.decode(as: JSONValue.self)
    }

    func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
    }

    static func == (left: Self, right: Self) -> Bool {
        AnyHashable(left.value) == AnyHashable(right.value)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(AnyHashable(value))
    }

    static let compute: [any Known.Type] = [
        AutoScalingActivityDetail.self,
        AutoScalingInstanceRefreshDetail.self,
        AutoScalingLifecycleActionDetail.self,
        BatchJobStateChangeDetail.self,
        EBSFastSnapshotRestoreDetail.self,
        EBSMultiVolumeSnapshotsDetail.self,
        EBSSnapshotDetail.self,
        EBSVolumeDetail.self,
        EC2AMIStateChangeDetail.self,
        EC2InstanceStateChangeDetail.self,
        EC2RebalanceRecommendationDetail.self,
        EC2SpotInterruptionWarningDetail.self,
        EC2SpotRequestFulfillmentDetail.self,
        ECRImageActionDetail.self,
        ECRImageScanDetail.self,
        ECRPullThroughCacheActionDetail.self,
        ECRReplicationActionDetail.self,
        ECRScanResourceChangeDetail.self,
        ECSContainerInstanceStateChangeDetail.self,
        ECSDeploymentStateChangeDetail.self,
        ECSServiceActionDetail.self,
        ECSTaskStateChangeDetail.self,
        EMRAutoScalingPolicyStateChangeDetail.self,
        EMRClusterStateChangeDetail.self,
        EMRInstanceFleetStateChangeDetail.self,
        EMRInstanceGroupStateChangeDetail.self,
        EMRStepStatusChangeDetail.self,
        GlueCrawlerStateChangeDetail.self,
        GlueDataCatalogStateChangeDetail.self,
        GlueDataQualityResultDetail.self,
        GlueJobStateChangeDetail.self,
        LambdaInvocationRecord.self,
        StepFunctionsExecutionDetail.self,
    ]

    static let developerTools: [any Known.Type] = [
        CloudFormationDriftDetectionStatusChangeDetail.self,
        CloudFormationResourceStatusChangeDetail.self,
        CloudFormationStackSetStatusChangeDetail.self,
        CloudFormationStackStatusChangeDetail.self,
        CodeArtifactPackageVersionDetail.self,
        CodeBuildPhaseChangeDetail.self,
        CodeBuildStateChangeDetail.self,
        CodeCommitApprovalRuleTemplateDetail.self,
        CodeCommitCommentDetail.self,
        CodeCommitCommentReactionDetail.self,
        CodeCommitPullRequestStateChangeDetail.self,
        CodeCommitRepositoryStateChangeDetail.self,
        CodeDeployDeploymentStateChangeDetail.self,
        CodeDeployInstanceStateChangeDetail.self,
        CodePipelineActionExecutionStateChangeDetail.self,
        CodePipelineExecutionStateChangeDetail.self,
        CodePipelineStageExecutionStateChangeDetail.self,
    ]

    static let others: [any Known.Type] = [
        S3ObjectCreatedDetail.self, S3ObjectDeletedDetail.self, S3ObjectRestoreDetail.self,
        S3ObjectTransitionDetail.self, S3ObjectPropertiesDetail.self,
        S3ObjectAnnotationDetail.self,
        AccessAnalyzerFindingDetail.self, ACMCertificateDetail.self,
        ApplicationAutoScalingActivityDetail.self, CloudTrailDetail.self,
        CloudWatchAlarmConfigurationChangeDetail.self, CloudWatchAlarmStateChangeDetail.self,
        ConfigComplianceChangeDetail.self, ConfigItemChangeDetail.self,
        GuardDutyFindingDetail.self, HealthEventDetail.self, KMSKeyDetail.self,
        RDSEventDetail.self, SageMakerEndpointDetail.self, SageMakerHumanLoopDetail.self,
        SageMakerPipelineExecutionDetail.self, SageMakerPipelineStepDetail.self,
        SageMakerTrainingJobDetail.self, SecurityHubFindingsDetail.self, TagChangeDetail.self,
        TranscribeJobDetail.self, TranslateParallelDataDetail.self, TranslateTextJobDetail.self,
        TrustedAdvisorCheckItemDetail.self, WorkSpacesAccessDetail.self,
    ]
}
