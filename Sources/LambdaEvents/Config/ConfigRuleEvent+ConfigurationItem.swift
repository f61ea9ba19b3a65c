import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension ConfigRuleEvent {
    /// A resource as AWS Config has recorded it.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html>
    public struct ConfigurationItem: Codable, Hashable, Sendable {
        /// The version of the format, such as `1.3`.
        ///
        /// `nil` in handwritten events.
        public var configurationItemVersion: String?

        /// When AWS Config recorded the resource: the `OrderingTimestamp` of `PutEvaluations`.
        public var configurationItemCaptureTime: Timestamp

        /// What became of the resource.
        public var configurationItemStatus: Status

        /// The place of the item in the history of the resource, a number or a number in a string.
        ///
        /// `nil` in handwritten events.
        ///
        /// JSON key: `configurationStateId`.
        public var configurationStateID: JSONValue?

        /// The MD5 digest of the item.
        ///
        /// `nil` where there is none.
        ///
        /// JSON key: `configurationStateMd5Hash`.
        public var configurationStateMD5Hash: String?

        /// What the change was: `CREATE`, `UPDATE` or `DELETE`.
        ///
        /// `nil` except in the summary of a change that is too large.
        public var changeType: String?

        /// The account of the resource.
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
        /// `nil` for a resource that is in none.
        public var availabilityZone: String?

        /// The type of the resource, such as `AWS::S3::Bucket`.
        public var resourceType: String

        /// The identifier of the resource.
        ///
        /// JSON key: `resourceId`.
        public var resourceID: String

        /// The name of the resource.
        ///
        /// `nil` for a resource without a name.
        public var resourceName: String?

        /// The ARN of the resource.
        ///
        /// `nil` for a resource without one.
        ///
        /// JSON key: `ARN`.
        public var arn: String?

        /// When the resource was created.
        ///
        /// `nil` where AWS Config does not know.
        public var resourceCreationTime: Timestamp?

        /// The tags of the resource.
        ///
        /// Empty for a resource without tags, and in a summary.
        public var tags: [String: String]

        /// The resources that this one belongs with.
        ///
        /// Empty where there are none, and in a summary.
        public var relationships: [Relationship]

        /// The configuration, in the form that the service of the resource gives it.
        ///
        /// `nil` for a resource that was deleted, and in a summary.
        public var configuration: JSONValue?

        /// What else AWS Config has recorded, by name.
        ///
        /// `nil` where there is nothing else, and in a summary.
        public var supplementaryConfiguration: JSONValue?

        /// Creates an item.
        ///
        /// Parameters match the properties of the same name.
        public init(
            configurationItemVersion: String? = nil,
            configurationItemCaptureTime: Timestamp,
            configurationItemStatus: Status,
            configurationStateID: JSONValue? = nil,
            configurationStateMD5Hash: String? = nil,
            changeType: String? = nil,
            awsAccountID: String? = nil,
            awsRegion: String? = nil,
            availabilityZone: String? = nil,
            resourceType: String,
            resourceID: String,
            resourceName: String? = nil,
            arn: String? = nil,
            resourceCreationTime: Timestamp? = nil,
            tags: [String: String] = [:],
            relationships: [Relationship] = [],
            configuration: JSONValue? = nil,
            supplementaryConfiguration: JSONValue? = nil
        ) {
            self.configurationItemVersion = configurationItemVersion
            self.configurationItemCaptureTime = configurationItemCaptureTime
            self.configurationItemStatus = configurationItemStatus
            self.configurationStateID = configurationStateID
            self.configurationStateMD5Hash = configurationStateMD5Hash
            self.changeType = changeType
            self.awsAccountID = awsAccountID
            self.awsRegion = awsRegion
            self.availabilityZone = availabilityZone
            self.resourceType = resourceType
            self.resourceID = resourceID
            self.resourceName = resourceName
            self.arn = arn
            self.resourceCreationTime = resourceCreationTime
            self.tags = tags
            self.relationships = relationships
            self.configuration = configuration
            self.supplementaryConfiguration = supplementaryConfiguration
        }

        enum CodingKeys: String, CodingKey {
            case configurationItemVersion
            case configurationItemCaptureTime
            case configurationItemStatus
            case configurationStateID = "configurationStateId"
            case configurationStateMD5Hash = "configurationStateMd5Hash"
            case changeType
            case awsAccountID = "awsAccountId"
            case awsRegion
            case availabilityZone
            case resourceType
            case resourceID = "resourceId"
            case resourceName
            case arn = "ARN"
            case resourceCreationTime
            case tags
            case relationships
            case configuration
            case supplementaryConfiguration
        }
    }
}

extension ConfigRuleEvent.ConfigurationItem {
    /// What became of a resource.
    public struct Status: OpenValue {
        /// The text AWS Config uses for the status.
        public let rawValue: String

        /// Creates a status from the text AWS Config uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It was recorded as it is.
        public static var ok: Self { Self(rawValue: "OK") }
        /// It is new to AWS Config.
        public static var resourceDiscovered: Self { Self(rawValue: "ResourceDiscovered") }
        /// It was not recorded, for its type is excluded.
        public static var resourceNotRecorded: Self { Self(rawValue: "ResourceNotRecorded") }
        /// It was deleted.
        public static var resourceDeleted: Self { Self(rawValue: "ResourceDeleted") }
        /// It was deleted, and that was not recorded, for its type is excluded.
        public static var resourceDeletedNotRecorded: Self {
            Self(rawValue: "ResourceDeletedNotRecorded")
        }
    }

    /// A resource that another one belongs with.
    public struct Relationship: Codable, Hashable, Sendable {
        /// The type of the resource.
        ///
        /// `nil` in handwritten events.
        public var resourceType: String?

        /// The identifier of the resource.
        ///
        /// `nil` where AWS Config has only its name.
        ///
        /// JSON key: `resourceId`.
        public var resourceID: String?

        /// The name of the resource.
        ///
        /// `nil` for a resource without a name.
        public var resourceName: String?

        /// How they belong together, such as `Is attached to ElasticIp`.
        ///
        /// `nil` in handwritten events.
        public var name: String?

        /// Creates a relationship.
        ///
        /// Parameters match the properties of the same name.
        public init(
            resourceType: String? = nil,
            resourceID: String? = nil,
            resourceName: String? = nil,
            name: String? = nil
        ) {
            self.resourceType = resourceType
            self.resourceID = resourceID
            self.resourceName = resourceName
            self.name = name
        }

        enum CodingKeys: String, CodingKey {
            case resourceType
            case resourceID = "resourceId"
            case resourceName
            case name
        }
    }
}
