import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension ConfigItemChangeDetail {
    /// What changed about a resource.
    public struct ConfigurationItemDiff: Codable, Hashable, Sendable {
        /// What changed, by the path of the property.
        ///
        /// Empty for a resource that was created or deleted.
        public var changedProperties: [String: JSONValue]

        /// `CREATE`, `UPDATE` or `DELETE`.
        ///
        /// `nil` in handwritten events.
        public var changeType: String?

        /// Creates a difference.
        ///
        /// Parameters match the properties of the same name.
        public init(
            changedProperties: [String: JSONValue] = [:],
            changeType: String? = nil
        ) {
            self.changedProperties = changedProperties
            self.changeType = changeType
        }
    }

    /// A resource as AWS Config recorded it.
    public struct ConfigurationItem: Codable, Hashable, Sendable {
        /// The type of the resource, such as `AWS::EC2::SecurityGroup`.
        ///
        /// `nil` in handwritten events.
        public var resourceType: String?

        /// The ID of the resource.
        ///
        /// `nil` in handwritten events.
        ///
        /// JSON key: `resourceId`.
        public var resourceID: String?

        /// The name of the resource.
        ///
        /// `nil` if it has none.
        public var resourceName: String?

        /// The ARN of the resource.
        ///
        /// `nil` if it has none.
        ///
        /// JSON key: `ARN`.
        public var arn: String?

        /// The ID of the account of the resource.
        ///
        /// `nil` in handwritten events.
        ///
        /// JSON key: `awsAccountId`.
        public var awsAccountID: String?

        /// The region of the resource.
        ///
        /// `nil` in handwritten events.
        public var awsRegion: String?

        /// The availability zone of the resource.
        ///
        /// `nil` if it is in none.
        public var availabilityZone: String?

        /// What became of the resource: `OK`, `ResourceDiscovered`, `ResourceDeleted` and others.
        ///
        /// `nil` in handwritten events.
        public var configurationItemStatus: String?

        /// The version of the format of the item.
        ///
        /// `nil` in handwritten events.
        public var configurationItemVersion: String?

        /// When AWS Config recorded the resource.
        ///
        /// `nil` in handwritten events.
        public var configurationItemCaptureTime: Timestamp?

        /// The place of the item in the history of the resource, a number or a number in a string.
        ///
        /// `nil` in handwritten events.
        ///
        /// JSON key: `configurationStateId`.
        public var configurationStateID: JSONValue?

        /// The MD5 digest of the item.
        ///
        /// `nil` if there is none.
        ///
        /// JSON key: `configurationStateMd5Hash`.
        public var configurationStateMD5Hash: String?

        /// When the resource was created.
        ///
        /// `nil` if AWS Config does not know.
        public var resourceCreationTime: Timestamp?

        /// The configuration, as the service of the resource describes it.
        ///
        /// `nil` for a resource that was deleted.
        public var configuration: JSONValue?

        /// What else AWS Config recorded.
        ///
        /// `nil` if there is nothing else.
        public var supplementaryConfiguration: JSONValue?

        /// The tags of the resource.
        ///
        /// Empty if there are none.
        public var tags: [String: String]

        /// The calls that CloudTrail recorded.
        ///
        /// Empty if there are none.
        public var relatedEvents: [JSONValue]

        /// The resources this one belongs with.
        ///
        /// Empty if there are none.
        public var relationships: [JSONValue]

        /// Creates an item.
        ///
        /// Parameters match the properties of the same name.
        public init(
            resourceType: String? = nil,
            resourceID: String? = nil,
            resourceName: String? = nil,
            arn: String? = nil,
            awsAccountID: String? = nil,
            awsRegion: String? = nil,
            availabilityZone: String? = nil,
            configurationItemStatus: String? = nil,
            configurationItemVersion: String? = nil,
            configurationItemCaptureTime: Timestamp? = nil,
            configurationStateID: JSONValue? = nil,
            configurationStateMD5Hash: String? = nil,
            resourceCreationTime: Timestamp? = nil,
            configuration: JSONValue? = nil,
            supplementaryConfiguration: JSONValue? = nil,
            tags: [String: String] = [:],
            relatedEvents: [JSONValue] = [],
            relationships: [JSONValue] = []
        ) {
            self.resourceType = resourceType
            self.resourceID = resourceID
            self.resourceName = resourceName
            self.arn = arn
            self.awsAccountID = awsAccountID
            self.awsRegion = awsRegion
            self.availabilityZone = availabilityZone
            self.configurationItemStatus = configurationItemStatus
            self.configurationItemVersion = configurationItemVersion
            self.configurationItemCaptureTime = configurationItemCaptureTime
            self.configurationStateID = configurationStateID
            self.configurationStateMD5Hash = configurationStateMD5Hash
            self.resourceCreationTime = resourceCreationTime
            self.configuration = configuration
            self.supplementaryConfiguration = supplementaryConfiguration
            self.tags = tags
            self.relatedEvents = relatedEvents
            self.relationships = relationships
        }

        enum CodingKeys: String, CodingKey {
            case resourceType
            case resourceID = "resourceId"
            case resourceName
            case arn = "ARN"
            case awsAccountID = "awsAccountId"
            case awsRegion
            case availabilityZone
            case configurationItemStatus
            case configurationItemVersion
            case configurationItemCaptureTime
            case configurationStateID = "configurationStateId"
            case configurationStateMD5Hash = "configurationStateMd5Hash"
            case resourceCreationTime
            case configuration
            case supplementaryConfiguration
            case tags
            case relatedEvents
            case relationships
        }
    }
}
