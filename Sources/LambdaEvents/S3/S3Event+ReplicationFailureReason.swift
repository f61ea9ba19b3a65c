public import LambdaEventsShared

extension S3Event {
    /// Why S3 could not replicate an object.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-failure-codes.html>
    public struct ReplicationFailureReason: OpenValue {
        /// The text S3 uses for the reason.
        public let rawValue: String

        /// Creates a reason from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// S3 may not assume the role of the replication configuration.
        public static var assumeRoleNotPermitted: Self { Self(rawValue: "AssumeRoleNotPermitted") }
        /// The destination bucket does not exist.
        public static var destinationBucketNotFound: Self { Self(rawValue: "DstBucketNotFound") }
        /// The source bucket has Object Lock, the destination bucket has not.
        public static var destinationBucketObjectLockConfigMissing: Self {
            Self(rawValue: "DstBucketObjectLockConfigMissing")
        }
        /// The destination bucket has no versioning.
        public static var destinationBucketUnversioned: Self {
            Self(rawValue: "DstBucketUnversioned")
        }
        /// The role may not delete in the destination bucket.
        public static var destinationDeleteObjectNotPermitted: Self {
            Self(rawValue: "DstDelObjNotPermitted")
        }
        /// The encryption key of the destination bucket cannot be used.
        public static var destinationKMSKeyInvalidState: Self {
            Self(rawValue: "DstKmsKeyInvalidState")
        }
        /// The encryption key of the destination bucket does not exist.
        public static var destinationKMSKeyNotFound: Self { Self(rawValue: "DstKmsKeyNotFound") }
        /// The role may not complete a multipart upload in the destination bucket.
        public static var destinationMultipartCompleteNotPermitted: Self {
            Self(rawValue: "DstMultipartCompleteNotPermitted")
        }
        /// The role may not begin a multipart upload in the destination bucket.
        public static var destinationMultipartInitNotPermitted: Self {
            Self(rawValue: "DstMultipartInitNotPermitted")
        }
        /// The role may not upload parts to the destination bucket.
        public static var destinationMultipartUploadNotPermitted: Self {
            Self(rawValue: "DstMultipartUploadNotPermitted")
        }
        /// The role may not change access control lists in the destination bucket.
        public static var destinationPutACLNotPermitted: Self {
            Self(rawValue: "DstPutAclNotPermitted")
        }
        /// The role may not put a legal hold on objects of the destination bucket.
        public static var destinationPutLegalHoldNotPermitted: Self {
            Self(rawValue: "DstPutLegalHoldNotPermitted")
        }
        /// The role may not write to the destination bucket.
        public static var destinationPutObjectNotPermitted: Self {
            Self(rawValue: "DstPutObjectNotPermitted")
        }
        /// The role may not put a retention on objects of the destination bucket.
        public static var destinationPutRetentionNotPermitted: Self {
            Self(rawValue: "DstPutRetentionNotPermitted")
        }
        /// The role may not tag objects of the destination bucket.
        public static var destinationPutTaggingNotPermitted: Self {
            Self(rawValue: "DstPutTaggingNotPermitted")
        }
        /// The destination bucket lacks the version whose metadata changed.
        public static var destinationVersionNotFound: Self { Self(rawValue: "DstVersionNotFound") }
        /// The source bucket does not exist.
        public static var sourceBucketNotFound: Self { Self(rawValue: "SrcBucketNotFound") }
        /// The source bucket is not configured for replication.
        public static var sourceBucketReplicationConfigMissing: Self {
            Self(rawValue: "SrcBucketReplicationConfigMissing")
        }
        /// The role may not read access control lists of the source bucket.
        public static var sourceGetACLNotPermitted: Self { Self(rawValue: "SrcGetAclNotPermitted") }
        /// The role may not read legal holds of the source bucket.
        public static var sourceGetLegalHoldNotPermitted: Self {
            Self(rawValue: "SrcGetLegalHoldNotPermitted")
        }
        /// The role may not read the source object.
        public static var sourceGetObjectNotPermitted: Self {
            Self(rawValue: "SrcGetObjectNotPermitted")
        }
        /// The role may not read retentions of the source bucket.
        public static var sourceGetRetentionNotPermitted: Self {
            Self(rawValue: "SrcGetRetentionNotPermitted")
        }
        /// The role may not read tags of the source bucket.
        public static var sourceGetTaggingNotPermitted: Self {
            Self(rawValue: "SrcGetTaggingNotPermitted")
        }
        /// The role may not read metadata of the source object.
        public static var sourceHeadObjectNotPermitted: Self {
            Self(rawValue: "SrcHeadObjectNotPermitted")
        }
        /// There is no source object under the key, perhaps because it was deleted meanwhile.
        public static var sourceKeyNotFound: Self { Self(rawValue: "SrcKeyNotFound") }
        /// The encryption key of the source bucket cannot be used.
        public static var sourceKMSKeyInvalidState: Self { Self(rawValue: "SrcKmsKeyInvalidState") }
        /// The object is none of those the configuration replicates.
        public static var sourceObjectNotEligible: Self { Self(rawValue: "SrcObjectNotEligible") }
        /// The source object no longer exists.
        public static var sourceObjectNotFound: Self { Self(rawValue: "SrcObjectNotFound") }
        /// The object is replicated already.
        public static var sourceReplicationNotPending: Self {
            Self(rawValue: "SrcReplicationNotPending")
        }
        /// The source bucket lacks the version, perhaps because it was deleted meanwhile.
        public static var sourceVersionNotFound: Self { Self(rawValue: "SrcVersionNotFound") }
    }
}
