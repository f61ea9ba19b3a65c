public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A resource that Application Auto Scaling scaled as far as it may.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-events-ref.html>
public struct ApplicationAutoScalingActivityDetail: Codable, Hashable, Sendable {
    /// When the activity began.
    ///
    /// `nil` in handwritten events.
    public var startTime: Timestamp?

    /// When the activity ended.
    ///
    /// `nil` if it has not.
    public var endTime: Timestamp?

    /// The capacity now.
    public var newDesiredCapacity: Int

    /// The capacity before.
    ///
    /// `nil` in handwritten events.
    public var oldDesiredCapacity: Int?

    /// The least capacity.
    ///
    /// `nil` in handwritten events.
    public var minCapacity: Int?

    /// The greatest capacity.
    ///
    /// `nil` in handwritten events.
    public var maxCapacity: Int?

    /// The resource, such as `table/my-table`.
    ///
    /// JSON key: `resourceId`.
    public var resourceID: String

    /// What was scaled, such as `dynamodb:table:WriteCapacityUnits`.
    public var scalableDimension: String

    /// The service, such as `dynamodb`.
    ///
    /// `nil` in handwritten events.
    public var serviceNamespace: String?

    /// What became of the activity, such as `Successful`.
    ///
    /// `nil` in handwritten events.
    public var statusCode: String?

    /// Whether the capacity is the greatest one.
    ///
    /// `false` if the JSON has none.
    public var scaledToMax: Bool

    /// `scale-out` or `scale-in`.
    ///
    /// `nil` in handwritten events.
    public var direction: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        startTime: Timestamp? = nil,
        endTime: Timestamp? = nil,
        newDesiredCapacity: Int,
        oldDesiredCapacity: Int? = nil,
        minCapacity: Int? = nil,
        maxCapacity: Int? = nil,
        resourceID: String,
        scalableDimension: String,
        serviceNamespace: String? = nil,
        statusCode: String? = nil,
        scaledToMax: Bool = false,
        direction: String? = nil
    ) {
        self.startTime = startTime
        self.endTime = endTime
        self.newDesiredCapacity = newDesiredCapacity
        self.oldDesiredCapacity = oldDesiredCapacity
        self.minCapacity = minCapacity
        self.maxCapacity = maxCapacity
        self.resourceID = resourceID
        self.scalableDimension = scalableDimension
        self.serviceNamespace = serviceNamespace
        self.statusCode = statusCode
        self.scaledToMax = scaledToMax
        self.direction = direction
    }

    enum CodingKeys: String, CodingKey {
        case startTime
        case endTime
        case newDesiredCapacity
        case oldDesiredCapacity
        case minCapacity
        case maxCapacity
        case resourceID = "resourceId"
        case scalableDimension
        case serviceNamespace
        case statusCode
        case scaledToMax
        case direction
    }
}

extension ApplicationAutoScalingActivityDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.applicationAutoScaling] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.applicationAutoScalingActivityStateChange]
    }
}
