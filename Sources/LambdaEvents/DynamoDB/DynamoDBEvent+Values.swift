public import LambdaEventsShared

extension DynamoDBEvent {
    /// What happened to an item.
    public struct EventName: OpenValue {
        /// The text DynamoDB uses for the event.
        public let rawValue: String

        /// Creates a name from the text DynamoDB uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A new item was added.
        public static var insert: Self { Self(rawValue: "INSERT") }
        /// Attributes of an item changed.
        public static var modify: Self { Self(rawValue: "MODIFY") }
        /// An item was deleted.
        public static var remove: Self { Self(rawValue: "REMOVE") }
    }

    /// What of a changed item a stream has, beside its key.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html>
    public struct StreamViewType: OpenValue {
        /// The text DynamoDB uses for the type.
        public let rawValue: String

        /// Creates a type from the text DynamoDB uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Nothing but the key.
        public static var keysOnly: Self { Self(rawValue: "KEYS_ONLY") }
        /// The item as it is after the change.
        public static var newImage: Self { Self(rawValue: "NEW_IMAGE") }
        /// The item as it was before the change.
        public static var oldImage: Self { Self(rawValue: "OLD_IMAGE") }
        /// Both.
        public static var newAndOldImages: Self { Self(rawValue: "NEW_AND_OLD_IMAGES") }
    }

    /// Who made a change, if it was a service.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Identity.html>
    public struct UserIdentity: Codable, Hashable, Sendable {
        /// The kind of identity: `Service`.
        ///
        /// `nil` if the JSON has none; DynamoDB always sends it.
        public var type: String?

        /// The service: `dynamodb.amazonaws.com` for a deletion by the time to live.
        ///
        /// `nil` if the JSON has none; DynamoDB always sends it.
        ///
        /// JSON key: `principalId`.
        public var principalID: String?

        /// Creates an identity.
        ///
        /// Parameters match the properties of the same name.
        public init(type: String? = "Service", principalID: String?) {
            self.type = type
            self.principalID = principalID
        }

        /// Who deletes items whose time to live has passed.
        public static var timeToLive: Self { Self(principalID: "dynamodb.amazonaws.com") }

        enum CodingKeys: String, CodingKey {
            case type
            case principalID = "principalId"
        }
    }
}
