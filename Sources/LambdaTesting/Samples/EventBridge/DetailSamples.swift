/// The fixture that is the sample of each type of detail, by folder.
enum DetailSamples {
    /// The name of the fixture of a type.
    ///
    /// `nil` for a type that is not of this library.
    static func fixture(of type: any Any.Type) -> String? {
        let name = "\(type)"
        for (folder, files) in files {
            if let file = files[name] { return "\(folder)/\(file).json" }
        }
        return nil
    }

    private static let files: KeyValuePairs<String, [String: String]> = [
        "eventbridge-security": [
            "ACMCertificateDetail": "acm-approaching-expiration",
            "AccessAnalyzerFindingDetail": "access-analyzer-finding",
            "CloudTrailDetail": "cloudtrail-api-call",
            "GuardDutyFindingDetail": "guardduty-finding",
            "KMSKeyDetail": "kms-rotation",
            "SecurityHubFindingsDetail": "security-hub-imported",
            "WorkSpacesAccessDetail": "workspaces-access",
        ],
        "eventbridge-operations": [
            "ApplicationAutoScalingActivityDetail": "application-auto-scaling",
            "CloudWatchAlarmConfigurationChangeDetail": "alarm-configuration-change",
            "CloudWatchAlarmStateChangeDetail": "alarm-state-change",
            "ConfigComplianceChangeDetail": "config-compliance-change",
            "ConfigItemChangeDetail": "config-item-change",
            "HealthEventDetail": "health-event",
            "RDSEventDetail": "rds-instance",
            "TagChangeDetail": "tag-change",
            "TrustedAdvisorCheckItemDetail": "trusted-advisor-check-item",
        ],
        "eventbridge-compute": [
            "AutoScalingActivityDetail": "auto-scaling-launch-successful",
            "AutoScalingInstanceRefreshDetail": "auto-scaling-refresh-checkpoint",
            "AutoScalingLifecycleActionDetail": "auto-scaling-lifecycle-launch",
            "BatchJobStateChangeDetail": "batch-job-runnable",
            "EBSFastSnapshotRestoreDetail": "ebs-fast-snapshot-restore",
            "EBSMultiVolumeSnapshotsDetail": "ebs-multi-volume-snapshots",
            "EBSSnapshotDetail": "ebs-snapshot-created",
            "EBSVolumeDetail": "ebs-volume-created",
            "EC2AMIStateChangeDetail": "ec2-ami-available",
            "EC2InstanceStateChangeDetail": "ec2-instance-state-change-pending",
            "EC2RebalanceRecommendationDetail": "ec2-rebalance-recommendation",
            "EC2SpotInterruptionWarningDetail": "ec2-spot-interruption-warning",
            "EC2SpotRequestFulfillmentDetail": "ec2-spot-request-fulfillment",
            "ECRImageActionDetail": "ecr-image-pushed",
            "ECRImageScanDetail": "ecr-image-scanned",
            "ECRPullThroughCacheActionDetail": "ecr-pull-through-failed",
            "ECRReplicationActionDetail": "ecr-image-replicated",
            "ECRScanResourceChangeDetail": "ecr-scan-frequency-changed",
            "ECSContainerInstanceStateChangeDetail": "ecs-container-instance-active",
            "ECSDeploymentStateChangeDetail": "ecs-deployment-failed",
            "ECSServiceActionDetail": "ecs-service-steady-state",
            "ECSTaskStateChangeDetail": "ecs-task-running",
            "EMRAutoScalingPolicyStateChangeDetail": "emr-scaling-policy-pending",
            "EMRClusterStateChangeDetail": "emr-cluster-terminated",
            "EMRInstanceFleetStateChangeDetail": "emr-instance-fleet-resizing",
            "EMRInstanceGroupStateChangeDetail": "emr-instance-group-running",
            "EMRStepStatusChangeDetail": "emr-step-failed",
            "GlueCrawlerStateChangeDetail": "glue-crawler-started",
            "GlueDataCatalogStateChangeDetail": "glue-catalog-table",
            "GlueDataQualityResultDetail": "glue-data-quality-table",
            "GlueJobStateChangeDetail": "glue-job-failed",
            "LambdaInvocationRecord": "lambda-invocation-failure",
            "StepFunctionsExecutionDetail": "step-functions-running",
        ],
        "eventbridge-developer-tools": [
            "CloudFormationDriftDetectionStatusChangeDetail": "cloudformation-drift",
            "CloudFormationResourceStatusChangeDetail": "cloudformation-resource",
            "CloudFormationStackSetStatusChangeDetail": "cloudformation-stackset",
            "CloudFormationStackStatusChangeDetail": "cloudformation-stack-complete",
            "CodeArtifactPackageVersionDetail": "codeartifact-published",
            "CodeBuildPhaseChangeDetail": "codebuild-phase-failed",
            "CodeBuildStateChangeDetail": "codebuild-succeeded",
            "CodeCommitApprovalRuleTemplateDetail": "codecommit-template-created",
            "CodeCommitCommentDetail": "codecommit-comment-on-commit",
            "CodeCommitCommentReactionDetail": "codecommit-reaction",
            "CodeCommitPullRequestStateChangeDetail": "codecommit-pull-request-approved",
            "CodeCommitRepositoryStateChangeDetail": "codecommit-reference-created",
            "CodeDeployDeploymentStateChangeDetail": "codedeploy-deployment-success",
            "CodeDeployInstanceStateChangeDetail": "codedeploy-instance-failure",
            "CodePipelineActionExecutionStateChangeDetail": "codepipeline-action-succeeded",
            "CodePipelineExecutionStateChangeDetail": "codepipeline-started",
            "CodePipelineStageExecutionStateChangeDetail": "codepipeline-stage-started",
        ],
        "eventbridge-s3": [
            "S3ObjectAnnotationDetail": "object-annotation-created",
            "S3ObjectCreatedDetail": "object-created",
            "S3ObjectDeletedDetail": "object-deleted",
            "S3ObjectPropertiesDetail": "object-acl-updated",
            "S3ObjectRestoreDetail": "object-restore-initiated",
            "S3ObjectTransitionDetail": "object-storage-class-changed",
        ],
        "eventbridge-machine-learning": [
            "SageMakerEndpointDetail": "sagemaker-endpoint",
            "SageMakerHumanLoopDetail": "sagemaker-human-loop",
            "SageMakerPipelineExecutionDetail": "sagemaker-pipeline-execution",
            "SageMakerPipelineStepDetail": "sagemaker-pipeline-step",
            "SageMakerTrainingJobDetail": "sagemaker-training-job",
            "TranscribeJobDetail": "transcribe-job",
            "TranslateParallelDataDetail": "translate-parallel-data",
            "TranslateTextJobDetail": "translate-text-job",
        ],
    ]
}
