public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A machine image that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitor-ami-events.html>
public struct EC2AMIStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the image.
    public var imageID: String

    /// The state the image is in now.
    public var state: State

    /// The ID of the request that made the image change.
    ///
    /// `nil` if EC2 does not say.
    public var requestID: String?

    /// Why the image failed.
    ///
    /// `nil` if EC2 does not say.
    ///
    /// Empty unless the image failed.
    public var errorMessage: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        imageID: String,
        state: State,
        requestID: String? = nil,
        errorMessage: String? = nil
    ) {
        self.imageID = imageID
        self.state = state
        self.requestID = requestID
        self.errorMessage = errorMessage
    }

    enum CodingKeys: String, CodingKey {
        case imageID = "ImageId"
        case state = "State"
        case requestID = "RequestId"
        case errorMessage = "ErrorMessage"
    }
}

extension EC2AMIStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ec2AMIStateChange] }
}

extension EC2AMIStateChangeDetail {
    /// A state of a machine image.
    public struct State: OpenValue {
        /// The text EC2 uses for the state.
        public let rawValue: String

        /// Creates a state from the text EC2 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The image can be launched.
        public static var available: Self { Self(rawValue: "available") }
        /// The image could not be made, copied or registered.
        public static var failed: Self { Self(rawValue: "failed") }
        /// The image was deregistered.
        public static var deregistered: Self { Self(rawValue: "deregistered") }
        /// The image was disabled: it cannot be launched or shared.
        public static var disabled: Self { Self(rawValue: "disabled") }
    }
}
