import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct SQSEventTests {
    private struct Order: Codable, Equatable {
        let orderId: String
        let quantity: Int
    }

    @Test
    func readsAMessage() throws {
        let event = try SQSEvent(fixture: "sqs/standard.json")
        #expect(event.records.count == 2)
        let message = try #require(event.records.first)
        #expect(message.messageID == "059f36b4-87a3-44ab-83d2-661975830a7d")
        #expect(message.eventSourceARN == "arn:aws:sqs:us-east-1:123456789012:orders")
        #expect(message.messageAttributes.isEmpty)
        #expect(message.md5OfMessageAttributes == nil)
        #expect(message.attributes.receiveCount == 1)
        #expect(
            message.attributes.sentTimestamp == Timestamp(iso8601: "2026-03-01T12:00:00.250Z")
        )
        #expect(
            message.attributes.approximateFirstReceiveTimestamp - message.attributes.sentTimestamp
                == .milliseconds(25)
        )
    }

    @Test
    func decodesTheBody() throws {
        let event = try SQSEvent(fixture: "sqs/standard.json")
        let order = try event.records[0].decodeBody(as: Order.self)
        #expect(order == Order(orderId: "order-1", quantity: 2))
        #expect(throws: DecodingError.self) { try event.records[1].decodeBody(as: Order.self) }
    }

    @Test
    func decodesANotificationOfS3InTheBody() throws {
        let event = try SQSEvent(fixture: "sqs/s3-notification.json")
        let notification = try event.records[0].decodeBody(as: S3Event.self)
        #expect(notification.records.first?.s3.object.decodedKey == "photos/red flower.jpg")
        let test: S3Event = try event.records[1].decodeBody()
        #expect(test.testEvent?.bucket == "amzn-s3-demo-bucket")
    }

    @Test
    func readsTheAttributesOfAFIFOQueue() throws {
        let attributes = try #require(SQSEvent(fixture: "sqs/fifo.json").records.first?.attributes)
        #expect(attributes.messageGroupID == "customer-1")
        #expect(attributes.messageDeduplicationID == "order-1")
        #expect(attributes.sequenceNumber == "18849496460467696128")
    }

    @Test
    func readsWhereARedrivenMessageCameFrom() throws {
        let attributes = try #require(
            SQSEvent(fixture: "sqs/redriven.json").records.first?.attributes
        )
        #expect(attributes.receiveCount == 4)
        #expect(
            attributes.deadLetterQueueSourceARN
                == "arn:aws:sqs:us-east-1:123456789012:orders-dead-letters"
        )
    }

    @Test
    func saysHowOftenAMessageWillComeAgain() throws {
        var attributes = try #require(
            SQSEvent(fixture: "sqs/redriven.json").records.first?.attributes
        )
        #expect(attributes.remainingReceiveCount(outOf: 5) == 1)
        #expect(attributes.remainingReceiveCount(outOf: 4) == 0)
        #expect(attributes.remainingReceiveCount(outOf: 1) == 0)
        attributes.approximateReceiveCount = "-9223372036854775808"
        #expect(attributes.remainingReceiveCount(outOf: .max) == nil)
        attributes.approximateReceiveCount = "often"
        #expect(attributes.remainingReceiveCount(outOf: 5) == nil)
    }

    @Test
    func namesItsQueues() throws {
        let message = try #require(SQSEvent(fixture: "sqs/redriven.json").records.first)
        #expect(message.queue.resource == "orders")
        #expect(message.queue.accountID == "123456789012")
        #expect(message.region == .usEast1)
        #expect(message.attributes.deadLetterQueueSource?.resource == "orders-dead-letters")
        let standard = try #require(SQSEvent(fixture: "sqs/standard.json").records.first)
        #expect(standard.attributes.deadLetterQueueSource == nil)
    }

    @Test
    func aMessageOfAStandardQueueMayHaveAGroup() throws {
        let attributes = try #require(
            SQSEvent(fixture: "sqs/fair-queue.json").records.first?.attributes
        )
        #expect(attributes.messageGroupID == "tenant-1")
        #expect(attributes.sequenceNumber == nil)
    }

    @Test
    func sequenceNumbersOrderTheMessagesOfAGroup() throws {
        let event = try SQSEvent(fixture: "sqs/fifo-groups.json")
        let numbers = event.records.compactMap(\.attributes.sequenceNumber)
        #expect(numbers.count == 5)
        #expect(numbers == numbers.shuffled().sorted())
    }

    @Test
    func readsMessageAttributes() throws {
        let message = try #require(SQSEvent(fixture: "sqs/message-attributes.json").records.first)
        let priority = try #require(message.messageAttributes["priority"])
        #expect(priority.dataType.base == .number)
        #expect(priority.dataType.label == "byte")
        #expect(priority.stringValue == "7")
        #expect(priority.number == 7)
        #expect(priority.binaryBytes == nil)
        let quantity = message.messageAttributes["quantity"]?.number
        #expect(quantity?.description == "123456789012345678901234567890.5")
        let customer = try #require(message.messageAttributes["customer"])
        #expect(customer.dataType == .string)
        #expect(customer.dataType.label == nil)
        #expect(customer.number == nil)
        #expect(message.attributes.awsTraceHeader?.hasPrefix("Root=") == true)
    }

    @Test
    func decodesBinaryAttributes() throws {
        let message = try #require(SQSEvent(fixture: "sqs/binary-attributes.json").records.first)
        let digest = try #require(message.messageAttributes["digest"])
        #expect(digest.binaryBytes == [0, 1, 2, 3, 4, 5, 0xFE, 0xFF])
        #expect(message.messageAttributes["thumbnail"]?.dataType.base == .binary)
        #expect(message.messageAttributes["thumbnail"]?.dataType.label == "gif")
    }

    @Test
    func aBinaryValueThatIsNotBase64StillDecodes() {
        let attribute = SQSEvent.Message.MessageAttribute(
            binaryValue: "not Base64!",
            dataType: .binary
        )
        #expect(attribute.binaryBytes == nil)
    }

    @Test
    func aReceiveCountThatIsNoNumberIsNil() throws {
        var attributes = try #require(
            SQSEvent(fixture: "sqs/standard.json").records.first?.attributes
        )
        for text in ["", "many", "99999999999999999999"] {
            attributes.approximateReceiveCount = text
            #expect(attributes.receiveCount == nil)
        }
    }

    @Test
    func anEventOfAnotherServiceIsRefused() {
        for json in ["{}", #"{"Records":null}"#, #"{"Records":[{"Sns":{}}]}"#] {
            #expect(throws: DecodingError.self, "\(json)") {
                try LambdaJSONDecoder().decode(SQSEvent.self, from: json)
            }
        }
    }
}

