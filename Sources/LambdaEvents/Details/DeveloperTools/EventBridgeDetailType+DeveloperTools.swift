public import LambdaEventBridgeEvents

// The words that the services of this module use for their kinds of events.

extension EventBridgeDetailType {
    /// Sent by CodeBuild: `CodeBuild Build State Change`.
    public static var codeBuildStateChange: Self { "CodeBuild Build State Change" }
    /// Sent by CodeBuild: `CodeBuild Build Phase Change`.
    public static var codeBuildPhaseChange: Self { "CodeBuild Build Phase Change" }
}

extension EventBridgeDetailType {
    /// Sent by CodePipeline: `CodePipeline Pipeline Execution State Change`.
    public static var codePipelineExecutionStateChange: Self {
        "CodePipeline Pipeline Execution State Change"
    }
    /// Sent by CodePipeline: `CodePipeline Stage Execution State Change`.
    public static var codePipelineStageExecutionStateChange: Self {
        "CodePipeline Stage Execution State Change"
    }
    /// Sent by CodePipeline: `CodePipeline Action Execution State Change`.
    public static var codePipelineActionExecutionStateChange: Self {
        "CodePipeline Action Execution State Change"
    }
}

extension EventBridgeDetailType {
    /// Sent by CodeDeploy: `CodeDeploy Deployment State-change Notification`.
    public static var codeDeployDeploymentStateChange: Self {
        "CodeDeploy Deployment State-change Notification"
    }
    /// Sent by CodeDeploy: `CodeDeploy Instance State-change Notification`.
    public static var codeDeployInstanceStateChange: Self {
        "CodeDeploy Instance State-change Notification"
    }
}

extension EventBridgeDetailType {
    /// Sent by CodeCommit: `CodeCommit Repository State Change`.
    public static var codeCommitRepositoryStateChange: Self { "CodeCommit Repository State Change" }
    /// Sent by CodeCommit: `CodeCommit Pull Request State Change`.
    public static var codeCommitPullRequestStateChange: Self {
        "CodeCommit Pull Request State Change"
    }
    /// Sent by CodeCommit: `CodeCommit Comment on Commit`.
    public static var codeCommitCommentOnCommit: Self { "CodeCommit Comment on Commit" }
    /// Sent by CodeCommit: `CodeCommit Comment on Pull Request`.
    public static var codeCommitCommentOnPullRequest: Self { "CodeCommit Comment on Pull Request" }
    /// Sent by CodeCommit: `CodeCommit Comment Reaction Change`.
    public static var codeCommitCommentReactionChange: Self { "CodeCommit Comment Reaction Change" }
    /// Sent by CodeCommit: `CodeCommit Approval Rule Template Change`.
    public static var codeCommitApprovalRuleTemplateChange: Self {
        "CodeCommit Approval Rule Template Change"
    }
}

extension EventBridgeDetailType {
    /// Sent by CodeArtifact: `CodeArtifact Package Version State Change`.
    public static var codeArtifactPackageVersionStateChange: Self {
        "CodeArtifact Package Version State Change"
    }
}

extension EventBridgeDetailType {
    /// Sent by CloudFormation: `CloudFormation Stack Status Change`.
    public static var cloudFormationStackStatusChange: Self { "CloudFormation Stack Status Change" }
    /// Sent by CloudFormation: `CloudFormation Resource Status Change`.
    public static var cloudFormationResourceStatusChange: Self {
        "CloudFormation Resource Status Change"
    }
    /// Sent by CloudFormation: `CloudFormation Drift Detection Status Change`.
    public static var cloudFormationDriftDetectionStatusChange: Self {
        "CloudFormation Drift Detection Status Change"
    }
    /// Sent by CloudFormation: `CloudFormation StackSet Status Change`.
    public static var cloudFormationStackSetStatusChange: Self {
        "CloudFormation StackSet Status Change"
    }
    /// Sent by CloudFormation: `CloudFormation StackSet StackInstance Status Change`.
    public static var cloudFormationStackSetStackInstanceStatusChange: Self {
        "CloudFormation StackSet StackInstance Status Change"
    }
    /// Sent by CloudFormation: `CloudFormation StackSet Operation Status Change`.
    public static var cloudFormationStackSetOperationStatusChange: Self {
        "CloudFormation StackSet Operation Status Change"
    }
}
