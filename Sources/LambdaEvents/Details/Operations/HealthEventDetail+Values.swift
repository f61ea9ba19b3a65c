import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension HealthEventDetail {
    /// What an event of AWS Health is, in one language.
    public struct Description: Codable, Hashable, Sendable {
        /// The language, such as `en_US`.
        ///
        /// `nil` in handwritten events.
        public var language: String?

        /// The text.
        ///
        /// `nil` in handwritten events.
        public var latestDescription: String?

        /// Creates a description.
        ///
        /// Parameters match the properties of the same name.
        public init(
            language: String? = nil,
            latestDescription: String? = nil
        ) {
            self.language = language
            self.latestDescription = latestDescription
        }
    }

    /// A resource that is affected.
    public struct Entity: Codable, Hashable, Sendable {
        /// The ID of the resource.
        public var entityValue: String

        /// The ARN of the resource.
        ///
        /// `nil` if AWS Health does not say.
        ///
        /// JSON key: `entityArn`.
        public var entityARN: String?

        /// Where to find the resource.
        ///
        /// `nil` if AWS Health does not say.
        ///
        /// JSON key: `entityUrl`.
        public var entityURL: String?

        /// How it is affected, such as `IMPAIRED`, `PENDING` or `RESOLVED`.
        ///
        /// `nil` if AWS Health does not say.
        public var status: String?

        /// When AWS Health last said something about it.
        ///
        /// `nil` if AWS Health does not say.
        public var lastUpdatedTime: String?

        /// The tags of the resource.
        ///
        /// Empty if there are none.
        public var tags: [String: String]

        /// What else AWS Health says about the resource.
        ///
        /// Empty if it says nothing else.
        public var entityMetadata: [String: JSONValue]

        /// Creates an entity.
        ///
        /// Parameters match the properties of the same name.
        public init(
            entityValue: String,
            entityARN: String? = nil,
            entityURL: String? = nil,
            status: String? = nil,
            lastUpdatedTime: String? = nil,
            tags: [String: String] = [:],
            entityMetadata: [String: JSONValue] = [:]
        ) {
            self.entityValue = entityValue
            self.entityARN = entityARN
            self.entityURL = entityURL
            self.status = status
            self.lastUpdatedTime = lastUpdatedTime
            self.tags = tags
            self.entityMetadata = entityMetadata
        }

        enum CodingKeys: String, CodingKey {
            case entityValue
            case entityARN = "entityArn"
            case entityURL = "entityUrl"
            case status
            case lastUpdatedTime
            case tags
            case entityMetadata
        }
    }

    /// What kind of event AWS Health sends.
    public struct Category: OpenValue {
        /// The text AWS uses for the category.
        public let rawValue: String

        /// Creates a category from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Something does not work.
        public static var issue: Self { Self(rawValue: "issue") }
        /// Something about the account or its resources.
        public static var accountNotification: Self { Self(rawValue: "accountNotification") }
        /// Something will be changed.
        public static var scheduledChange: Self { Self(rawValue: "scheduledChange") }
        /// Something is being looked into.
        public static var investigation: Self { Self(rawValue: "investigation") }
    }

    /// Whether an event of AWS Health is about the account or about everyone.
    public struct Scope: OpenValue {
        /// The text AWS uses for the scope.
        public let rawValue: String

        /// Creates a scope from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// About the account.
        public static var accountSpecific: Self { Self(rawValue: "ACCOUNT_SPECIFIC") }
        /// About everyone in the region.
        public static var everyone: Self { Self(rawValue: "PUBLIC") }
        /// About neither.
        public static var none: Self { Self(rawValue: "NONE") }
    }

    /// Whether what AWS Health reports is over.
    public struct Status: OpenValue {
        /// The text AWS uses for the status.
        public let rawValue: String

        /// Creates a status from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It is going on.
        public static var open: Self { Self(rawValue: "open") }
        /// It is over.
        public static var closed: Self { Self(rawValue: "closed") }
        /// It will begin.
        public static var upcoming: Self { Self(rawValue: "upcoming") }
    }
}
