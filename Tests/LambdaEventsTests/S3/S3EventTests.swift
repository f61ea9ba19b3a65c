import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct S3EventTests {
    @Test
    func readsARecord() throws {
        let record = try #require(S3Event(fixture: "s3/object-created.json").records.first)
        #expect(record.eventVersion == "2.5")
        #expect(record.eventName == .objectCreatedPut)
        #expect(record.category == .objectCreated)
        #expect(record.eventTime == Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        #expect(record.userIdentity?.principalID == "AWS:AROAEXAMPLEID:uploader")
        #expect(record.requestParameters?.sourceIPAddress == "203.0.113.10")
        #expect(record.responseElements?.requestID == "C3D13FE58DE4EXAM")
        #expect(record.s3.configurationID == "notify-function")
        #expect(record.s3.bucket.name == "amzn-s3-demo-bucket")
        #expect(record.s3.object.size == 1024)
    }

    @Test
    func decodesTheKey() throws {
        let object = try #require(
            S3Event(fixture: "s3/object-created.json").records.first?.s3.object
        )
        #expect(object.key == "photos/red+flower%C3%A9%3D1.jpg")
        #expect(object.decodedKey == "photos/red floweré=1.jpg")
    }

    @Test
    func aTestEventHasNoRecords() throws {
        let event = try S3Event(fixture: "s3/test-event.json")
        #expect(event.records.isEmpty)
        let testEvent = try #require(event.testEvent)
        #expect(testEvent.bucket == "amzn-s3-demo-bucket")
        #expect(testEvent.time == Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
    }

    @Test
    func aRealEventIsNoTestEvent() throws {
        #expect(try S3Event(fixture: "s3/object-created.json").testEvent == nil)
        #expect(try S3Event(fixture: "s3/empty.json").testEvent == nil)
    }

    @Test
    func anEventThatIsNullIsNoTestEvent() throws {
        let json = #"{"Event":null,"Records":[]}"#
        #expect(try LambdaJSONDecoder().decode(S3Event.self, from: json).testEvent == nil)
    }

    @Test(arguments: [
        (#"{"name":"a","size":1,"eTag":"b"}"#, 1), (#"[{"name":"a"},{"name":"b"}]"#, 2),
        ("[]", 0), (#"["a",{"name":"b"}]"#, 1), (#""a""#, 0), ("null", 0), ("{}", 0),
    ])
    func takesAnnotationsOfAnyShape(json: String, count: Int) throws {
        let entity = #"{"bucket":{"name":"a","arn":"b"},"object":{"key":"c"},"objectAnnotation":"#
        for coder in Coder.allCases {
            let bytes = Array((entity + json + "}").utf8)
            let value = try coder.decode(S3Event.Entity.self, from: bytes)
            #expect(value.objectAnnotations.count == count)
            if json != "null" {
                #expect(try Tree(json: coder.encode(value)) == Tree(json: bytes))
            }
        }
    }

    @Test
    func saysThatTheRecordsAreMissing() {
        #expect {
            try LambdaJSONDecoder().decode(S3Event.self, from: "{}")
        } throws: { error in
            guard case DecodingError.keyNotFound(let key, let context) = error else { return false }
            return key.stringValue == "Records" && context.underlyingError is LambdaJSONError
        }
    }

    @Test
    func anEventOfAnotherServiceIsRefused() {
        for json in ["{}", #"{"version":"2.0"}"#, #"{"Records":[{"Sns":{}}]}"#] {
            #expect(throws: DecodingError.self, "\(json)") {
                try LambdaJSONDecoder().decode(S3Event.self, from: json)
            }
        }
    }

    @Test
    func aRemovalHasNoSize() throws {
        let object = try #require(
            S3Event(fixture: "s3/object-removed.json").records.first?.s3.object
        )
        #expect(object.size == nil)
        #expect(object.eTag == nil)
        #expect(object.sequencer != nil)
    }

    @Test
    func readsWhatBelongsToTheKindOfEvent() throws {
        func record(_ name: String) throws -> S3Event.Record {
            try #require(S3Event(fixture: "s3/\(name).json").records.first)
        }
        let restored = try record("object-restore-completed").glacierEventData?.restoreEventData
        #expect(restored?.lifecycleRestoreStorageClass == .glacier)
        #expect(
            restored?.lifecycleRestorationExpiryTime == Timestamp(iso8601: "2026-03-08T00:00:00Z")
        )
        let replication = try record("replication-failed").replicationEventData
        #expect(replication?.failureReason == .assumeRoleNotPermitted)
        #expect(replication?.s3Operation == .objectPut)
        #expect(replication?.replicationRuleID == "to-second-region")
        let late = try record("replication-after-threshold").replicationEventData
        #expect(late?.threshold == "15")
        #expect(late?.replicationTime == "17")
        #expect(
            try record("lifecycle-transition").lifecycleEventData?.transitionEventData?
                .destinationStorageClass == .glacier
        )
        #expect(
            try record("intelligent-tiering").intelligentTieringEventData?.destinationAccessTier
                == .archiveAccess
        )
        let hold = try record("object-retention-event-hold").objectRetentionEventData
        #expect(hold?.mode == .governance)
        #expect(hold?.eventHold == .on)
        #expect(hold?.eventHoldDuration == ["days": 90])
        #expect(try record("object-retention").objectRetentionEventData?.eventHoldDuration == [:])
        #expect(try record("object-annotation-put").s3.objectAnnotations.first?.name == "caption")
        let copy = try record("object-created-copy").s3
        #expect(copy.object.hasObjectAnnotation == true)
        #expect(copy.bucket.awsGeneratedTags["aws:cloudformation:stack-name"] == "uploads")
    }

    @Test(arguments: [
        ("ObjectCreated:Put", "ObjectCreated"),
        ("s3:ObjectRemoved:Delete", "ObjectRemoved"),
        ("LifecycleTransition", "LifecycleTransition"),
        ("ObjectCreated:Teleported", "ObjectCreated"),
        ("", ""),
        (":", ""),
    ])
    func takesTheCategoryFromTheName(name: String, category: String) {
        #expect(S3Event.EventName(rawValue: name).category.rawValue == category)
    }

    @Test(arguments: [
        ("0055AED6DCD9028", "0055AED6DCD90281E5"),
        ("0055AED6DCD90281E5", "0055aed6dcd90281e6"),
        ("0A", "0B"),
        ("9", "A"),
        ("9", "a"),
        ("", "1"),
        ("0", "01"),
        ("1", "1000001"),
    ])
    func ordersSequencersFromTheLeft(earlier: String, later: String) {
        let earlier = S3Event.Object.Sequencer(rawValue: earlier)
        let later = S3Event.Object.Sequencer(rawValue: later)
        #expect(earlier < later)
        #expect(!(later < earlier))
        #expect(earlier != later)
    }

    @Test(arguments: [("0A1B", "0A1B00"), ("0a1b", "0A1B"), ("", "000")])
    func equalSequencersHashEqually(left: String, right: String) {
        let left = S3Event.Object.Sequencer(rawValue: left)
        let right = S3Event.Object.Sequencer(rawValue: right)
        #expect(left == right)
        #expect(!(left < right) && !(right < left))
        #expect(left.hashValue == right.hashValue)
    }
}
