import LambdaBatch
import LambdaTesting

/// A handler of messages that does what the test says.
struct Orders: SQSRecordHandler {
    var batchOptions = SQSBatchOptions()
    var journal = Journal()
    var work: @Sendable (Order, SQSEvent.Message, LambdaContext) async throws -> Void

    init() { self.init { _, _, _ in } }

    init(
        options: SQSBatchOptions = SQSBatchOptions(),
        _ work: @escaping @Sendable (Order, SQSEvent.Message, LambdaContext) async throws -> Void
    ) {
        batchOptions = options
        self.work = work
    }

    /// Fails for the orders named.
    init(options: SQSBatchOptions = SQSBatchOptions(), failing ids: Set<String>) {
        self.init(options: options) { order, _, _ in
            if ids.contains(order.id) { throw OutOfStock() }
        }
    }

    func handle(_ order: Order, of message: SQSEvent.Message, context: LambdaContext) async throws {
        journal.note(order.id)
        try await work(order, message, context)
    }
}

extension SQSEvent {
    /// Makes a batch of orders, one for each ID; the queue is FIFO if they have groups.
    static func orders(_ ids: [String], group: (String) -> String? = { _ in nil }) -> SQSEvent {
        SQSEvent(
            records: ids.map { id in
                .make(id: "message-\(id)", body: #"{"id":"\#(id)"}"#, group: group(id))
            }
        )
    }
}

extension SQSEvent.Message {
    static func make(id: String, body: String, group: String? = nil) -> SQSEvent.Message {
        let time = Timestamp(millisecondsSinceEpoch: 1_772_366_400_250)
        return SQSEvent.Message(
            messageID: id,
            receiptHandle: "handle",
            body: body,
            attributes: Attributes(
                approximateReceiveCount: "1",
                sentTimestamp: time,
                messageGroupID: group,
                senderID: "sender",
                approximateFirstReceiveTimestamp: time
            ),
            md5OfBody: "",
            eventSourceARN: "arn:aws:sqs:us-east-1:123456789012:orders"
                + (group == nil ? "" : ".fifo"),
            awsRegion: "us-east-1"
        )
    }
}

extension SQSBatchResponse {
    /// The IDs that the response names.
    var ids: [String] { batchItemFailures.map(\.itemIdentifier) }
}

extension StreamBatchResponse {
    /// The sequence numbers that the response names.
    var ids: [String] { batchItemFailures.map(\.itemIdentifier) }
}

extension LambdaContext {
    /// Makes a context whose log nobody looks at.
    static func quiet(deadline: TestDeadline? = nil) -> LambdaContext {
        .test(deadline: deadline, logger: CapturedLog().logger())
    }

    /// Makes a context whose time passes by the clock.
    static func quiet(realTime: Duration) -> LambdaContext {
        LambdaContext(remainingTime: realTime, logger: CapturedLog().logger())
    }
}