struct SQSBatchResponseTests {
    @Test
    func namesTheMessagesThatFailed() throws {
        let event = try SQSEvent(fixture: "sqs/standard.json")
        var response = SQSBatchResponse()
        response.addFailure(of: event.records[1])
        #expect(
            try LambdaJSONEncoder().encodeToString(response)
                == #"{"batchItemFailures":[{"itemIdentifier":"2e1424d4-f796-459a-8184-9c92662be6da"}]}"#
        )
        #expect(SQSBatchResponse(failed: [event.records[1]]) == response)
    }

    @Test
    func successIsAnEmptyList() throws {
        #expect(
            try LambdaJSONEncoder().encodeToString(SQSBatchResponse())
                == #"{"batchItemFailures":[]}"#
        )
    }

    @Test
    func whatLambdaTakesForSuccessDecodesAsSuccess() throws {
        for json in ["{}", #"{"batchItemFailures":null}"#, #"{"batchItemFailures":[]}"#] {
            let response = try LambdaJSONDecoder().decode(SQSBatchResponse.self, from: json)
            #expect(response.batchItemFailures.isEmpty)
        }
    }

    @Test
    func failsAllMessagesFromTheFirstOneOn() throws {
        let event = try SQSEvent(fixture: "sqs/fifo.json")
        let first = SQSBatchResponse(failedFrom: event.records[0], in: event)
        #expect(first.batchItemFailures.map(\.itemIdentifier) == event.records.map(\.messageID))
        let last = SQSBatchResponse(failedFrom: event.records[1], in: event)
        #expect(last.batchItemFailures.map(\.itemIdentifier) == [event.records[1].messageID])
        let stranger = try SQSEvent(fixture: "sqs/redriven.json").records[0]
        let other = SQSBatchResponse(failedFrom: stranger, in: SQSEvent(records: []))
        #expect(other.batchItemFailures.map(\.itemIdentifier) == [stranger.messageID])
    }

    @Test
    func failsTheRestOfAGroupAndNoOther() throws {
        let event = try SQSEvent(fixture: "sqs/fifo-groups.json")
        let messages = event.records
        var response = SQSBatchResponse()
        response.addFailure(of: messages[0], andRestOfGroupIn: event)
        #expect(
            response.batchItemFailures.map(\.itemIdentifier)
                == [messages[0], messages[2], messages[4]].map(\.messageID)
        )
        #expect(messages.map(response.contains) == [true, false, true, false, true])

        response.addFailure(of: messages[3], andRestOfGroupIn: event)
        #expect(response.batchItemFailures.count == 4)
    }

    /// The loop of the documentation: what follows a failure in its group is not processed.
    @Test
    func aLoopOverGroupsSkipsWhatFollowsAFailure() throws {
        let event = try SQSEvent(fixture: "sqs/fifo-groups.json")
        var response = SQSBatchResponse()
        var processed: [String?] = []
        for message in event.records where !response.contains(message) {
            if message.messageID == event.records[1].messageID {
                response.addFailure(of: message, andRestOfGroupIn: event)
            } else {
                processed.append(message.attributes.messageGroupID)
            }
        }
        #expect(processed == ["customer-1", "customer-1", "customer-1"])
        #expect(response.batchItemFailures.count == 2)
    }

    @Test
    func decodesABodyByAnotherDecoder() throws {
        var message = try SQSEvent(fixture: "sqs/standard.json").records[0]
        message.body = "[[1]]"
        var shallow = LambdaJSONDecoder()
        shallow.maximumDepth = 1
        #expect(try message.decodeBody(as: [[Int]].self) == [[1]])
        #expect(throws: DecodingError.self) {
            try message.decodeBody(as: [[Int]].self, using: shallow)
        }
    }

    @Test
    func aMessageWithoutAGroupFailsAlone() throws {
        let event = try SQSEvent(fixture: "sqs/standard.json")
        var response = SQSBatchResponse()
        response.addFailure(of: event.records[0], andRestOfGroupIn: event)
        #expect(response == SQSBatchResponse(failed: [event.records[0]]))
        response.addFailure(of: event.records[1], andRestOfGroupIn: SQSEvent())
        #expect(response.batchItemFailures.count == 2)
    }
}
