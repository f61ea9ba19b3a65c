public import LambdaEvents

extension CloudWatchAlarmMessage {
    /// Makes the message with which CloudWatch tells a topic about an alarm.
    ///
    /// ```swift
    /// let event = try SNSEvent.sample(message: CloudWatchAlarmMessage.sample(alarmName: "cpu-high"))
    /// ```
    ///
    /// The alarm watches one metric, the CPU of an instance.
    ///
    /// - Parameters:
    ///   - alarmName: The name of the alarm.
    ///   - state: The state it is in now.
    ///   - oldState: The state it was in.
    ///   - reason: Why the state has changed, in CloudWatch's words.
    ///   - time: When the state changed.
    ///   - region: The region of the alarm.
    ///   - accountID: The account of the alarm.
    /// - Returns: The message.
    public static func sample(
        alarmName: String = "cpu-high",
        state: State = .alarm,
        oldState: State = .ok,
        reason: String = "Threshold Crossed: 1 datapoint was greater than the threshold (90.0).",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) -> CloudWatchAlarmMessage {
        CloudWatchAlarmMessage(
            alarmName: alarmName,
            alarmDescription: "The CPU is too busy.",
            awsAccountID: accountID,
            alarmConfigurationUpdatedTimestamp: (time - .seconds(86_400)).withMillisecondsAndOffset,
            newStateValue: state,
            newStateReason: reason,
            stateChangeTime: time.withMillisecondsAndOffset,
            // CloudWatch writes the name of the region here, such as "US East (N. Virginia)".
            region: region == .usEast1 ? "US East (N. Virginia)" : region.rawValue,
            alarmARN: region.arn("cloudwatch", accountID, "alarm:\(alarmName)"),
            oldStateValue: oldState,
            alarmActions: [region.arn("sns", accountID, "alarms")],
            trigger: Trigger(
                metricName: "CPUUtilization",
                namespace: "AWS/EC2",
                statisticType: "Statistic",
                statistic: "AVERAGE",
                dimensions: [Dimension(name: "InstanceId", value: "i-0123456789abcdef0")],
                period: 60,
                evaluationPeriods: 1,
                datapointsToAlarm: 1,
                comparisonOperator: .greaterThanThreshold,
                threshold: 90,
                treatMissingData: "missing",
                evaluateLowSampleCountPercentile: ""
            )
        )
    }
}
