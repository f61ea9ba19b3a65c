import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct SampleRecordTests {
    private struct Order: Codable, Hashable {
        var id = 7
        var note: String? = nil
        var tags: Set<String> = ["gift"]
        var digest: [UInt8] = [0, 255]
        var price = JSONNumber("12345678901234567890.5")
    }

    // MARK: - S3

    @Test(arguments: [
        ("red flower.jpg", "red+flower.jpg"),
        ("a+b/c=d.txt", "a%2Bb/c%3Dd.txt"),
        ("é(1)~*.png", "%C3%A9%281%29%7E*.png"),
        ("100%", "100%25"),
    ])
    func encodesKeysAsS3Does(key: String, encoded: String) throws {
        let object = try #require(S3Event.sample(key: key).records.first).s3.object
        #expect(object.key == encoded)
        #expect(object.decodedKey == key)
    }

    @Test
    func removalsHaveNoSize() throws {
        let record = S3Event.Record.sample(size: 7, eventName: .objectRemovedDelete)
        #expect(record.s3.object.size == nil)
        #expect(record.s3.object.eTag == nil)
        #expect(S3Event.Record.sample(size: 7).s3.object.size == 7)
    }

    @Test
    func sequencersAscend() throws {
        let sequencers = S3Event.sample(keys: (0..<300).map { "\($0)" }).records
            .compactMap(\.s3.object.sequencer)
        #expect(sequencers.count == 300)
        #expect(zip(sequencers, sequencers.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test
    func arnsFollowTheRegion() throws {
        let event = S3Event.sample(bucket: "photos", region: .cnNorth1)
        #expect(event.records[0].s3.bucket.arn == "arn:aws-cn:s3:::photos")
        let message = try SQSEvent.Message.sample(
            queue: "q",
            region: .usGovWest1,
            accountID: "1"
        )
        #expect(message.eventSourceARN == "arn:aws-us-gov:sqs:us-gov-west-1:1:q")
        #expect(message.awsRegion == "us-gov-west-1")
    }

    // MARK: - SQS

    @Test
    func bodiesAreTextOrJSON() throws {
        let event = try SQSEvent.sample(bodies: ["plain", Order(id: 8), Array("bytes".utf8)])
        #expect(event.records[0].body == "plain")
        #expect(try event.records[1].decodeBody(as: Order.self) == Order(id: 8))
        #expect(event.records[2].body == "bytes")
        #expect(Set(event.records.map(\.messageID)).count == 3)
        #expect(Set(event.records.map(\.receiptHandle)).count == 3)
    }

    @Test
    func bytesThatAreNoTextAreRefused() {
        let error = #expect(throws: LambdaTestError.self) {
            try SQSEvent.sample(body: [0xFF] as [UInt8])
        }
        #expect(error?.code == .eventInvalid)
        #expect(
            error?.description == "The bytes are not UTF-8. This service carries text: encode them "
                + "in Base64."
        )
    }

    @Test
    func contentThatDoesNotEncodeIsRefused() {
        let error = #expect(throws: LambdaTestError.self) {
            try SNSEvent.sample(message: Double.nan)
        }
        #expect(error?.code == .eventInvalid)
    }

    @Test
    func checksumsAreThoseOfSQS() throws {
        for message in try SQSEvent(fixture: "sqs/standard.json").records {
            let sample = try SQSEvent.Message.sample(body: message.body)
            #expect(sample.md5OfBody == message.md5OfBody)
        }
        for (text, digest) in [
            ("", "d41d8cd98f00b204e9800998ecf8427e"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
            (
                String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"
            ),
        ] {
            #expect(try SQSEvent.Message.sample(body: text).md5OfBody == digest)
        }
        let attributes = try SQSEvent.Message.sample(messageAttributes: [
            "tenant": .sample("blue"), "count": .sample(number: 7),
            "raw": .sample(bytes: [0, 1, 255]),
        ])
        #expect(attributes.md5OfMessageAttributes == "ba828417083fff86a9965938b38546be")
        #expect(attributes.messageAttributes["count"]?.number == 7)
        #expect(attributes.messageAttributes["raw"]?.binaryBytes == [0, 1, 255])
    }

    @Test
    func fifoQueuesNumberTheirMessages() throws {
        let event = try SQSEvent.sample(bodies: ["a", "b"], groupID: "blue", queue: "orders.fifo")
        let attributes = event.records.map(\.attributes)
        #expect(attributes.map(\.messageGroupID) == ["blue", "blue"])
        let numbers = attributes.compactMap(\.sequenceNumber)
        #expect(numbers.count == 2)
        #expect(numbers[0] < numbers[1])
        #expect(Set(attributes.compactMap(\.messageDeduplicationID)).count == 2)

        let standard = try SQSEvent.Message.sample().attributes
        #expect(standard.sequenceNumber == nil)
        #expect(standard.messageGroupID == nil)
        #expect(standard.messageDeduplicationID == nil)
    }

    @Test
    func messagesSayHowOftenTheyWereReceived() throws {
        let attributes = try SQSEvent.Message.sample(receiveCount: 3).attributes
        #expect(attributes.receiveCount == 3)
        #expect(attributes.sentTimestamp == .sample)
        #expect(attributes.approximateFirstReceiveTimestamp > attributes.sentTimestamp)
    }

    // MARK: - Envelopes

    @Test
    func samplesGoIntoEachOther() throws {
        let upload = S3Event.sample(key: "a b.png")
        let event = try SQSEvent.sample(body: SNSNotification.sample(message: upload))
        let message = try #require(event.records.first)
        #expect(try message.decodeBody(as: S3Event.self, in: SNSNotification.self) == upload)
        #expect(message.body.utf8.count > 0)

        let alarm = CloudWatchAlarmMessage.sample(alarmName: "disk", state: .ok, oldState: .alarm)
        let notification = try SNSEvent.sample(message: alarm, topic: "alarms")
        #expect(try notification.records[0].decodeMessage(as: CloudWatchAlarmMessage.self) == alarm)
    }

    // MARK: - Streams

    @Test
    func dataAreInBase64() throws {
        let event = try KinesisEvent.sample(dataOfRecords: ["text", [1, 2] as [UInt8], Order()])
        #expect(event.records[0].kinesis.dataText == "text")
        #expect(event.records[1].kinesis.dataBytes == [1, 2])
        #expect(try event.records[2].kinesis.decodeData(as: Order.self) == Order())
    }

    @Test
    func aPipeSendsTheRecordsOfItsStream() throws {
        let record = try KinesisPipeRecord(.sample(data: Order(), partitionKey: "ada"))
        #expect(record.partitionKey == "ada")
        #expect(try record.kinesis.decodeData(as: Order.self) == Order())
    }

    @Test
    func messagesOfLogsGoIntoStreamsAsWell() throws {
        let message = try CloudWatchLogsMessage.sample(messages: ["A line", Order()])
        #expect(message.logEvents.map(\.message).first == "A line")
        let record = try KinesisEvent.Record.sample(data: message)
        #expect(try record.kinesis.decodeData(as: CloudWatchLogsMessage.self) == message)
        #expect(try CloudWatchLogsEvent.sample(message).decodeLogs() == message)
    }

    @Test
    func sequenceNumbersAscend() throws {
        let kinesis = try KinesisEvent.sample(dataOfRecords: Array(0..<12)).records
            .map(\.kinesis.sequenceNumber)
        #expect(kinesis == kinesis.sorted())
        #expect(Set(kinesis).count == 12)
        #expect(kinesis.allSatisfy { $0.rawValue.count == 56 })
        let changes = try DynamoDBEvent.sample(newImages: (0..<12).map { ["id": $0] }).records
            .map(\.dynamodb.sequenceNumber)
        #expect(changes == changes.sorted())
        #expect(Set(changes).count == 12)
    }

    @Test
    func shardsAreNamedInTheEventID() throws {
        let record = try KinesisEvent.Record.sample(shardID: "shardId-000000000006")
        #expect(record.shardID == "shardId-000000000006")
    }

    @Test
    func windowsHoldTheirTime() throws {
        let event = try KinesisTimeWindowEvent.sample(
            state: ["count": 2],
            isFinal: true,
            windowLength: .seconds(300)
        )
        #expect(event.window.duration == .seconds(300))
        #expect(event.window.start <= .sample && .sample < event.window.end)
        #expect(event.isFinalInvokeForWindow)
        #expect(try event.decodeState(as: [String: Int].self) == ["count": 2])
        #expect(try KinesisTimeWindowEvent.sample().decodeState(as: [String: Int].self) == nil)
    }

    // MARK: - DynamoDB

    @Test
    func imagesSayWhatHappened() throws {
        let (before, after) = (Order(id: 7), Order(id: 7, note: "Ring twice"))
        let inserted = try DynamoDBEvent.Record.sample(newImage: after)
        let modified = try DynamoDBEvent.Record.sample(newImage: after, oldImage: before)
        let removed = try DynamoDBEvent.Record.sample(oldImage: before)
        #expect([inserted, modified, removed].map(\.eventName) == [.insert, .modify, .remove])
        #expect(modified.changedAttributes?.keys.sorted() == ["note"])
        #expect(removed.dynamodb.newImage == nil)
        #expect(try removed.dynamodb.oldImage?.decode(Order.self) == before)
        #expect(removed.dynamodb.keys == ["id": .number("7")])
        #expect(removed.tableName == "Orders")
    }

    @Test
    func numbersSetsAndBytesAreTheirTypes() throws {
        let image = try #require(
            DynamoDBEvent.Record.sample(newImage: Order()).dynamodb.newImage
        )
        #expect(image["price"] == .number("12345678901234567890.5"))
        #expect(image["tags"] == .stringSet(["gift"]))
        #expect(image["digest"] == .binary(AttributeValue.Binary([0, 255])))
        #expect(image["note"] == nil)
    }

    @Test
    func aMissingKeySaysWhatThereIs() {
        let error = #expect(throws: LambdaTestError.self) {
            try DynamoDBEvent.sample(newImage: ["sku": "a", "line": "1"])
        }
        #expect(
            error?.description
                == "The item has no attribute \"id\" to be its key. It has line, sku. "
                + "Say which ones are the key with keyNames."
        )
        #expect(throws: LambdaTestError.self) { try DynamoDBEvent.sample(newImage: 7) }
    }

    @Test
    func viewTypesLeaveImagesOut() throws {
        func images(_ type: DynamoDBEvent.StreamViewType) throws -> [Bool] {
            let change = try DynamoDBEvent.Record.sample(
                newImage: ["id": 1],
                oldImage: ["id": 1],
                streamViewType: type
            ).dynamodb
            return [change.newImage != nil, change.oldImage != nil]
        }
        #expect(try images(.newAndOldImages) == [true, true])
        #expect(try images(.newImage) == [true, false])
        #expect(try images(.oldImage) == [false, true])
        #expect(try images(.keysOnly) == [false, false])
    }

    @Test
    func timeToLiveDeletionsAreDynamoDBs() throws {
        let record = try DynamoDBEvent.Record.sample(
            oldImage: ["id": 1],
            isTimeToLiveDeletion: true
        )
        #expect(record.isTimeToLiveDeletion)
    }

    // MARK: - EventBridge

    @Test
    func detailsSayWhatTheyAre() throws {
        let event = EventBridgeEvent.sample(detail: S3ObjectCreatedDetail.sample(key: "a b.png"))
        #expect(event.source == .s3)
        #expect(event.detailType == .s3ObjectCreated)
        #expect(event.detail.object.key == "a b.png")

        let own = EventBridgeEvent.sample(
            detail: Order(),
            detailType: "OrderPlaced",
            source: "shop",
            index: 3
        )
        #expect(own.detailType == "OrderPlaced")
        #expect(own.source == "shop")
        #expect(own.id != EventBridgeEvent.sample(detail: Order()).id)
        #expect(EventBridgeEvent.sample(detail: Order()).detailType == "Order")
    }

    @Test
    func schedulesAreNamed() {
        #expect(ScheduledEvent.sample(rule: "nightly").scheduleName == "nightly")
        let scheduled = ScheduledEvent.sample(schedule: "hourly", group: "reports")
        #expect(scheduled.source == .scheduler)
        #expect(scheduled.scheduleName == "hourly")
    }

    @Test
    func aDetailOfAWSIsThereWithoutAnyArguments() throws {
        let event = try EventBridgeEvent<ECSTaskStateChangeDetail>.sample()
        #expect(event.source == .ecs)
        let stopped = try EventBridgeEvent<ECSTaskStateChangeDetail>.sample(
            replacing: ["detail.lastStatus": "STOPPED"]
        )
        #expect(stopped.detail.lastStatus.rawValue == "STOPPED")
        let error = #expect(throws: FixtureError.self) {
            try EventBridgeEvent<ECSTaskStateChangeDetail>.sample(replacing: ["detail.x": 1])
        }
        #expect(error?.description.hasPrefix("Could not change detail.x in ") == true)
    }
}
