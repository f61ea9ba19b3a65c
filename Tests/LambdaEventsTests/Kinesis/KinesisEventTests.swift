import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct KinesisEventTests {
    private struct Click: Codable, Hashable {
        var page: String
        var visitor: Int
    }

    private func event(_ name: String) throws -> KinesisEvent {
        try Fixture("kinesis/\(name).json").decode()
    }

    private func record(data: String) -> KinesisEvent.StreamRecord {
        KinesisEvent.StreamRecord(partitionKey: "a", sequenceNumber: "1", data: data)
    }

    @Test
    func dataAreTextAndJSON() throws {
        let event = try event("records")
        let first = try #require(event.records.first)
        #expect(first.kinesis.dataText == #"{"page":"/shoes","visitor":17}"#)
        #expect(try first.kinesis.decodeData(as: Click.self) == Click(page: "/shoes", visitor: 17))
        #expect(try event.decodeData(as: Click.self).map(\.visitor) == [17, 4])
        #expect(first.shardID == "shardId-000000000000")
        #expect(first.stream?.resource == "stream/clicks")
        #expect(first.region == .usEast1)
        #expect(first.kinesis.approximateArrivalTimestamp?.nanoseconds == 987_000_000)
        #expect(!first.kinesis.isGzip)
        #expect(!first.kinesis.isAggregated)
    }

    @Test
    func dataAreBytes() throws {
        let record = try #require(try event("enhanced-fan-out").records.first)
        #expect(record.kinesis.dataBytes == [0, 255, 16, 128])
        #expect(record.kinesis.dataText == nil)
        #expect(record.shardID == "shardId-000000000006")
        let made = KinesisEvent.StreamRecord(
            partitionKey: "sensor",
            sequenceNumber: record.kinesis.sequenceNumber,
            dataBytes: [0, 255, 16, 128],
            approximateArrivalTimestamp: record.kinesis.approximateArrivalTimestamp
        )
        #expect(made == record.kinesis)
    }

    @Test
    func dataAreGzip() throws {
        let record = try #require(try event("cloudwatch-logs-gzip").records.first).kinesis
        #expect(record.isGzip)
        let logs = try record.decodeGunzippedData(as: JSONValue.self)
        #expect(logs["logEvents"]?[0]?["message"]?.stringValue == "ERROR out of stock")
        #expect(try record.gunzippedData().count > 200)
        #expect(throws: DecodingError.self) { try record.gunzippedData(limit: 100) }
        #expect(throws: DecodingError.self) { try record.decodeData(as: JSONValue.self) }
    }

    @Test
    func dataAreAChangeOfATable() throws {
        let event = try event("dynamodb-change")
        let change = try #require(try event.decodeData(as: DynamoDBChangeRecord.self).first)
        #expect(change.tableName == "Orders")
        #expect(change.dynamodb.approximateCreationDateTimePrecision == .microsecond)
        #expect(
            change.dynamodb.approximateCreationDateTime
                == Timestamp(iso8601: "2026-11-20T12:00:03.123456Z")
        )
    }

    @Test(arguments: [
        ("***", "Expected Base64 in the data of the record."),
        ("YWJj", "Expected the header of gzip in the data of the record."),
    ])
    func errorsRepeatNoData(data: String, message: String) {
        do {
            _ = try record(data: data).gunzippedData()
            Issue.record("The data are taken.")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.debugDescription == message)
            #expect(context.underlyingError is LambdaJSONError)
        } catch {
            Issue.record(error)
        }
    }

    @Test
    func dataThatAreNoBase64AreKept() throws {
        let record = record(data: "***")
        #expect(record.dataBytes == nil)
        #expect(record.dataText == nil)
        #expect(!record.isGzip)
        #expect(throws: DecodingError.self) { try record.decodeData(as: JSONValue.self) }
    }

    @Test
    func aggregatedRecordsAreRecognizable() {
        let record = KinesisEvent.StreamRecord(
            partitionKey: "a",
            sequenceNumber: "1",
            dataBytes: [0xF3, 0x89, 0x9A, 0xC2, 0x0A, 0x01]
        )
        #expect(record.isAggregated)
    }

    @Test
    func handwrittenRecordsNeedDataOnly() throws {
        let record = try #require(try event("handwritten").records.first)
        #expect(record.kinesis.partitionKey == "")
        #expect(record.kinesis.sequenceNumber == "")
        #expect(record.shardID == nil)
        #expect(record.eventName == nil)
        #expect(record.kinesis.dataText == #"{"page":"/"}"#)
    }

    @Test
    func batchResponseNamesSequenceNumbers() throws {
        let records = try event("records").records
        let numbers = records.map(\.kinesis.sequenceNumber.rawValue)
        #expect(
            StreamBatchResponse(failedFrom: records[1]).batchItemFailures.map(\.itemIdentifier)
                == [numbers[1]]
        )
        var response = StreamBatchResponse(failed: records.prefix(1))
        response.addFailure(of: records[1])
        #expect(response.batchItemFailures.map(\.itemIdentifier) == numbers)
    }

    @Test
    func recordsOfPipesAreFlat() throws {
        let flat: KinesisPipeRecord = try Fixture("kinesis/pipe-record.json").decode()
        let nested = try #require(try event("records").records.first)
        #expect(flat.kinesis == nested.kinesis)
        #expect(try flat.kinesis.decodeData(as: Click.self).visitor == 17)
        #expect(flat.stream?.service == "kinesis")
        #expect(flat.region == .usEast1)
        var expected = KinesisPipeRecord(nested)
        expected.eventID = flat.eventID
        #expect(flat == expected)
    }
}

