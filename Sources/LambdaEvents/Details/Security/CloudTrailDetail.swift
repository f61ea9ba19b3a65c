public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// What CloudTrail recorded: a call to the API of a service, something a service did on its own, or
/// a sign-in to the console.
///
/// Any service is the source of such events, so the source of the event is that of the service that
/// was called. The parameters and the answer of a call are those of its API, and CloudTrail removes
/// what is secret.
///
/// Services that have no events of their own, such as Secrets Manager, are seen this way.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html>
public struct CloudTrailDetail: Codable, Hashable, Sendable {
    /// The version of the record, such as `1.11`.
    ///
    /// `nil` in handwritten events.
    public var eventVersion: String?

    /// Who made the call.
    ///
    /// `nil` in handwritten events.
    public var userIdentity: CloudTrailIdentity?

    /// When the call was complete.
    ///
    /// `nil` in handwritten events.
    public var eventTime: Timestamp?

    /// The service that was called, such as `s3.amazonaws.com`.
    public var eventSource: String

    /// The operation that was called, such as `CreateBucket`, or `ConsoleLogin` for a sign-in.
    public var eventName: String

    /// The region of the call.
    ///
    /// `nil` in handwritten events.
    public var awsRegion: String?

    /// Where the call came from: an IP address, or the name of a service.
    ///
    /// `nil` in handwritten events.
    public var sourceIPAddress: String?

    /// The program the call was made with.
    ///
    /// `nil` if it did not say.
    public var userAgent: String?

    /// The error the service answered with, such as `AccessDenied`.
    ///
    /// `nil` if the call succeeded.
    public var errorCode: String?

    /// What the error means, for people to read.
    ///
    /// `nil` if the call succeeded.
    public var errorMessage: String?

    /// The parameters of the call.
    ///
    /// `nil` if there are none.
    public var requestParameters: JSONValue?

    /// The answer to the call.
    ///
    /// `nil` for calls that change nothing, whose answers CloudTrail does not record.
    public var responseElements: JSONValue?

    /// What else the service says.
    ///
    /// `nil` if it says nothing else.
    public var additionalEventData: JSONValue?

    /// The ID of the request.
    ///
    /// `nil` for sign-ins, and for what a service did on its own.
    public var requestID: String?

    /// The ID of the record.
    ///
    /// `nil` in handwritten events.
    public var eventID: String?

    /// Whether the call only reads.
    ///
    /// `nil` if CloudTrail does not say.
    public var readOnly: Bool?

    /// The resources the call used.
    ///
    /// Empty if CloudTrail does not say.
    public var resources: [Resource]

    /// What kind of record this is.
    ///
    /// `nil` in handwritten events.
    public var eventType: EventType?

    /// The version of the API.
    ///
    /// `nil` except for calls to an API.
    public var apiVersion: String?

    /// Whether the call manages resources, instead of using their data.
    ///
    /// `nil` before version 1.06.
    public var managementEvent: Bool?

    /// The ID of the account that got the record.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `recipientAccountId`.
    public var recipientAccountID: String?

    /// What happened, where a service did something on its own.
    ///
    /// `nil` for calls.
    public var serviceEventDetails: JSONValue?

    /// The ID that records of one call have in common when they are sent to several accounts.
    ///
    /// `nil` if there is only one record.
    public var sharedEventID: String?

    /// The ID of the VPC endpoint the call came through.
    ///
    /// `nil` if it came another way.
    ///
    /// JSON key: `vpcEndpointId`.
    public var vpcEndpointID: String?

    /// The ID of the account that owns the VPC endpoint.
    ///
    /// `nil` if the call came another way.
    ///
    /// JSON key: `vpcEndpointAccountId`.
    public var vpcEndpointAccountID: String?

    /// `Management`, `Data` or `NetworkActivity`.
    ///
    /// `nil` before version 1.07.
    public var eventCategory: String?

    /// What is late or corrected in the record.
    ///
    /// `nil` if nothing is.
    public var addendum: JSONValue?

    /// Whether the session began in the console: `"true"` if so.
    ///
    /// `nil` otherwise.
    public var sessionCredentialFromConsole: JSONValue?

