import LambdaEvents
import LambdaJSON

extension FixtureFamily {
    static let operationsDetails = FixtureFamily(
        fixtures: [
            FixtureCase(
                "eventbridge-operations/alarm-state-change",
                EventBridgeEvent<CloudWatchAlarmStateChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/alarm-state-change-expression",
                EventBridgeEvent<CloudWatchAlarmStateChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/alarm-state-change-composite",
                EventBridgeEvent<CloudWatchAlarmStateChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/alarm-configuration-change",
                EventBridgeEvent<CloudWatchAlarmConfigurationChangeDetail>.self,
                dropped: [
                    "detail.configuration.insufficientDataActions",
                    "detail.configuration.okActions",
                    "detail.previousConfiguration.insufficientDataActions",
                    "detail.previousConfiguration.okActions",
                ]
            ),
            FixtureCase(
                "eventbridge-operations/alarm-configuration-change-composite",
                EventBridgeEvent<CloudWatchAlarmConfigurationChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/cloudtrail-api-call",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.responseElements"]
            ),
            FixtureCase(
                "eventbridge-operations/cloudtrail-denied",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.responseElements"]
            ),
            FixtureCase(
                "eventbridge-operations/cloudtrail-service-event",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.requestParameters", "detail.responseElements"]
            ),
            FixtureCase(
                "eventbridge-operations/console-sign-in",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.requestParameters"]
            ),
            FixtureCase(
                "eventbridge-operations/health-event",
                EventBridgeEvent<HealthEventDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/health-abuse-event",
                EventBridgeEvent<HealthEventDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/guardduty-finding",
                EventBridgeEvent<GuardDutyFindingDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/config-compliance-change",
                EventBridgeEvent<ConfigComplianceChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/config-compliance-change-first",
                EventBridgeEvent<ConfigComplianceChangeDetail>.self,
                dropped: ["detail.oldEvaluationResult"]
            ),
            FixtureCase(
                "eventbridge-operations/config-item-change",
                EventBridgeEvent<ConfigItemChangeDetail>.self,
                dropped: ["detail.configurationItem.relatedEvents"]
            ),
            FixtureCase(
                "eventbridge-operations/config-item-change-oversized",
                EventBridgeEvent<ConfigItemChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/rds-instance",
                EventBridgeEvent<RDSEventDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/rds-cluster-snapshot",
                EventBridgeEvent<RDSEventDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/trusted-advisor-check-item",
                EventBridgeEvent<TrustedAdvisorCheckItemDetail>.self,
                dropped: ["detail.check-item-detail.Instances in Zone c"]
            ),
            FixtureCase(
                "eventbridge-operations/tag-change",
                EventBridgeEvent<TagChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/tag-change-removed",
                EventBridgeEvent<TagChangeDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/application-auto-scaling",
                EventBridgeEvent<ApplicationAutoScalingActivityDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/sagemaker-human-loop",
                EventBridgeEvent<SageMakerHumanLoopDetail>.self,
                dropped: ["detail.failureCode", "detail.failureReason"]
            ),
            FixtureCase(
                "eventbridge-operations/sagemaker-training-job",
                EventBridgeEvent<SageMakerTrainingJobDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/sagemaker-endpoint",
                EventBridgeEvent<SageMakerEndpointDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/sagemaker-pipeline-execution",
                EventBridgeEvent<SageMakerPipelineExecutionDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/sagemaker-pipeline-step",
                EventBridgeEvent<SageMakerPipelineStepDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/transcribe-job",
                EventBridgeEvent<TranscribeJobDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/transcribe-call-analytics-job",
                EventBridgeEvent<TranscribeJobDetail>.self,
                dropped: ["detail.FailureReason"]
            ),
            FixtureCase(
                "eventbridge-operations/translate-parallel-data",
                EventBridgeEvent<TranslateParallelDataDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/translate-text-job",
                EventBridgeEvent<TranslateTextJobDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/workspaces-access",
                EventBridgeEvent<WorkSpacesAccessDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/access-analyzer-finding",
                EventBridgeEvent<AccessAnalyzerFindingDetail>.self
            ),
            FixtureCase("eventbridge-operations/kms-rotation", EventBridgeEvent<KMSKeyDetail>.self),
            FixtureCase(
                "eventbridge-operations/kms-imported-material-expired",
                EventBridgeEvent<KMSKeyDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/acm-approaching-expiration",
                EventBridgeEvent<ACMCertificateExpirationDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/acm-expired",
                EventBridgeEvent<ACMCertificateExpirationDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/security-hub-imported",
                EventBridgeEvent<SecurityHubFindingsDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/security-hub-custom-action",
                EventBridgeEvent<SecurityHubFindingsDetail>.self
            ),
        ],
        corpus: [
            "eventbridge_application-autoscaling": EventBridgeEvent<
                ApplicationAutoScalingActivityDetail
            >.self,
            "eventbridge_cloudwatch": EventBridgeEvent<CloudWatchAlarmStateChangeDetail>.self,
            "eventbridge_config": EventBridgeEvent<ConfigComplianceChangeDetail>.self,
            "eventbridge_rds": EventBridgeEvent<RDSEventDetail>.self,
            "eventbridge_sagemaker": EventBridgeEvent<SageMakerHumanLoopDetail>.self,
            "eventbridge_tag": EventBridgeEvent<TagChangeDetail>.self,
            "eventbridge_transcribe": EventBridgeEvent<TranscribeJobDetail>.self,
            "eventbridge_translate": EventBridgeEvent<TranslateParallelDataDetail>.self,
            "eventbridge_trustedadvisor": EventBridgeEvent<TrustedAdvisorCheckItemDetail>.self,
            "eventbridge_workspaces": EventBridgeEvent<WorkSpacesAccessDetail>.self,
        ],
        maps: [
            "dimensions", "eventMetadata", "tags", "Tags", "check-item-detail", "HyperParameters",
            "entityMetadata", "changedProperties", "condition", "principal",
        ],
        openValues: [
            "requestParameters", "responseElements", "additionalEventData", "serviceEventDetails",
            "resource", "service", "configuration", "supplementaryConfiguration", "relationships",
            "metadata", "findings", "AlgorithmSpecification", "InputDataConfig", "OutputDataConfig",
            "ResourceConfig", "VpcConfig", "StoppingCondition", "SecondaryStatusTransitions",
            "Tags", "ProductionVariants", "AnalyticsJobDetails", "sources",
            "configurationItemSummary", "s3DeliverySummary", "changedProperties",
        ],
        textTimestamps: [
            "CreationTime", "TrainingStartTime", "TrainingEndTime", "LastModifiedTime",
        ]
    )
}
