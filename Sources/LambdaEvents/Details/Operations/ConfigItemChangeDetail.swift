public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// A resource whose configuration changed, as AWS Config recorded it.
///
/// The configuration is that of the service of the resource, and so any JSON.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html>
public struct ConfigItemChangeDetail: Codable, Hashable, Sendable {
    /// The version of the format, such as `1.3`.
    ///
    /// `nil` in handwritten events.
    public var recordVersion: String?

    /// What kind of message this is: `ConfigurationItemChangeNotification`.
    ///
    /// `nil` in handwritten events.
    public var messageType: String?

    /// The resource as it is now.
    ///
    /// `nil` if the message would be too long with it: ask AWS Config for it then.
    public var configurationItem: ConfigurationItem?

    /// What changed.
    ///
    /// `nil` if AWS Config does not say.
    public var configurationItemDiff: ConfigurationItemDiff?

    /// Which resource it is, where the message would be too long with all of it.
    ///
    /// `nil` otherwise.
    public var configurationItemSummary: JSONValue?

    /// When AWS Config wrote the message.
    ///
    /// `nil` in handwritten events.
    public var notificationCreationTime: Timestamp?

    /// Where AWS Config put what would have made the message too long.
    ///
    /// `nil` otherwise.
    public var s3DeliverySummary: JSONValue?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        recordVersion: String? = nil,
        messageType: String? = nil,
        configurationItem: ConfigurationItem? = nil,
        configurationItemDiff: ConfigurationItemDiff? = nil,
        configurationItemSummary: JSONValue? = nil,
        notificationCreationTime: Timestamp? = nil,
        s3DeliverySummary: JSONValue? = nil
    ) {
        self.recordVersion = recordVersion
        self.messageType = messageType
        self.configurationItem = configurationItem
        self.configurationItemDiff = configurationItemDiff
        self.configurationItemSummary = configurationItemSummary
        self.notificationCreationTime = notificationCreationTime
        self.s3DeliverySummary = s3DeliverySummary
    }
}

extension ConfigItemChangeDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.config] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.configConfigurationItemChange] }
}
