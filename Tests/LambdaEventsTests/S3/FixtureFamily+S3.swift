import LambdaEvents

extension FixtureFamily {
    static let s3 = FixtureFamily(
        fixtures: [
            FixtureCase("s3/empty", S3Event.self),
            FixtureCase("s3/handwritten", S3Event.self),
            FixtureCase("s3/intelligent-tiering", S3Event.self),
            FixtureCase("s3/lifecycle-expiration", S3Event.self),
            FixtureCase("s3/lifecycle-transition", S3Event.self),
            FixtureCase(
                "s3/nulls",
                S3Event.self,
                dropped: [
                    "Records[].glacierEventData",
                    "Records[].intelligentTieringEventData",
                    "Records[].lifecycleEventData",
                    "Records[].objectRetentionEventData",
                    "Records[].replicationEventData",
                    "Records[].responseElements.x-amz-id-2",
                    "Records[].responseElements.x-amz-request-id",
                    "Records[].s3.bucket.awsGeneratedTags.aws:cloudformation:stack-name",
                    "Records[].s3.object.eTag",
                    "Records[].s3.object.hasObjectAnnotation",
                    "Records[].s3.object.size",
                    "Records[].s3.object.versionId",
                ]
            ),
            FixtureCase("s3/object-acl", S3Event.self),
            FixtureCase("s3/object-annotation-delete", S3Event.self),
            FixtureCase("s3/object-annotation-put", S3Event.self),
            FixtureCase("s3/object-created", S3Event.self),
            FixtureCase("s3/object-created-2.0", S3Event.self),
            FixtureCase("s3/object-created-copy", S3Event.self),
            FixtureCase("s3/object-created-versioned", S3Event.self),
            FixtureCase("s3/object-removed", S3Event.self),
            FixtureCase("s3/object-removed-delete-marker", S3Event.self),
            FixtureCase("s3/object-restore-completed", S3Event.self),
            FixtureCase("s3/object-restore-completed-tiering", S3Event.self),
            FixtureCase("s3/object-restore-delete", S3Event.self),
            FixtureCase("s3/object-restore-post", S3Event.self),
            FixtureCase("s3/object-retention", S3Event.self),
            FixtureCase("s3/object-retention-event-hold", S3Event.self),
            FixtureCase("s3/object-tagging", S3Event.self),
            FixtureCase("s3/reduced-redundancy-lost", S3Event.self),
            FixtureCase("s3/replication-after-threshold", S3Event.self),
            FixtureCase("s3/replication-failed", S3Event.self),
            FixtureCase("s3/replication-missed-threshold", S3Event.self),
            FixtureCase("s3/test-event", S3Event.self),
        ],
        corpus: ["s3_*": S3Event.self],
        maps: ["awsGeneratedTags", "eventHoldDuration"],
        openValues: ["objectAnnotation"]
    )
}
