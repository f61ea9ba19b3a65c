public import LambdaEvents
import LambdaJSON

extension ScheduledEvent {
    /// Makes the event with which a rule with a schedule starts a function.
    ///
    /// ```swift
    /// let event = ScheduledEvent.sample(rule: "nightly-report")
    /// ```
    ///
    /// - Parameters:
    ///   - rule: The name of the rule.
    ///   - time: The time the function was scheduled for.
    ///   - region: The region of the rule.
    ///   - accountID: The account of the rule.
    /// - Returns: The event.
    public static func sample(
        rule: String = "nightly-report",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) -> ScheduledEvent {
        ScheduledEvent(
            id: SampleID.uuid("6a7e8feb", 0),
            account: accountID,
            time: time.withoutFraction,
            region: region.rawValue,
            resources: [region.arn("events", accountID, "rule/\(rule)")]
        )
    }

    /// Makes the event with which a schedule of EventBridge Scheduler starts a function.
    ///
    /// - Parameters:
    ///   - schedule: The name of the schedule.
    ///   - group: The name of its group.
    ///   - time: The time the function was scheduled for.
    ///   - region: The region of the schedule.
    ///   - accountID: The account of the schedule.
    /// - Returns: The event.
    public static func sample(
        schedule: String,
        group: String = "default",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) -> ScheduledEvent {
        ScheduledEvent(
            id: SampleID.uuid("6a7e8feb", 0),
            source: .scheduler,
            account: accountID,
            time: time.withoutFraction,
            region: region.rawValue,
            resources: [region.arn("scheduler", accountID, "schedule/\(group)/\(schedule)")],
            detail: "{}"
        )
    }
}
