public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A snapshot whose fast restore changed its state in a zone.
///
/// AWS documentation: <https://docs.aws.amazon.com/ebs/latest/userguide/ebs-cloud-watch-events.html>
public struct EBSFastSnapshotRestoreDetail: Codable, Hashable, Sendable {
    /// The ID of the snapshot.
    public var snapshotID: String

    /// The state of the fast restore in the zone.
    public var state: State

    /// The availability zone.
    ///
    /// `nil` if EBS does not say.
    public var zone: String?

    /// Why the state changed.
    ///
    /// `nil` if EBS does not say.
    public var message: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(snapshotID: String, state: State, zone: String? = nil, message: String? = nil) {
        self.snapshotID = snapshotID
        self.state = state
        self.zone = zone
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case snapshotID = "snapshot-id"
        case state
        case zone
        case message
    }
}

extension EBSFastSnapshotRestoreDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ebsFastSnapshotRestoreStateChange] }
}

extension EBSFastSnapshotRestoreDetail {
    /// A state of fast snapshot restore.
    public struct State: OpenValue {
        /// The text EBS uses for the state.
        public let rawValue: String

        /// Creates a state from the text EBS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Fast restore was asked for.
        public static var enabling: Self { Self(rawValue: "enabling") }
        /// Fast restore is being prepared, which takes an hour for a TiB.
        public static var optimizing: Self { Self(rawValue: "optimizing") }
        /// Volumes made of the snapshot have their full performance at once.
        public static var enabled: Self { Self(rawValue: "enabled") }
        /// Fast restore is being taken away.
        public static var disabling: Self { Self(rawValue: "disabling") }
        /// The snapshot is restored the usual way.
        public static var disabled: Self { Self(rawValue: "disabled") }
    }
}
