import LambdaEvents

extension FixtureFamily {
    static let cloudWatchLogs = FixtureFamily(
        fixtures: [
            FixtureCase("cloudwatch-logs/account-level-message", CloudWatchLogsMessage.self),
            FixtureCase("cloudwatch-logs/control", CloudWatchLogsEvent.self),
            FixtureCase("cloudwatch-logs/control-message", CloudWatchLogsMessage.self),
            FixtureCase("cloudwatch-logs/data-message", CloudWatchLogsMessage.self),
            FixtureCase("cloudwatch-logs/extracted-fields-message", CloudWatchLogsMessage.self),
            FixtureCase("cloudwatch-logs/logs", CloudWatchLogsEvent.self),
        ],
        corpus: ["cloudwatch-logs_subscription": CloudWatchLogsEvent.self],
        maps: ["extractedFields"]
    )
}
