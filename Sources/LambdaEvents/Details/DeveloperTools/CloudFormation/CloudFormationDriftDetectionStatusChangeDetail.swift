public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A search for drift of a stack that began or ended.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-drift-detection-status-change.html>
public struct CloudFormationDriftDetectionStatusChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the stack, which is its ARN.
    public var stackID: String

    /// The ID of the search.
    ///
    /// `nil` if CloudFormation does not say.
    public var stackDriftDetectionID: String?

    /// How far the search is, and what it found.
    public var statusDetails: StatusDetails

    /// How much drifted.
    ///
    /// `nil` if CloudFormation does not say.
    public var driftDetectionDetails: DriftDetectionDetails?

    /// The token of the operation, the same for all its events.
    ///
    /// `nil` if CloudFormation does not say.
    ///
    /// Empty if the caller gave none.
    public var clientRequestToken: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        stackID: String,
        stackDriftDetectionID: String? = nil,
        statusDetails: StatusDetails,
        driftDetectionDetails: DriftDetectionDetails? = nil,
        clientRequestToken: String? = nil
    ) {
        self.stackID = stackID
        self.stackDriftDetectionID = stackDriftDetectionID
        self.statusDetails = statusDetails
        self.driftDetectionDetails = driftDetectionDetails
        self.clientRequestToken = clientRequestToken
    }

    enum CodingKeys: String, CodingKey {
        case stackID = "stack-id"
        case stackDriftDetectionID = "stack-drift-detection-id"
        case statusDetails = "status-details"
        case driftDetectionDetails = "drift-detection-details"
        case clientRequestToken = "client-request-token"
    }
}

extension CloudFormationDriftDetectionStatusChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.cloudFormation] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.cloudFormationDriftDetectionStatusChange]
    }
}

extension CloudFormationDriftDetectionStatusChangeDetail {
    /// How far a search for drift is.
    public struct StatusDetails: Codable, Hashable, Sendable {
        /// How far the search is: `DETECTION_IN_PROGRESS`, `DETECTION_COMPLETE` or
        /// `DETECTION_FAILED`.
        ///
        /// `nil` if CloudFormation does not say.
        public var detectionStatus: String?

        /// Whether the stack drifted.
        ///
        /// `nil` until that is known.
        public var stackDriftStatus: DriftStatus?

        /// Creates the details.
        ///
        /// Parameters match the properties of the same name.
        public init(detectionStatus: String? = nil, stackDriftStatus: DriftStatus? = nil) {
            self.detectionStatus = detectionStatus
            self.stackDriftStatus = stackDriftStatus
        }

        enum CodingKeys: String, CodingKey {
            case detectionStatus = "detection-status"
            case stackDriftStatus = "stack-drift-status"
        }
    }

    /// Whether a stack drifted.
    public struct DriftStatus: OpenValue {
        /// The text CloudFormation uses for the drift.
        public let rawValue: String

        /// Creates a drift from the text CloudFormation uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Something is not as the template says.
        public static var drifted: Self { Self(rawValue: "DRIFTED") }
        /// All is as the template says.
        public static var inSync: Self { Self(rawValue: "IN_SYNC") }
        /// It is not known yet.
        public static var unknown: Self { Self(rawValue: "UNKNOWN") }
        /// It was not looked for.
        public static var notChecked: Self { Self(rawValue: "NOT_CHECKED") }
    }

    /// How much of a stack drifted.
    public struct DriftDetectionDetails: Codable, Hashable, Sendable {
        /// How many resources drifted, or -1 while that is not known.
        ///
        /// `nil` if CloudFormation does not say.
        ///
        /// Use ``driftedResources`` to get `nil` for that.
        public var driftedStackResourceCount: Int?

        /// Creates the details.
        ///
        /// Parameters match the properties of the same name.
        public init(driftedStackResourceCount: Int? = nil) {
            self.driftedStackResourceCount = driftedStackResourceCount
        }

        enum CodingKeys: String, CodingKey {
            case driftedStackResourceCount = "drifted-stack-resource-count"
        }

        /// How many resources drifted.
        ///
        /// `nil` while that is not known.
        public var driftedResources: Int? {
            driftedStackResourceCount.flatMap { $0 < 0 ? nil : $0 }
        }
    }
}
