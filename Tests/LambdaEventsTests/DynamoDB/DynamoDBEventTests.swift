import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct DynamoDBEventTests {
    private func event(_ name: String) throws -> DynamoDBEvent {
        try Fixture("dynamodb/\(name).json").decode()
    }

    private func record(_ name: String) throws -> DynamoDBEvent.Record {
        try #require(try event(name).records.first)
    }

    @Test
    func recordsSayWhatHappened() throws {
        let records = try event("records").records
        #expect(records.map(\.eventName) == [.insert, .modify, .remove])
        #expect(records[0].tableName == "Orders")
        #expect(records[0].dynamodb.keys == ["id": "order-1", "line": 1])
        #expect(records[0].dynamodb.newImage?["total"]?.numberValue == 59.9)
        #expect(records[0].dynamodb.oldImage == nil)
        #expect(records[2].dynamodb.newImage == nil)
        #expect(records[1].dynamodb.sequenceNumber > records[0].dynamodb.sequenceNumber)
        #expect(records[1].dynamodb.streamViewType == .newAndOldImages)
        #expect(
            records[0].dynamodb.approximateCreationDateTime
                == Timestamp(iso8601: "2026-11-20T12:00:00Z")
        )
    }

    @Test
    func changedAttributesAreTheDifferenceOfTheImages() throws {
        let records = try event("records").records
        #expect(
            records[1].changedAttributes == [
                "status": .init(oldValue: "OPEN", newValue: "SHIPPED"),
                "note": .init(oldValue: "Ring twice", newValue: nil),
                "carrier": .init(oldValue: nil, newValue: "post"),
            ]
        )
        let inserted = try #require(records[0].changedAttributes)
        #expect(inserted.count == 5)
        #expect(inserted["status"] == .init(oldValue: nil, newValue: "OPEN"))
        let removed = try #require(records[2].changedAttributes)
        #expect(removed["status"] == .init(oldValue: "SHIPPED", newValue: nil))
    }

    @Test(arguments: ["keys-only", "new-image", "old-image"])
    func changedAttributesAreUnknownWithoutBothImages(name: String) throws {
        #expect(try record(name).changedAttributes == nil)
    }

    @Test
    func aSetInAnotherOrderIsNoChange() {
        let record = DynamoDBEvent.Record(
            eventName: .modify,
            dynamodb: .init(
                keys: [:],
                newImage: ["tags": .stringSet(["a", "b"]), "items": ["a", "b"]],
                oldImage: ["tags": .stringSet(["b", "a"]), "items": ["b", "a"]],
                sequenceNumber: "1"
            )
        )
        #expect(record.changedAttributes.map { Array($0.keys) } == ["items"])
    }

    @Test
    func timeToLiveDeletionsAreRecognizable() throws {
        var record = try record("time-to-live")
        #expect(record.isTimeToLiveDeletion)
        record.eventName = .modify
        #expect(!record.isTimeToLiveDeletion)
        #expect(try !event("records").records[2].isTimeToLiveDeletion)
        let change: DynamoDBChangeRecord = try Fixture("dynamodb/change-record-time-to-live.json")
            .decode()
        #expect(change.isTimeToLiveDeletion)
    }

    @Test(arguments: [
        ("records", "2026-11-20T12:00:00Z"),
        ("fractional-time", "2026-11-20T12:00:00.125Z"),
        ("milliseconds", "2026-11-20T12:00:00.125Z"),
    ])
    func timesAreReadInAnyUnit(name: String, time: String) throws {
        let record = try record(name).dynamodb
        #expect(record.approximateCreationDateTime == Timestamp(iso8601: time))
    }

    @Test(arguments: [
        ("change-record-microseconds", "2026-11-20T12:00:03.123456Z"),
        ("change-record-milliseconds", "2026-11-20T12:00:03.123Z"),
        ("change-record-time-to-live", "2026-11-20T12:00:03.123Z"),
    ])
    func timesOfChangeRecordsAreReadInEitherUnit(name: String, time: String) throws {
        let change: DynamoDBChangeRecord = try Fixture("dynamodb/\(name).json").decode()
        #expect(change.dynamodb.approximateCreationDateTime == Timestamp(iso8601: time))
    }

    @Test
    func changeRecordsHaveTheSameConveniences() throws {
        let change: DynamoDBChangeRecord = try Fixture("dynamodb/change-record-microseconds.json")
            .decode()
        #expect(change.eventName == .modify)
        #expect(change.userIdentity == nil)
        #expect(!change.isTimeToLiveDeletion)
        #expect(
            change.changedAttributes == ["status": .init(oldValue: "OPEN", newValue: "SHIPPED")]
        )
    }

    @Test(arguments: [
        ("arn:aws:dynamodb:us-east-1:123456789012:table/Orders", "Orders"),
        ("arn:aws:dynamodb:us-east-1:123456789012:table/a/stream/2026-11-01T09:30:00.123", "a"),
        ("arn:aws:kinesis:us-east-1:123456789012:stream/clicks", nil),
        ("Orders", nil),
        ("", nil),
    ])
    func tableNameIsThatOfTheARN(arn: String, name: String?) throws {
        var record = try record("records")
        record.eventSourceARN = arn
        #expect(record.tableName == name)
    }

    @Test
    func handwrittenRecordsNeedAnImageOnly() throws {
        let record = try record("handwritten")
        #expect(record.dynamodb.keys.isEmpty)
        #expect(record.dynamodb.sequenceNumber == "")
        #expect(record.tableName == nil)
        #expect(record.changedAttributes?["id"]?.newValue == "order-1")
    }

    @Test
    func batchResponseNamesSequenceNumbers() throws {
        let records = try event("records").records
        let numbers = records.map(\.dynamodb.sequenceNumber.rawValue)
        let response = StreamBatchResponse(failedFrom: records[1])
        #expect(response.batchItemFailures.map(\.itemIdentifier) == [numbers[1]])
        var several = StreamBatchResponse(failed: records.dropLast())
        several.addFailure(of: records[2])
        #expect(several.batchItemFailures.map(\.itemIdentifier) == numbers)
    }

    @Test
    func windowsHaveAState() throws {
        struct Count: Codable {
            var orders: Int
        }
        let event: DynamoDBTimeWindowEvent = try Fixture("dynamodb/time-window.json").decode()
        #expect(try event.decodeState(as: Count.self)?.orders == 3)
        #expect(event.records.count == 2)
        #expect(event.shardID?.hasPrefix("shardId-") == true)
        let first: DynamoDBTimeWindowEvent = try Fixture("dynamodb/time-window-first.json").decode()
        #expect(try first.decodeState(as: Count.self) == nil)
    }
}
