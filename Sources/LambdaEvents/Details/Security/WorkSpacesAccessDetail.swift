public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A user who signed in to a WorkSpace.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/workspaces/latest/adminguide/cloudwatch-events.html>
public struct WorkSpacesAccessDetail: Codable, Hashable, Sendable {
    /// The IP address of the user.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `clientIpAddress`.
    public var clientIPAddress: String?

    /// What the user did: `successfulLogin`.
    public var actionType: String

    /// The program of the user, such as `WorkSpacesWebClient`.
    ///
    /// `nil` in handwritten events.
    public var workspacesClientProductName: String?

    /// When the user signed in.
    ///
    /// `nil` in handwritten events.
    public var loginTime: Timestamp?

    /// The system of the user, such as `Windows`.
    ///
    /// `nil` in handwritten events.
    public var clientPlatform: String?

    /// The directory of the user.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `directoryId`.
    public var directoryID: String?

    /// The ID of the WorkSpace.
    ///
    /// JSON key: `workspaceId`.
    public var workspaceID: String

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        clientIPAddress: String? = nil,
        actionType: String,
        workspacesClientProductName: String? = nil,
        loginTime: Timestamp? = nil,
        clientPlatform: String? = nil,
        directoryID: String? = nil,
        workspaceID: String
    ) {
        self.clientIPAddress = clientIPAddress
        self.actionType = actionType
        self.workspacesClientProductName = workspacesClientProductName
        self.loginTime = loginTime
        self.clientPlatform = clientPlatform
        self.directoryID = directoryID
        self.workspaceID = workspaceID
    }

    enum CodingKeys: String, CodingKey {
        case clientIPAddress = "clientIpAddress"
        case actionType
        case workspacesClientProductName
        case loginTime
        case clientPlatform
        case directoryID = "directoryId"
        case workspaceID = "workspaceId"
    }
}

extension WorkSpacesAccessDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.workSpaces] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.workSpacesAccess] }
}
