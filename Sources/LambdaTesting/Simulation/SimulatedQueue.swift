public import LambdaEvents
import LambdaJSON
import LambdaTransport

/// An SQS queue with an event source mapping, in memory and in virtual time.
///
/// ```swift
/// let queue = SimulatedQueue("orders", settings: .init(maxReceiveCount: 3))
/// queue.send(#"{"id": "A-1"}"#)
/// queue.send("not an order")
///
/// await queue.drain(to: OrderQueue(store: store))
///
/// #expect(await store.ids == ["A-1"])
/// #expect(queue.deadLetters.map(\.body) == ["not an order"])
/// ```
///
/// It delivers batches to a function and treats the messages as SQS and Lambda do:
///
/// - A batch that succeeds is deleted. Messages that the response names, and all messages of a batch
///   that fails as a whole, come again when their visibility timeout has passed.
/// - A batch fails as a whole if the function fails or takes too long, and if the response names a
///   message that is not in the batch, or none. See ``BatchFailure``.
/// - A message that has been received as often as the redrive policy allows goes to the
///   dead-letter queue instead of being received once more.
/// - A queue whose name ends in `.fifo` keeps the order within a message group: a group that has
///   messages in flight delivers no others.
/// - What has not been deleted at the end of the retention period is lost.
///
/// Time does not pass by itself: when there is nothing to deliver, the clock jumps to the moment when
/// there is. A function spends time with ``advance(by:)``. One batch is delivered at a time, and a
/// standard queue delivers in the order of sending, each message once at a time; on AWS it may do
/// neither.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html>
public final class SimulatedQueue: Sendable {
    /// The name of the queue.
    public let name: String

    /// The settings of the queue and its event source mapping.
    public let settings: Settings

    /// What the functions have logged.
    public let log = CapturedLog()

    let clock = VirtualClock()
    let state: Monitor<QueueState>

    /// Creates a queue without messages.
    ///
    /// - Parameters:
    ///   - name: The name. One that ends in `.fifo` makes it a FIFO queue.
    ///   - settings: The settings. The default is those of a new queue, without a dead-letter queue.
    public init(_ name: String = "queue", settings: Settings = Settings()) {
        self.name = name
        self.settings = settings
        let isFIFO = name.utf8.suffix(5).elementsEqual(".fifo".utf8)
        state = Monitor(QueueState(isFIFO: isFIFO))
    }

    /// The ARN of the queue.
    public var arn: String { "arn:aws:sqs:us-east-1:123456789012:\(name)" }

    /// What time it is for the queue and for the functions it invokes.
    ///
    /// It begins with the year 2026.
    public var now: Timestamp { clock.now }

    /// Lets time pass.
    ///
    /// Within an invocation, it is the function that takes this time.
    ///
    /// - Parameter duration: How much.
    public func advance(by duration: Duration) { clock.advance(by: duration) }
}

// MARK: - Sending

extension SimulatedQueue {
    /// Sends a message.
    ///
    /// A function that is being invoked may do so, too.
    ///
    /// - Parameters:
    ///   - body: The text of the message.
    ///   - group: The message group. A FIFO queue demands one; here, messages without one are in the
    ///     group `default`.
    ///   - deduplicationID: By what a FIFO queue recognizes a message that is sent again within five
    ///     minutes, and drops it. The default is different for each message.
    ///   - messageAttributes: What the sender says about the message.
    /// - Returns: The ID of the message; that of the first one for a message that is dropped.
    @discardableResult
    public func send(
        _ body: String,
        group: String? = nil,
        deduplicationID: String? = nil,
        messageAttributes: [String: SQSEvent.Message.MessageAttribute] = [:]
    ) -> String {
        let elapsed = clock.elapsed
        let sent = now
        return state.withLock { state in
            if let id = deduplicationID, let known = state.duplicate(of: id, at: elapsed) {
                return known
            }
            state.count += 1
            let number = state.count
            let id = VirtualClock.identifier(number)
            let isFIFO = state.isFIFO
            let group = isFIFO ? group ?? "default" : group
            let attributes = SQSEvent.Message.Attributes(
                approximateReceiveCount: "0",
                sentTimestamp: sent,
                sequenceNumber: isFIFO
                    ? SequenceNumber(rawValue: String(8_849_496_460_467_696_128 + UInt64(number)))
                    : nil,
                messageGroupID: group,
                senderID: "AIDAEXAMPLESENDERID",
                messageDeduplicationID: isFIFO ? deduplicationID ?? id : nil,
                approximateFirstReceiveTimestamp: sent
            )
            let message = SQSEvent.Message(
                messageID: id,
                receiptHandle: "",
                body: body,
                attributes: attributes,
                messageAttributes: messageAttributes,
                md5OfMessageAttributes: SQSEvent.Message.MessageAttribute.digest(
                    of: messageAttributes
                ),
                md5OfBody: MD5.hexadecimalDigest(of: Array(body.utf8)),
                eventSourceARN: arn,
                awsRegion: "us-east-1"
            )
            state.append(message, group: group, at: elapsed)
            return id
        }
    }

    /// Sends a message with the JSON of a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - group: The message group, as in ``send(_:group:deduplicationID:messageAttributes:)``.
    ///   - deduplicationID: By what a FIFO queue recognizes a message that is sent again.
    /// - Returns: The ID of the message.
    /// - Throws: What encoding the value throws.
    @discardableResult
    public func send(
        encoding value: some Encodable,
        group: String? = nil,
        deduplicationID: String? = nil
    ) throws -> String {
        let json = String(decoding: try LambdaJSONEncoder().encode(value), as: UTF8.self)
        return send(json, group: group, deduplicationID: deduplicationID)
    }
}

// MARK: - What has become of the messages

extension SimulatedQueue {
    /// The messages in the queue, in flight or not, in the order they were sent in.
    public var messages: [SQSEvent.Message] { state.withLock { $0.messages.map(\.message) } }

    /// The messages that succeeded, in the order they were deleted in.
    public var deleted: [SQSEvent.Message] { state.withLock { $0.deleted } }

    /// The messages in the dead-letter queue, in the order they came there.
    public var deadLetters: [SQSEvent.Message] { state.withLock { $0.deadLetters } }

    /// The messages that were lost at the end of the retention period.
    public var expired: [SQSEvent.Message] { state.withLock { $0.expired } }

    /// What was delivered so far.
    public var invocations: [Invocation] { state.withLock { $0.invocations } }

    /// How often a message has been delivered.
    ///
    /// - Parameter messageID: What ``send(_:group:deduplicationID:messageAttributes:)`` returned.
    /// - Returns: The number, 0 for a message that the queue does not know.
    public func receiveCount(of messageID: String) -> Int {
        invocations.count { $0.event.records.contains { $0.messageID == messageID } }
    }
}
