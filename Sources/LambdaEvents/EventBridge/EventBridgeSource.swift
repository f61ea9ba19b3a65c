public import LambdaEventsShared

/// Who sent an event through EventBridge: `aws.s3`, or a name of your own.
///
/// The sources of AWS services begin with `aws.`, which no one else may use, and those of partners
/// with `aws.partner/`. Add your own in an extension, or write them as a string:
///
/// ```swift
/// extension EventBridgeSource {
///     static var orders: Self { "com.example.orders" }
/// }
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/eventbridge/latest/ref/welcome.html>
public struct EventBridgeSource: OpenValue, ExpressibleByStringLiteral {
    /// The text of the source.
    public let rawValue: String

    /// Creates a source from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a source from its text.
    public init(stringLiteral text: String) { self.init(rawValue: text) }

    /// Whether the source is a service of AWS.
    public var isAWSService: Bool { rawValue.hasPrefix("aws.") && !isPartner }

    /// Whether the source is a partner of AWS: a product whose events EventBridge takes in.
    public var isPartner: Bool { rawValue.hasPrefix("aws.partner/") }
}

extension EventBridgeSource {
    /// AWS IAM Access Analyzer.
    public static var accessAnalyzer: Self { "aws.access-analyzer" }
    /// AWS Certificate Manager.
    public static var acm: Self { "aws.acm" }
    /// Application Auto Scaling.
    public static var applicationAutoScaling: Self { "aws.application-autoscaling" }
    /// Amazon EC2 Auto Scaling.
    public static var autoScaling: Self { "aws.autoscaling" }
    /// AWS Backup.
    public static var backup: Self { "aws.backup" }
    /// AWS Batch.
    public static var batch: Self { "aws.batch" }
    /// Amazon Bedrock.
    public static var bedrock: Self { "aws.bedrock" }
    /// Amazon Chime.
    public static var chime: Self { "aws.chime" }
    /// AWS CloudFormation.
    public static var cloudFormation: Self { "aws.cloudformation" }
    /// Amazon CloudWatch.
    public static var cloudWatch: Self { "aws.cloudwatch" }
    /// AWS CodeBuild.
    public static var codeBuild: Self { "aws.codebuild" }
    /// AWS CodeCommit.
    public static var codeCommit: Self { "aws.codecommit" }
    /// AWS CodeDeploy.
    public static var codeDeploy: Self { "aws.codedeploy" }
    /// AWS CodePipeline.
    public static var codePipeline: Self { "aws.codepipeline" }
    /// AWS Config.
    public static var config: Self { "aws.config" }
    /// Amazon EC2, and Amazon EBS.
    public static var ec2: Self { "aws.ec2" }
    /// Amazon ECR.
    public static var ecr: Self { "aws.ecr" }
    /// Amazon ECS.
    public static var ecs: Self { "aws.ecs" }
    /// Amazon EMR.
    public static var emr: Self { "aws.emr" }
    /// EventBridge itself, which runs scheduled rules.
    public static var events: Self { "aws.events" }
    /// AWS Glue.
    public static var glue: Self { "aws.glue" }
    /// Amazon GuardDuty.
    public static var guardDuty: Self { "aws.guardduty" }
    /// AWS Health.
    public static var health: Self { "aws.health" }
    /// AWS Identity and Access Management.
    public static var iam: Self { "aws.iam" }
    /// Amazon Inspector.
    public static var inspector: Self { "aws.inspector2" }
    /// AWS Key Management Service.
    public static var kms: Self { "aws.kms" }
    /// Amazon Macie.
    public static var macie: Self { "aws.macie" }
    /// Amazon RDS, Aurora included.
    public static var rds: Self { "aws.rds" }
    /// Amazon S3.
    public static var s3: Self { "aws.s3" }
    /// Amazon SageMaker AI.
    public static var sageMaker: Self { "aws.sagemaker" }
    /// EventBridge Scheduler.
    public static var scheduler: Self { "aws.scheduler" }
    /// AWS Secrets Manager.
    public static var secretsManager: Self { "aws.secretsmanager" }
    /// AWS Security Hub.
    public static var securityHub: Self { "aws.securityhub" }
    /// The sign-in of the AWS console.
    public static var signIn: Self { "aws.signin" }
    /// AWS Step Functions.
    public static var stepFunctions: Self { "aws.states" }
    /// AWS Systems Manager.
    public static var systemsManager: Self { "aws.ssm" }
    /// Tags of resources of any service.
    public static var tag: Self { "aws.tag" }
    /// Amazon Transcribe.
    public static var transcribe: Self { "aws.transcribe" }
    /// Amazon Translate.
    public static var translate: Self { "aws.translate" }
    /// AWS Trusted Advisor.
    public static var trustedAdvisor: Self { "aws.trustedadvisor" }
    /// Amazon WorkSpaces.
    public static var workSpaces: Self { "aws.workspaces" }
}
