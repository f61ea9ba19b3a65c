public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared

/// A key of KMS that was rotated or deleted, or whose imported material expired.
///
/// AWS documentation: <https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html>
public struct KMSKeyDetail: Codable, Hashable, Sendable {
    /// The ID of the key.
    ///
    /// JSON key: `key-id`.
    public var keyID: String

    /// The ID of the material.
    ///
    /// `nil` if KMS does not say.
    ///
    /// JSON key: `key-material-id`.
    public var keyMaterialID: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        keyID: String,
        keyMaterialID: String? = nil
    ) {
        self.keyID = keyID
        self.keyMaterialID = keyMaterialID
    }

    enum CodingKeys: String, CodingKey {
        case keyID = "key-id"
        case keyMaterialID = "key-material-id"
    }
}

extension KMSKeyDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.kms] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.kmsKeyRotation, .kmsImportedKeyMaterialExpiration, .kmsKeyDeletion]
    }
}