struct KinesisTimeWindowEventTests {
    private struct Total: Codable, Equatable {
        var count = 0
        var total = "0"
    }

    private func event(_ name: String) throws -> KinesisTimeWindowEvent {
        try Fixture("kinesis/\(name).json").decode()
    }

    @Test
    func firstInvocationHasNoState() throws {
        let event = try event("time-window-first")
        #expect(event.state == [:])
        #expect(try event.decodeState(as: Total.self) == nil)
        #expect(!event.isFinalInvokeForWindow)
    }

    @Test
    func stateIsWhatWasReturned() throws {
        let event = try event("time-window")
        #expect(try event.decodeState(as: Total.self) == Total(count: 2, total: "42.00"))
        #expect(event.window.duration == .seconds(120))
        #expect(event.stream?.accountID == "123456789012")
        let response = try TimeWindowResponse(
            encoding: Total(count: 4, total: "84.00"),
            failures: StreamBatchResponse(failedFrom: event.records[1])
        )
        #expect(response.state == ["count": 4, "total": "84.00"])
        #expect(response.batchItemFailures.count == 1)
        let json = try LambdaJSONEncoder().encodeToString(TimeWindowResponse(state: [:]))
        #expect(json == #"{"state":{},"batchItemFailures":[]}"#)
    }

    @Test
    func aStateEncodesAsAnObject() throws {
        func problem(_ state: some Encodable) throws -> String? {
            do {
                _ = try TimeWindowResponse(encoding: state)
                return nil
            } catch EncodingError.invalidValue(_, let context) {
                #expect(context.underlyingError is LambdaJSONError)
                return context.debugDescription
            }
        }
        let expectation =
            "Expected the state of a time window to be encoded as an object, as a structure is; "
        #expect(try problem(7) == expectation + "Int is encoded as a number.")
        #expect(try problem("x") == expectation + "String is encoded as a string.")
        #expect(try problem(true) == expectation + "Bool is encoded as a boolean.")
        #expect(try problem([7]) == expectation + "Array<Int> is encoded as an array.")
        #expect(
            try problem(Total?.none) == expectation + "Optional<Total> is encoded as null."
        )
        #expect(try problem(["count": 7]) == nil)
        #expect(try problem([String: Int]()) == nil)
    }

    @Test
    func finalInvocationMayHaveNoRecords() throws {
        let event = try event("time-window-final")
        #expect(event.isFinalInvokeForWindow)
        #expect(event.records.isEmpty)
        #expect(try self.event("time-window-terminated-early").isWindowTerminatedEarly)
    }

    @Test
    func decodesDataByAnotherDecoder() throws {
        var record = try #require(event("time-window").records.first).kinesis
        record.data = "W1sxXV0="
        var shallow = LambdaJSONDecoder()
        shallow.maximumDepth = 1
        #expect(try record.decodeData(as: [[Int]].self) == [[1]])
        #expect(throws: DecodingError.self) {
            try record.decodeData(as: [[Int]].self, using: shallow)
        }
    }

    @Test
    func stateOfAnotherShapeIsAnError() throws {
        var event = try event("time-window")
        event.state = ["count": "two"]
        #expect(throws: DecodingError.self) { try event.decodeState(as: Total.self) }
        event.state = nil
        #expect(try event.decodeState(as: Total.self) == nil)
    }
}
