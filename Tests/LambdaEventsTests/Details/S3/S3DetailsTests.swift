import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct S3DetailsTests {
    @Test
    func theKeyIsTakenAsItIs() throws {
        let event = try EventBridgeEvent<S3ObjectCreatedDetail>(
            fixture: "eventbridge-s3/object-created.json"
        )
        #expect(event.matches(S3ObjectCreatedDetail.self))
        #expect(event.detail.object.key == "photos/red flower+1.jpg")
        #expect(event.detail.object.size == 1024)
        #expect(event.detail.bucket.name == "amzn-s3-demo-bucket")
        #expect(event.detail.bucket.awsGeneratedTags.isEmpty)
        #expect(event.detail.reason == .putObject)
        #expect(event.detail.eventVersion == "1.1")
    }

    @Test
    func aCopySaysWhetherAnnotationsCameAlong() throws {
        let detail = try EventBridgeEvent<S3ObjectCreatedDetail>(
            fixture: "eventbridge-s3/object-created-copy.json"
        ).detail
        #expect(detail.reason == .copyObject)
        #expect(detail.object.hasObjectAnnotation == true)
        #expect(detail.bucket.awsGeneratedTags["aws:cloudformation:stack-name"] == "shop")
    }

    @Test
    func aDeletionSaysWhetherTheObjectIsGone() throws {
        func detail(_ name: String) throws -> S3ObjectDeletedDetail {
            try EventBridgeEvent<S3ObjectDeletedDetail>(fixture: "eventbridge-s3/\(name).json")
                .detail
        }
        #expect(try detail("object-deleted").deletionType == .permanentlyDeleted)
        #expect(try detail("object-deleted").object.eTag == nil)
        #expect(try detail("object-deleted-delete-marker").deletionType == .deleteMarkerCreated)
        let lifecycle = try detail("object-deleted-lifecycle")
        #expect(lifecycle.reason == .lifecycleExpiration)
        #expect(lifecycle.sourceIPAddress == nil)
    }

    @Test
    func aRestorationSaysWhenTheCopyExpires() throws {
        let event = try EventBridgeEvent<S3ObjectRestoreDetail>(
            fixture: "eventbridge-s3/object-restore-completed.json"
        )
        #expect(event.detailType == .s3ObjectRestoreCompleted)
        #expect(event.detail.restoreExpiryTime == Timestamp(iso8601: "2026-03-08T00:00:00Z"))
        #expect(event.detail.sourceStorageClass == .deepArchive)
    }

    @Test
    func aTransitionSaysWhereTheObjectIs() throws {
        let storage = try EventBridgeEvent<S3ObjectTransitionDetail>(
            fixture: "eventbridge-s3/object-storage-class-changed.json"
        ).detail
        #expect(storage.destinationStorageClass == .standardIA)
        #expect(storage.destinationAccessTier == nil)
        let tier = try EventBridgeEvent<S3ObjectTransitionDetail>(
            fixture: "eventbridge-s3/object-access-tier-changed.json"
        ).detail
        #expect(tier.destinationAccessTier == .archiveAccess)
        #expect(tier.destinationStorageClass == nil)
    }

    @Test
    func sequencersOrderTheEventsOfAKey() {
        func sequencer(_ text: String) -> S3ObjectSequencer { S3ObjectSequencer(rawValue: text) }
        #expect(sequencer("617f08299329d189") < sequencer("617f08299329d18a"))
        #expect(sequencer("617F08299329D189") == sequencer("617f08299329d189"))
        #expect(sequencer("617b398000000000") == sequencer("617b398"))
        #expect(sequencer("617b398000000000").hashValue == sequencer("617b398").hashValue)
        #expect(sequencer("617b398") < sequencer("617b3981"))
        #expect(sequencer("0") == sequencer(""))
    }
}
