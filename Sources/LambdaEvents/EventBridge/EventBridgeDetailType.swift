public import LambdaEventsShared

/// What kind of event EventBridge delivers, in words that its sender chose: `Object Created`.
///
/// The constants of the events of a service are in the module of its details. Add those of your own
/// events in an extension, or write them as a string:
///
/// ```swift
/// extension EventBridgeDetailType {
///     static var orderPlaced: Self { "OrderPlaced" }
/// }
/// ```
public struct EventBridgeDetailType: OpenValue, ExpressibleByStringLiteral {
    /// The text the sender uses for the kind of event.
    public let rawValue: String

    /// Creates a detail type from the text the sender uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a detail type from the text the sender uses for it.
    public init(stringLiteral text: String) { self.init(rawValue: text) }
}

extension EventBridgeDetailType {
    /// Sent by a rule or a schedule when its time has come.
    public static var scheduledEvent: Self { "Scheduled Event" }

    /// Sent when a trail of CloudTrail recorded a call to the API of a service.
    public static var awsAPICallViaCloudTrail: Self { "AWS API Call via CloudTrail" }

    /// Sent when a trail of CloudTrail recorded something a service did on its own.
    public static var awsServiceEventViaCloudTrail: Self { "AWS Service Event via CloudTrail" }

    /// Sent when a trail of CloudTrail recorded something done in the console that is no call.
    public static var awsConsoleActionViaCloudTrail: Self { "AWS Console Action via CloudTrail" }

    /// Sent when someone signed in to the console, or tried to.
    public static var awsConsoleSignInViaCloudTrail: Self { "AWS Console Sign In via CloudTrail" }
}
