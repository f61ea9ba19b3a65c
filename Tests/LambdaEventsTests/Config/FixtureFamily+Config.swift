import LambdaEvents

extension FixtureFamily {
    static let config = FixtureFamily(
        fixtures: [
            FixtureCase("config/change", ConfigRuleEvent.self),
            FixtureCase("config/left-scope", ConfigRuleEvent.self),
            FixtureCase("config/oversized", ConfigRuleEvent.self),
            FixtureCase("config/scheduled", ConfigRuleEvent.self),
            FixtureCase("config/invoking-change", ConfigRuleEvent.InvokingEvent.self),
            FixtureCase(
                "config/invoking-deleted",
                ConfigRuleEvent.InvokingEvent.self,
                dropped: [
                    "configurationItem.availabilityZone", "configurationItem.configuration",
                    "configurationItem.relationships", "configurationItem.resourceCreationTime",
                    "configurationItem.resourceName", "configurationItem.tags",
                ]
            ),
            FixtureCase(
                "config/invoking-oversized",
                ConfigRuleEvent.InvokingEvent.self,
                dropped: ["configurationItemSummary.resourceName"]
            ),
            FixtureCase("config/invoking-scheduled", ConfigRuleEvent.InvokingEvent.self),
            FixtureCase("config/invoking-snapshot", ConfigRuleEvent.InvokingEvent.self),
        ],
        corpus: ["config": ConfigRuleEvent.self],
        maps: ["tags"],
        openValues: ["configuration", "configurationItemDiff", "supplementaryConfiguration"]
    )
}
