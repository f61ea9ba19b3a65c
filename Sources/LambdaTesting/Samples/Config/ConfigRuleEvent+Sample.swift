public import LambdaEvents
public import LambdaJSON

extension ConfigRuleEvent {
    /// Makes an event about a resource that has changed.
    ///
    /// ```swift
    /// let event = try ConfigRuleEvent.sample(
    ///     .sample(resourceID: "orders", tags: ["team": "shop"]),
    ///     parameters: ["requiredTag": "team"]
    /// )
    /// ```
    ///
    /// - Parameters:
    ///   - item: The resource.
    ///   - parameters: The parameters of the rule, by name.
    ///   - leftScope: Whether the resource is no longer one that the rule is about.
    ///   - rule: The name of the rule.
    ///   - time: When AWS Config wrote the message.
    ///   - region: The region of the rule.
    ///   - accountID: The account of the rule.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the item does not encode.
    public static func sample(
        _ item: ConfigurationItem = .sample(),
        parameters: [String: String] = [:],
        leftScope: Bool = false,
        rule: String = "buckets-are-versioned",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> ConfigRuleEvent {
        try sample(
            InvokingEvent(
                messageType: .configurationItemChange,
                configurationItem: item,
                notificationCreationTime: time.withMilliseconds,
                recordVersion: "1.3"
            ),
            parameters: parameters,
            leftScope: leftScope,
            rule: rule,
            region: region,
            accountID: accountID
        )
    }

    /// Makes an event for a rule that is evaluated at intervals.
    ///
    /// - Parameters:
    ///   - parameters: The parameters of the rule, by name.
    ///   - rule: The name of the rule.
    ///   - time: When the time had come.
    ///   - region: The region of the rule.
    ///   - accountID: The account of the rule.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the parameters do not encode.
    public static func sampleScheduled(
        parameters: [String: String] = [:],
        rule: String = "bucket-count",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> ConfigRuleEvent {
        try sample(
            InvokingEvent(
                messageType: .scheduled,
                awsAccountID: accountID,
                notificationCreationTime: time.withMilliseconds,
                recordVersion: "1.0"
            ),
            parameters: parameters,
            leftScope: false,
            rule: rule,
            region: region,
            accountID: accountID
        )
    }

    private static func sample(
        _ invokingEvent: InvokingEvent,
        parameters: [String: String],
        leftScope: Bool,
        rule: String,
        region: AWSRegion,
        accountID: String
    ) throws -> ConfigRuleEvent {
        ConfigRuleEvent(
            invokingEvent: try SampleContent.text(of: invokingEvent),
            ruleParameters: try SampleContent.text(of: parameters),
            resultToken: "dGhlIHJlc3VsdCB0b2tlbg",
            eventLeftScope: leftScope,
            executionRoleARN: "arn:\(region.partition):iam::\(accountID):role/config-recorder",
            configRuleARN: region.arn("config", accountID, "config-rule/config-rule-0a1b2c"),
            configRuleName: rule,
            configRuleID: "config-rule-0a1b2c",
            accountID: accountID
        )
    }
}

extension ConfigRuleEvent.ConfigurationItem {
    /// Makes a resource as AWS Config records it.
    ///
    /// - Parameters:
    ///   - resourceType: The type of the resource.
    ///   - resourceID: The identifier of the resource, which is its name as well.
    ///   - status: What became of the resource.
    ///   - tags: The tags of the resource.
    ///   - configuration: The configuration. The default is none.
    ///   - time: When AWS Config recorded it.
    ///   - region: The region of the resource.
    ///   - accountID: The account of the resource.
    /// - Returns: The item.
    public static func sample(
        resourceType: String = "AWS::S3::Bucket",
        resourceID: String = "orders",
        status: Status = .ok,
        tags: [String: String] = [:],
        configuration: JSONValue? = nil,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) -> ConfigRuleEvent.ConfigurationItem {
        ConfigRuleEvent.ConfigurationItem(
            configurationItemVersion: "1.3",
            configurationItemCaptureTime: time.withMilliseconds,
            configurationItemStatus: status,
            configurationStateID: "1772366400250",
            configurationStateMD5Hash: "",
            awsAccountID: accountID,
            awsRegion: region.rawValue,
            availabilityZone: "Regional",
            resourceType: resourceType,
            resourceID: resourceID,
            resourceName: resourceID,
            arn: resourceType == "AWS::S3::Bucket"
                ? "arn:\(region.partition):s3:::\(resourceID)" : nil,
            resourceCreationTime: (time - .seconds(86_400)).withMilliseconds,
            tags: tags,
            configuration: configuration
        )
    }
}
