public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared
public import LambdaJSON

/// A job of Amazon Transcribe that ended.
///
/// AWS documentation: <https://docs.aws.amazon.com/transcribe/latest/dg/monitoring-events.html>
public struct TranscribeJobDetail: Codable, Hashable, Sendable {
    /// The name of a transcription job.
    ///
    /// `nil` for other jobs.
    ///
    /// JSON key: `TranscriptionJobName`.
    public var transcriptionJobName: String?

    /// What became of a transcription job: `COMPLETED` or `FAILED`.
    ///
    /// `nil` for other jobs.
    ///
    /// JSON key: `TranscriptionJobStatus`.
    public var transcriptionJobStatus: String?

    /// The name of a job of call analytics or of language identification.
    ///
    /// `nil` for transcription jobs.
    ///
    /// JSON key: `JobName`.
    public var jobName: String?

    /// What became of such a job.
    ///
    /// `nil` for transcription jobs.
    ///
    /// JSON key: `JobStatus`.
    public var jobStatus: String?

    /// Why the job failed.
    ///
    /// `nil` if it did not.
    ///
    /// JSON key: `FailureReason`.
    public var failureReason: String?

    /// What was left out of the analysis of a call.
    ///
    /// `nil` if nothing was.
    ///
    /// JSON key: `AnalyticsJobDetails`.
    public var analyticsJobDetails: JSONValue?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        transcriptionJobName: String? = nil,
        transcriptionJobStatus: String? = nil,
        jobName: String? = nil,
        jobStatus: String? = nil,
        failureReason: String? = nil,
        analyticsJobDetails: JSONValue? = nil
    ) {
        self.transcriptionJobName = transcriptionJobName
        self.transcriptionJobStatus = transcriptionJobStatus
        self.jobName = jobName
        self.jobStatus = jobStatus
        self.failureReason = failureReason
        self.analyticsJobDetails = analyticsJobDetails
    }

    enum CodingKeys: String, CodingKey {
        case transcriptionJobName = "TranscriptionJobName"
        case transcriptionJobStatus = "TranscriptionJobStatus"
        case jobName = "JobName"
        case jobStatus = "JobStatus"
        case failureReason = "FailureReason"
        case analyticsJobDetails = "AnalyticsJobDetails"
    }
}

extension TranscribeJobDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.transcribe] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.transcribeJobStateChange, .transcribeCallAnalyticsJobStateChange]
    }
}
