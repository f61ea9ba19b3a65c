public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An EBS volume that was created, deleted, attached, detached, modified or initialized, or was
/// not.
///
/// The volume is the first resource of the event.
///
/// AWS documentation: <https://docs.aws.amazon.com/ebs/latest/userguide/ebs-cloud-watch-events.html>
public struct EBSVolumeDetail: Codable, Hashable, Sendable {
    /// What was to be done with the volume.
    public var event: Event

    /// What came of it.
    public var result: Result

    /// Why it failed.
    ///
    /// `nil` if EBS does not say.
    ///
    /// Empty unless it failed.
    public var cause: String?

    /// The ID of the request.
    ///
    /// `nil` if EBS does not say.
    ///
    /// Empty if no request asked for it.
    public var requestID: String?

    /// Creates a notification.
    ///
    /// Parameters match the properties of the same name.
    public init(event: Event, result: Result, cause: String? = nil, requestID: String? = nil) {
        self.event = event
        self.result = result
        self.cause = cause
        self.requestID = requestID
    }

    enum CodingKeys: String, CodingKey {
        case event
        case result
        case cause
        case requestID = "request-id"
    }
}

extension EBSVolumeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ebsVolumeNotification] }
}

extension EBSVolumeDetail {
    /// What can be done with a volume.
    public struct Event: OpenValue {
        /// The text EBS uses for the event.
        public let rawValue: String

        /// Creates an event from the text EBS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A volume was created.
        public static var createVolume: Self { Self(rawValue: "createVolume") }
        /// A volume was deleted.
        public static var deleteVolume: Self { Self(rawValue: "deleteVolume") }
        /// A volume was attached to an instance.
        public static var attachVolume: Self { Self(rawValue: "attachVolume") }
        /// A volume was attached again, after the instance was started.
        public static var reattachVolume: Self { Self(rawValue: "reattachVolume") }
        /// A volume was detached from an instance.
        public static var detachVolume: Self { Self(rawValue: "detachVolume") }
        /// The size, the type or the performance of a volume was changed.
        public static var modifyVolume: Self { Self(rawValue: "modifyVolume") }
        /// All blocks of a volume that was made of a snapshot were loaded.
        public static var initializeVolume: Self { Self(rawValue: "initializeVolume") }
    }

    /// What came of an action on a volume.
    public struct Result: OpenValue {
        /// The text EBS uses for the result.
        public let rawValue: String

        /// Creates a result from the text EBS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The volume can be used.
        public static var available: Self { Self(rawValue: "available") }
        /// The volume is attached.
        public static var attached: Self { Self(rawValue: "attached") }
        /// The volume is detached.
        public static var detached: Self { Self(rawValue: "detached") }
        /// The volume is gone.
        public static var deleted: Self { Self(rawValue: "deleted") }
        /// The volume has its new size or type, and not yet its full performance.
        public static var optimizing: Self { Self(rawValue: "optimizing") }
        /// The volume is modified.
        public static var completed: Self { Self(rawValue: "completed") }
        /// The action succeeded.
        public static var succeeded: Self { Self(rawValue: "succeeded") }
        /// The action failed.
        public static var failed: Self { Self(rawValue: "failed") }
    }
}
