public import LambdaEventBridgeEvents
import LambdaEventsShared

extension EventBridgeDetailType {
    /// Sent by CloudWatch when an alarm went into another state.
    public static var cloudWatchAlarmStateChange: Self { "CloudWatch Alarm State Change" }
    /// Sent by CloudWatch when an alarm was created, changed or deleted.
    public static var cloudWatchAlarmConfigurationChange: Self {
        "CloudWatch Alarm Configuration Change"
    }
    /// Sent by AWS Health about a service, a region or resources.
    public static var healthEvent: Self { "AWS Health Event" }
    /// Sent by AWS Health when resources of the account are used to harm others.
    public static var healthAbuseEvent: Self { "AWS Health Abuse Event" }
    /// Sent by GuardDuty when it found something, and when it found more of it.
    public static var guardDutyFinding: Self { "GuardDuty Finding" }
    /// Sent by AWS Config when a resource began, or ceased, to comply with a rule.
    public static var configRulesComplianceChange: Self { "Config Rules Compliance Change" }
    /// Sent by AWS Config when the configuration of a resource changed.
    public static var configConfigurationItemChange: Self { "Config Configuration Item Change" }
    /// Sent by RDS about an instance.
    public static var rdsDBInstanceEvent: Self { "RDS DB Instance Event" }
    /// Sent by RDS about a cluster.
    public static var rdsDBClusterEvent: Self { "RDS DB Cluster Event" }
    /// Sent by RDS about a snapshot of an instance.
    public static var rdsDBSnapshotEvent: Self { "RDS DB Snapshot Event" }
    /// Sent by RDS about a snapshot of a cluster.
    public static var rdsDBClusterSnapshotEvent: Self { "RDS DB Cluster Snapshot Event" }
    /// Sent by RDS about a parameter group.
    public static var rdsDBParameterGroupEvent: Self { "RDS DB Parameter Group Event" }
    /// Sent by RDS about a security group.
    public static var rdsDBSecurityGroupEvent: Self { "RDS DB Security Group Event" }
    /// Sent by RDS about a proxy.
    public static var rdsDBProxyEvent: Self { "RDS DB Proxy Event" }
    /// Sent by RDS about a blue/green deployment.
    public static var rdsBlueGreenDeploymentEvent: Self { "RDS Blue Green Deployment Event" }
    /// Sent by RDS about a custom engine version.
    public static var rdsCustomEngineVersionEvent: Self { "RDS Custom Engine Version Event" }
    /// Sent by Trusted Advisor when the result of an item changed.
    public static var trustedAdvisorCheckItemRefresh: Self {
        "Trusted Advisor Check Item Refresh Notification"
    }
    /// Sent when the tags of a resource changed, whatever its service.
    public static var tagChangeOnResource: Self { "Tag Change on Resource" }
    /// Sent by Application Auto Scaling when a resource reached its greatest capacity.
    public static var applicationAutoScalingActivityStateChange: Self {
        "Application Auto Scaling Scaling Activity State Change"
    }
    /// Sent by Amazon Augmented AI when a review by people ended.
    public static var sageMakerHumanLoopStatusChange: Self {
        "SageMaker A2I HumanLoop Status Change"
    }
    /// Sent by SageMaker when a training job went into another state.
    public static var sageMakerTrainingJobStateChange: Self {
        "SageMaker Training Job State Change"
    }
    /// Sent by SageMaker when an endpoint went into another state.
    public static var sageMakerEndpointStateChange: Self { "SageMaker Endpoint State Change" }
    /// Sent by SageMaker when the deployment to an endpoint went on.
    public static var sageMakerEndpointDeploymentStateChange: Self {
        "SageMaker Endpoint Deployment State Change"
    }
    /// Sent by SageMaker when the execution of a pipeline went into another state.
    public static var sageMakerPipelineExecutionStatusChange: Self {
        "SageMaker Model Building Pipeline Execution Status Change"
    }
    /// Sent by SageMaker when a step of a pipeline went into another state.
    public static var sageMakerPipelineStepStatusChange: Self {
        "SageMaker Model Building Pipeline Execution Step Status Change"
    }
    /// Sent by Amazon Transcribe when a transcription job ended.
    public static var transcribeJobStateChange: Self { "Transcribe Job State Change" }
    /// Sent by Amazon Transcribe when the analysis of a call ended.
    public static var transcribeCallAnalyticsJobStateChange: Self {
        "Call Analytics Job State Change"
    }
    /// Sent by Amazon Translate when parallel data was created or updated.
    public static var translateParallelDataStateChange: Self {
        "Translate Parallel Data State Change"
    }
    /// Sent by Amazon Translate when a batch translation job went into another state.
    public static var translateTextTranslationJobStateChange: Self {
        "Translate TextTranslationJob State Change"
    }
    /// Sent by Amazon WorkSpaces when a user signed in.
    public static var workSpacesAccess: Self { "WorkSpaces Access" }
    /// Sent by IAM Access Analyzer when it found something, and when that changed.
    public static var accessAnalyzerFinding: Self { "Access Analyzer Finding" }
    /// Sent by KMS when the material of a key was rotated.
    public static var kmsKeyRotation: Self { "KMS CMK Rotation" }
    /// Sent by KMS when the imported material of a key expired.
    public static var kmsImportedKeyMaterialExpiration: Self {
        "KMS Imported Key Material Expiration"
    }
    /// Sent by KMS when a key was deleted.
    public static var kmsKeyDeletion: Self { "KMS CMK Deletion" }
    /// Sent by Certificate Manager each day from 45 days before a certificate expires.
    public static var acmCertificateApproachingExpiration: Self {
        "ACM Certificate Approaching Expiration"
    }
    /// Sent by Certificate Manager when a certificate expired.
    public static var acmCertificateExpired: Self { "ACM Certificate Expired" }
    /// Sent by Security Hub for each finding that is new or changed.
    public static var securityHubFindingsImported: Self { "Security Hub Findings - Imported" }
    /// Sent by Security Hub when someone chose findings for a custom action.
    public static var securityHubFindingsCustomAction: Self {
        "Security Hub Findings - Custom Action"
    }
}
