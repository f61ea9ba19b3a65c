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
}
