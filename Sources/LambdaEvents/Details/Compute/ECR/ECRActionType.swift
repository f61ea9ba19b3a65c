public import LambdaEventsShared

/// Something ECR does with an image or a repository.
public struct ECRActionType: OpenValue {
    /// The text ECR uses for the action.
    public let rawValue: String

    /// Creates an action from the text ECR uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An image was pushed.
    public static var push: Self { Self(rawValue: "PUSH") }
    /// An image was deleted.
    public static var delete: Self { Self(rawValue: "DELETE") }
    /// An image was archived or restored.
    public static var updateStorageClass: Self { Self(rawValue: "UPDATE_STORAGE_CLASS") }
    /// An image was copied to another registry or region.
    public static var replicate: Self { Self(rawValue: "REPLICATE") }
    /// A repository is scanned more or less often.
    public static var scanFrequencyChange: Self { Self(rawValue: "SCAN_FREQUENCY_CHANGE") }
}
