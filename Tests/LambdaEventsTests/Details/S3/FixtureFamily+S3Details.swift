import LambdaEvents
import LambdaJSON

extension FixtureFamily {
    static let s3Details = FixtureFamily(
        fixtures: [
            FixtureCase(
                "eventbridge-s3/object-created",
                EventBridgeEvent<S3ObjectCreatedDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-created-1.0",
                EventBridgeEvent<S3ObjectCreatedDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-created-copy",
                EventBridgeEvent<S3ObjectCreatedDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-deleted",
                EventBridgeEvent<S3ObjectDeletedDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-deleted-delete-marker",
                EventBridgeEvent<S3ObjectDeletedDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-deleted-lifecycle",
                EventBridgeEvent<S3ObjectDeletedDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-restore-initiated",
                EventBridgeEvent<S3ObjectRestoreDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-restore-completed",
                EventBridgeEvent<S3ObjectRestoreDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-restore-expired",
                EventBridgeEvent<S3ObjectRestoreDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-storage-class-changed",
                EventBridgeEvent<S3ObjectTransitionDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-access-tier-changed",
                EventBridgeEvent<S3ObjectTransitionDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-acl-updated",
                EventBridgeEvent<S3ObjectPropertiesDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-tags-added",
                EventBridgeEvent<S3ObjectPropertiesDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-tags-deleted",
                EventBridgeEvent<S3ObjectPropertiesDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-annotation-created",
                EventBridgeEvent<S3ObjectAnnotationDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/object-annotation-removed",
                EventBridgeEvent<S3ObjectAnnotationDetail>.self
            ),
            FixtureCase(
                "eventbridge-s3/handwritten",
                EventBridgeEvent<S3ObjectCreatedDetail>.self,
                added: ["resources"]
            ),
        ],
        corpus: [:],
        maps: ["aws-generated-tags"]
    )
}
