import LambdaBatch
import LambdaTesting
import Testing

struct DynamoDBTests {
    struct Changes: DynamoDBRecordHandler {
        var batchOptions = StreamBatchOptions()
        var journal = Journal()

        func handle(
            _ change: DynamoDBChange<Order>,
            of: DynamoDBEvent.Record,
            context: LambdaContext
        ) async throws {
            let name = change.eventName?.rawValue ?? "?"
            journal.note("\(name) \(change.old?.id ?? "-") \(change.new?.id ?? "-")")
        }
    }

    private func event(_ changes: [(old: String?, new: String?)]) -> DynamoDBEvent {
        func image(_ id: String?) -> [String: AttributeValue]? { id.map { ["id": .string($0)] } }
        return DynamoDBEvent(
            records: changes.enumerated().map { index, change in
                DynamoDBEvent.Record(
                    eventName: change.old == nil ? .insert : change.new == nil ? .remove : .modify,
                    dynamodb: DynamoDBEvent.StreamRecord(
                        keys: ["id": .string(change.new ?? change.old ?? "")],
                        newImage: image(change.new),
                        oldImage: image(change.old),
                        sequenceNumber: SequenceNumber(rawValue: "\(100 + index)")
                    )
                )
            }
        )
    }

    @Test
    func decodesBothImages() async throws {
        let changes = Changes()
        let response = try await changes.handle(
            event([(nil, "a"), ("a", "b"), ("b", nil)]),
            context: .quiet()
        )
        #expect(response.ids.isEmpty)
        #expect(changes.journal.entries == ["INSERT - a", "MODIFY a b", "REMOVE b -"])
    }

    @Test
    func takesAnItemThatDoesNotDecodeForAFailedRecord() async throws {
        var event = event([(nil, "a"), (nil, "b"), (nil, "c")])
        event.records[1].dynamodb.newImage = ["id": .bool(true)]
        let changes = Changes()
        let response = try await changes.handle(event, context: .quiet())
        #expect(response.ids == ["101"])
        #expect(changes.journal.entries == ["INSERT - a"])
    }

    @Test
    func saysInTheLogAsWhatAnItemDoesNotDecode() async throws {
        let log = CapturedLog()
        var event = event([(nil, "a"), (nil, "b")])
        event.records[1].dynamodb.newImage = ["id": .bool(true)]
        let response = try await Changes().handle(event, context: .test(logger: log.logger()))
        #expect(response.ids == ["101"])
        let reason = try #require(log.records.first?["reason"])
        #expect("\(reason)".contains("Could not decode Order at id: "))
    }

    @Test
    func handlesItemsAtOnceIfToldTo() async throws {
        let changes = Changes(batchOptions: .init(maximumConcurrency: 4))
        let response = try await changes.handle(
            event([(nil, "a"), (nil, "b"), ("a", "a"), ("b", "b"), ("a", nil)]),
            context: .quiet()
        )
        #expect(response.ids.isEmpty)
        let handled = changes.journal.entries
        #expect(
            handled.filter { !$0.utf8.contains(UInt8(ascii: "b")) }
                == ["INSERT - a", "MODIFY a a", "REMOVE a -"]
        )
        #expect(handled.count == 5)
    }

    struct Images: DynamoDBRecordHandler {
        var journal = Journal()

        func handle(
            _ change: DynamoDBChange<[String: AttributeValue]>,
            of: DynamoDBEvent.Record,
            context: LambdaContext
        ) async throws {
            journal.note("\(change.new?.count ?? 0)")
        }
    }

    @Test
    func passesImagesOnAsTheyAre() async throws {
        let images = Images()
        let event = try DynamoDBEvent(fixture: "dynamodb/all-types.json")
        let response = try await images.handle(event, context: .quiet())
        #expect(response.ids.isEmpty)
        #expect(
            images.journal.entries
                == event.records.map { "\($0.dynamodb.newImage?.count ?? 0)" }
        )
    }
}
