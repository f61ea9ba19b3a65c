public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared

/// A batch translation job of Amazon Translate that went into another state.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/translate/latest/dg/monitoring-with-eventbridge.html>
public struct TranslateTextJobDetail: Codable, Hashable, Sendable {
    /// The ID of the job.
    ///
    /// JSON key: `jobId`.
    public var jobID: String

    /// The state of the job, such as `COMPLETED`.
    public var jobStatus: String

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        jobID: String,
        jobStatus: String
    ) {
        self.jobID = jobID
        self.jobStatus = jobStatus
    }

    enum CodingKeys: String, CodingKey {
        case jobID = "jobId"
        case jobStatus
    }
}

extension TranslateTextJobDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.translate] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.translateTextTranslationJobStateChange]
    }
}
