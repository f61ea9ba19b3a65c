import LambdaEvents

extension FixtureFamily {
    static let sns = FixtureFamily(
        fixtures: [
            FixtureCase("sns/alarm-anomaly", CloudWatchAlarmMessage.self, dropped: nulls),
            FixtureCase("sns/alarm-composite", CloudWatchAlarmMessage.self),
            FixtureCase("sns/alarm-event", SNSEvent.self),
            FixtureCase("sns/alarm-expression", CloudWatchAlarmMessage.self, dropped: nulls),
            FixtureCase("sns/alarm-logs", CloudWatchAlarmMessage.self, dropped: nulls),
            FixtureCase(
                "sns/alarm-metric",
                CloudWatchAlarmMessage.self,
                dropped: ["Trigger.Unit"]
            ),
            FixtureCase(
                "sns/alarm-older",
                CloudWatchAlarmMessage.self,
                dropped: ["Trigger.Dimensions", "Trigger.Unit"],
                added: ["AlarmActions", "InsufficientDataActions", "OKActions"]
            ),
            FixtureCase("sns/alarm-percentile", CloudWatchAlarmMessage.self, dropped: nulls),
            FixtureCase("sns/binary-sample", SNSEvent.self),
            FixtureCase("sns/envelope", SNSNotification.self),
            FixtureCase("sns/envelope-fifo", SNSNotification.self),
            FixtureCase("sns/envelope-firehose", SNSNotification.self),
            FixtureCase("sns/envelope-plain", SNSNotification.self),
            FixtureCase("sns/notification", SNSEvent.self),
            FixtureCase("sns/notification-capital-urls", SNSEvent.self),
            FixtureCase(
                "sns/notification-plain",
                SNSEvent.self,
                dropped: ["Records[].Sns.Subject"]
            ),
            FixtureCase("sns/subscription-confirmation", SNSNotification.self),
            FixtureCase("sns/unsubscribe-confirmation", SNSNotification.self),
        ],
        corpus: [
            "sns_notification": SNSEvent.self,
            "sns_cloudwatch-alarm-in-sns": SNSEvent.self,
            "sns_http-payload": SNSNotification.self,
        ],
        maps: ["MessageAttributes", "AlarmContributorAttributes"],
        openValues: ["NewStateReasonData"]
    )

    private static let nulls: Set<String> = ["AlarmDescription"]
}