    /// The edge device the call was made to.
    ///
    /// `nil` if it was made to none.
    public var edgeDeviceDetails: JSONValue?

    /// How the connection was encrypted.
    ///
    /// `nil` if CloudTrail does not say.
    public var tlsDetails: TLSDetails?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        eventVersion: String? = nil,
        userIdentity: CloudTrailIdentity? = nil,
        eventTime: Timestamp? = nil,
        eventSource: String,
        eventName: String,
        awsRegion: String? = nil,
        sourceIPAddress: String? = nil,
        userAgent: String? = nil,
        errorCode: String? = nil,
        errorMessage: String? = nil,
        requestParameters: JSONValue? = nil,
        responseElements: JSONValue? = nil,
        additionalEventData: JSONValue? = nil,
        requestID: String? = nil,
        eventID: String? = nil,
        readOnly: Bool? = nil,
        resources: [Resource] = [],
        eventType: EventType? = nil,
        apiVersion: String? = nil,
        managementEvent: Bool? = nil,
        recipientAccountID: String? = nil,
        serviceEventDetails: JSONValue? = nil,
        sharedEventID: String? = nil,
        vpcEndpointID: String? = nil,
        vpcEndpointAccountID: String? = nil,
        eventCategory: String? = nil,
        addendum: JSONValue? = nil,
        sessionCredentialFromConsole: JSONValue? = nil,
        edgeDeviceDetails: JSONValue? = nil,
        tlsDetails: TLSDetails? = nil
    ) {
        self.eventVersion = eventVersion
        self.userIdentity = userIdentity
        self.eventTime = eventTime
        self.eventSource = eventSource
        self.eventName = eventName
        self.awsRegion = awsRegion
        self.sourceIPAddress = sourceIPAddress
        self.userAgent = userAgent
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.requestParameters = requestParameters
        self.responseElements = responseElements
        self.additionalEventData = additionalEventData
        self.requestID = requestID
        self.eventID = eventID
        self.readOnly = readOnly
        self.resources = resources
        self.eventType = eventType
        self.apiVersion = apiVersion
        self.managementEvent = managementEvent
        self.recipientAccountID = recipientAccountID
        self.serviceEventDetails = serviceEventDetails
        self.sharedEventID = sharedEventID
        self.vpcEndpointID = vpcEndpointID
        self.vpcEndpointAccountID = vpcEndpointAccountID
        self.eventCategory = eventCategory
        self.addendum = addendum
        self.sessionCredentialFromConsole = sessionCredentialFromConsole
        self.edgeDeviceDetails = edgeDeviceDetails
        self.tlsDetails = tlsDetails
    }

    enum CodingKeys: String, CodingKey {
        case eventVersion
        case userIdentity
        case eventTime
        case eventSource
        case eventName
        case awsRegion
        case sourceIPAddress
        case userAgent
        case errorCode
        case errorMessage
        case requestParameters
        case responseElements
        case additionalEventData
        case requestID
        case eventID
        case readOnly
        case resources
        case eventType
        case apiVersion
        case managementEvent
        case recipientAccountID = "recipientAccountId"
        case serviceEventDetails
        case sharedEventID
        case vpcEndpointID = "vpcEndpointId"
        case vpcEndpointAccountID = "vpcEndpointAccountId"
        case eventCategory
        case addendum
        case sessionCredentialFromConsole
        case edgeDeviceDetails
        case tlsDetails
    }
}

extension CloudTrailDetail: EventBridgeDetail {
    /// Any service: the source is the service that was called.
    public static var sources: [EventBridgeSource] { [] }

    /// The kinds of events that carry the detail.
    ///
    /// A sign-in is listed in two spellings: AWS's documentation of events has the one, its examples
    /// have the other.
    public static var detailTypes: [EventBridgeDetailType] {
        [
            .awsAPICallViaCloudTrail, .awsServiceEventViaCloudTrail,
            .awsConsoleActionViaCloudTrail,
            .awsConsoleSignInViaCloudTrail, "AWS Console Signin via CloudTrail",
        ]
    }
}
