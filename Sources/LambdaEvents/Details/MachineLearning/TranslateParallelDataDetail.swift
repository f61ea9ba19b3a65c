public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// Parallel data of Amazon Translate that was created or updated.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/translate/latest/dg/monitoring-with-eventbridge.html>
public struct TranslateParallelDataDetail: Codable, Hashable, Sendable {
    /// What was done: `CreateParallelData` or `UpdateParallelData`.
    public var operation: String

    /// The name of the parallel data.
    public var name: String

    /// The state of the parallel data, such as `ACTIVE` or `FAILED`.
    public var status: String

    /// What became of the update.
    ///
    /// `nil` for data that was created.
    public var latestUpdateAttemptStatus: String?

    /// When the update began.
    ///
    /// `nil` for data that was created.
    public var latestUpdateAttemptAt: Timestamp?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        operation: String,
        name: String,
        status: String,
        latestUpdateAttemptStatus: String? = nil,
        latestUpdateAttemptAt: Timestamp? = nil
    ) {
        self.operation = operation
        self.name = name
        self.status = status
        self.latestUpdateAttemptStatus = latestUpdateAttemptStatus
        self.latestUpdateAttemptAt = latestUpdateAttemptAt
    }
}

extension TranslateParallelDataDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.translate] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.translateParallelDataStateChange] }
}
