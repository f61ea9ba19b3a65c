public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared
public import LambdaJSON

/// Findings of Security Hub: new ones, or those chosen for a custom action.
///
/// The findings are in the AWS Security Finding Format, as JSON: `JSONValue` reaches each of its
/// many members.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html>
public struct SecurityHubFindingsDetail: Codable, Hashable, Sendable {
    /// The findings.
    ///
    /// Empty in handwritten events.
    public var findings: [JSONValue]

    /// The name of the custom action.
    ///
    /// `nil` for new findings.
    public var actionName: String?

    /// What the custom action is for.
    ///
    /// `nil` for new findings.
    public var actionDescription: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        findings: [JSONValue] = [],
        actionName: String? = nil,
        actionDescription: String? = nil
    ) {
        self.findings = findings
        self.actionName = actionName
        self.actionDescription = actionDescription
    }
}

extension SecurityHubFindingsDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.securityHub] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.securityHubFindingsImported, .securityHubFindingsCustomAction]
    }
}
