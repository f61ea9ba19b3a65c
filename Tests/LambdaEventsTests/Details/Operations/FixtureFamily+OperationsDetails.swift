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
                "eventbridge-operations/health-event",
                EventBridgeEvent<HealthEventDetail>.self
            ),
            FixtureCase(
                "eventbridge-operations/health-abuse-event",
                EventBridgeEvent<HealthEventDetail>.self
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
        ],
        corpus: [:],
        maps: [
            "dimensions", "eventMetadata", "tags", "Tags", "check-item-detail", "entityMetadata",
            "changedProperties",
        ],
        openValues: [
            "configuration", "supplementaryConfiguration", "relationships",
            "configurationItemSummary", "s3DeliverySummary", "changedProperties",
        ]
    )
}
