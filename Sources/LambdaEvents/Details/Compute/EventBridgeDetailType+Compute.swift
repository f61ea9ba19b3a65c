public import LambdaEventBridgeEvents

// The words that the services of this module use for their kinds of events.

extension EventBridgeDetailType {
    /// Sent by EC2: `EC2 Instance State-change Notification`.
    public static var ec2InstanceStateChange: Self { "EC2 Instance State-change Notification" }
    /// Sent by EC2: `EC2 Spot Instance Interruption Warning`.
    public static var ec2SpotInstanceInterruptionWarning: Self {
        "EC2 Spot Instance Interruption Warning"
    }
    /// Sent by EC2: `EC2 Instance Rebalance Recommendation`.
    public static var ec2InstanceRebalanceRecommendation: Self {
        "EC2 Instance Rebalance Recommendation"
    }
    /// Sent by EC2: `EC2 Spot Instance Request Fulfillment`.
    public static var ec2SpotInstanceRequestFulfillment: Self {
        "EC2 Spot Instance Request Fulfillment"
    }
    /// Sent by EC2: `EC2 AMI State Change`.
    public static var ec2AMIStateChange: Self { "EC2 AMI State Change" }
}

extension EventBridgeDetailType {
    /// Sent by EBS: `EBS Volume Notification`.
    public static var ebsVolumeNotification: Self { "EBS Volume Notification" }
    /// Sent by EBS: `EBS Snapshot Notification`.
    public static var ebsSnapshotNotification: Self { "EBS Snapshot Notification" }
    /// Sent by EBS: `EBS Multi-Volume Snapshots Completion Status`.
    public static var ebsMultiVolumeSnapshotsCompletionStatus: Self {
        "EBS Multi-Volume Snapshots Completion Status"
    }
    /// Sent by EBS: `EBS Fast Snapshot Restore State-change Notification`.
    public static var ebsFastSnapshotRestoreStateChange: Self {
        "EBS Fast Snapshot Restore State-change Notification"
    }
}

extension EventBridgeDetailType {
    /// Sent by ECS: `ECS Task State Change`.
    public static var ecsTaskStateChange: Self { "ECS Task State Change" }
    /// Sent by ECS: `ECS Container Instance State Change`.
    public static var ecsContainerInstanceStateChange: Self {
        "ECS Container Instance State Change"
    }
    /// Sent by ECS: `ECS Service Action`.
    public static var ecsServiceAction: Self { "ECS Service Action" }
    /// Sent by ECS: `ECS Deployment State Change`.
    public static var ecsDeploymentStateChange: Self { "ECS Deployment State Change" }
}

extension EventBridgeDetailType {
    /// Sent by ECR: `ECR Image Action`.
    public static var ecrImageAction: Self { "ECR Image Action" }
    /// Sent by ECR: `ECR Referrer Action`.
    public static var ecrReferrerAction: Self { "ECR Referrer Action" }
    /// Sent by ECR: `ECR Image Scan`.
    public static var ecrImageScan: Self { "ECR Image Scan" }
    /// Sent by ECR: `ECR Replication Action`.
    public static var ecrReplicationAction: Self { "ECR Replication Action" }
    /// Sent by ECR: `ECR Pull Through Cache Action`.
    public static var ecrPullThroughCacheAction: Self { "ECR Pull Through Cache Action" }
    /// Sent by ECR: `ECR Scan Resource Change`.
    public static var ecrScanResourceChange: Self { "ECR Scan Resource Change" }
}

