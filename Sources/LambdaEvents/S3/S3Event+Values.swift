public import LambdaEventsShared

extension S3Event {
    /// A storage class of S3.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html>
    public struct StorageClass: OpenValue {
        /// The text S3 uses for the class.
        public let rawValue: String

        /// Creates a class from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// S3 Standard.
        public static var standard: Self { Self(rawValue: "STANDARD") }
        /// Reduced redundancy.
        public static var reducedRedundancy: Self { Self(rawValue: "REDUCED_REDUNDANCY") }
        /// S3 Standard-Infrequent Access.
        public static var standardIA: Self { Self(rawValue: "STANDARD_IA") }
        /// S3 One Zone-Infrequent Access.
        public static var oneZoneIA: Self { Self(rawValue: "ONEZONE_IA") }
        /// S3 Intelligent-Tiering.
        public static var intelligentTiering: Self { Self(rawValue: "INTELLIGENT_TIERING") }
        /// S3 Glacier Instant Retrieval.
        public static var glacierInstantRetrieval: Self { Self(rawValue: "GLACIER_IR") }
        /// S3 Glacier Flexible Retrieval.
        public static var glacier: Self { Self(rawValue: "GLACIER") }
        /// S3 Glacier Deep Archive.
        public static var deepArchive: Self { Self(rawValue: "DEEP_ARCHIVE") }
    }

    /// An archive tier of Intelligent-Tiering.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html>
    public struct AccessTier: OpenValue {
        /// The text S3 uses for the tier.
        public let rawValue: String

        /// Creates a tier from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The Archive Access tier.
        public static var archiveAccess: Self { Self(rawValue: "ARCHIVE_ACCESS") }
        /// The Deep Archive Access tier.
        public static var deepArchiveAccess: Self { Self(rawValue: "DEEP_ARCHIVE_ACCESS") }
    }

    /// An operation that S3 replicates.
    public struct ReplicationOperation: OpenValue {
        /// The text S3 uses for the operation.
        public let rawValue: String

        /// Creates an operation from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The object was written.
        public static var objectPut: Self { Self(rawValue: "OBJECT_PUT") }
    }

    /// How strictly Object Lock keeps an object.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html>
    public struct RetentionMode: OpenValue {
        /// The text S3 uses for the mode.
        public let rawValue: String

        /// Creates a mode from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Users with a special permission can delete the object.
        public static var governance: Self { Self(rawValue: "GOVERNANCE") }
        /// No one can delete the object.
        public static var compliance: Self { Self(rawValue: "COMPLIANCE") }
    }

    /// Whether a retention waits for an event before its time runs.
    public struct EventHold: OpenValue {
        /// The text S3 uses for the hold.
        public let rawValue: String

        /// Creates a hold from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The retention waits.
        public static var on: Self { Self(rawValue: "ON") }
    }
}