extension EventBridgeDetailType {
    /// Sent by EC2 Auto Scaling: `EC2 Instance Launch Successful`.
    public static var ec2InstanceLaunchSuccessful: Self { "EC2 Instance Launch Successful" }
    /// Sent by EC2 Auto Scaling: `EC2 Instance Launch Unsuccessful`.
    public static var ec2InstanceLaunchUnsuccessful: Self { "EC2 Instance Launch Unsuccessful" }
    /// Sent by EC2 Auto Scaling: `EC2 Instance Terminate Successful`.
    public static var ec2InstanceTerminateSuccessful: Self { "EC2 Instance Terminate Successful" }
    /// Sent by EC2 Auto Scaling: `EC2 Instance Terminate Unsuccessful`.
    public static var ec2InstanceTerminateUnsuccessful: Self {
        "EC2 Instance Terminate Unsuccessful"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Instance-launch Lifecycle Action`.
    public static var ec2InstanceLaunchLifecycleAction: Self {
        "EC2 Instance-launch Lifecycle Action"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Instance-terminate Lifecycle Action`.
    public static var ec2InstanceTerminateLifecycleAction: Self {
        "EC2 Instance-terminate Lifecycle Action"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Checkpoint Reached`.
    public static var ec2AutoScalingInstanceRefreshCheckpointReached: Self {
        "EC2 Auto Scaling Instance Refresh Checkpoint Reached"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Started`.
    public static var ec2AutoScalingInstanceRefreshStarted: Self {
        "EC2 Auto Scaling Instance Refresh Started"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Succeeded`.
    public static var ec2AutoScalingInstanceRefreshSucceeded: Self {
        "EC2 Auto Scaling Instance Refresh Succeeded"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Failed`.
    public static var ec2AutoScalingInstanceRefreshFailed: Self {
        "EC2 Auto Scaling Instance Refresh Failed"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Cancelled`.
    public static var ec2AutoScalingInstanceRefreshCancelled: Self {
        "EC2 Auto Scaling Instance Refresh Cancelled"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Rollback Started`.
    public static var ec2AutoScalingInstanceRefreshRollbackStarted: Self {
        "EC2 Auto Scaling Instance Refresh Rollback Started"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Rollback Succeeded`.
    public static var ec2AutoScalingInstanceRefreshRollbackSucceeded: Self {
        "EC2 Auto Scaling Instance Refresh Rollback Succeeded"
    }
    /// Sent by EC2 Auto Scaling: `EC2 Auto Scaling Instance Refresh Rollback Failed`.
    public static var ec2AutoScalingInstanceRefreshRollbackFailed: Self {
        "EC2 Auto Scaling Instance Refresh Rollback Failed"
    }
}

extension EventBridgeDetailType {
    /// Sent by Batch: `Batch Job State Change`.
    public static var batchJobStateChange: Self { "Batch Job State Change" }
    /// Sent by Batch: `Batch Job Queue Blocked`.
    public static var batchJobQueueBlocked: Self { "Batch Job Queue Blocked" }
}

extension EventBridgeDetailType {
    /// Sent by Step Functions: `Step Functions Execution Status Change`.
    public static var stepFunctionsExecutionStatusChange: Self {
        "Step Functions Execution Status Change"
    }
}

extension EventBridgeDetailType {
    /// Sent by Glue: `Glue Job State Change`.
    public static var glueJobStateChange: Self { "Glue Job State Change" }
    /// Sent by Glue: `Glue Job Run Status`.
    public static var glueJobRunStatus: Self { "Glue Job Run Status" }
    /// Sent by Glue: `Glue Crawler State Change`.
    public static var glueCrawlerStateChange: Self { "Glue Crawler State Change" }
    /// Sent by Glue: `Glue Data Catalog Database State Change`.
    public static var glueDataCatalogDatabaseStateChange: Self {
        "Glue Data Catalog Database State Change"
    }
    /// Sent by Glue: `Glue Data Catalog Table State Change`.
    public static var glueDataCatalogTableStateChange: Self {
        "Glue Data Catalog Table State Change"
    }
    /// Sent by Glue: `Data Quality Evaluation Results Available`.
    public static var glueDataQualityEvaluationResultsAvailable: Self {
        "Data Quality Evaluation Results Available"
    }
}

extension EventBridgeDetailType {
    /// Sent by EMR: `EMR Cluster State Change`.
    public static var emrClusterStateChange: Self { "EMR Cluster State Change" }
    /// Sent by EMR: `EMR Step Status Change`.
    public static var emrStepStatusChange: Self { "EMR Step Status Change" }
    /// Sent by EMR: `EMR Instance Group State Change`.
    public static var emrInstanceGroupStateChange: Self { "EMR Instance Group State Change" }
    /// Sent by EMR: `EMR Instance Fleet State Change`.
    public static var emrInstanceFleetStateChange: Self { "EMR Instance Fleet State Change" }
    /// Sent by EMR: `EMR Auto Scaling Policy State Change`.
    public static var emrAutoScalingPolicyStateChange: Self {
        "EMR Auto Scaling Policy State Change"
    }
}

extension EventBridgeDetailType {
    /// Sent by Lambda: `Lambda Function Invocation Result - Success`.
    public static var lambdaInvocationSuccess: Self {
        "Lambda Function Invocation Result - Success"
    }
    /// Sent by Lambda: `Lambda Function Invocation Result - Failure`.
    public static var lambdaInvocationFailure: Self {
        "Lambda Function Invocation Result - Failure"
    }
}
