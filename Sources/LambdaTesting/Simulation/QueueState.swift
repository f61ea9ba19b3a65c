import LambdaEvents

/// The messages of a simulated queue, and the rules of SQS about them.
///
/// Times are durations since the clock's start.
struct QueueState {
    struct Stored {
        var message: SQSEvent.Message
        let group: String?
        let sentAt: Duration
        /// From when on the message can be received; later than now while it is in flight.
        var visibleAt: Duration
        var receiveCount = 0
    }

    private struct Duplicate {
        let messageID: String
        let sentAt: Duration
    }

    let isFIFO: Bool
    var count = 0
    var messages: [Stored] = []
    var deleted: [SQSEvent.Message] = []
    var deadLetters: [SQSEvent.Message] = []
    var expired: [SQSEvent.Message] = []
    var invocations: [SimulatedQueue.Invocation] = []
    private var duplicates: [String: Duplicate] = [:]

    init(isFIFO: Bool) {
        self.isFIFO = isFIFO
    }

    /// The message that another one repeats.
    ///
    /// "If you retry the SendMessage action within the 5-minute deduplication interval, SQS doesn't
    /// introduce any duplicates into the queue."
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html>
    func duplicate(of id: String, at time: Duration) -> String? {
        guard isFIFO, let known = duplicates[id], time - known.sentAt < .seconds(300) else {
            return nil
        }
        return known.messageID
    }

    mutating func append(_ message: SQSEvent.Message, group: String?, at time: Duration) {
        messages.append(Stored(message: message, group: group, sentAt: time, visibleAt: time))
        if let id = message.attributes.messageDeduplicationID {
            duplicates[id] = Duplicate(messageID: message.messageID, sentAt: time)
        }
    }

    /// Drops what has been in the queue for too long.
    mutating func expire(after period: Duration, at time: Duration) {
        expired += messages.lazy.filter { time - $0.sentAt >= period }.map(\.message)
        messages.removeAll { time - $0.sentAt >= period }
    }

    /// When the next message comes back into sight, or is dropped.
    ///
    /// A message that waits for others of its group is in sight already.
    func nextChange(after time: Duration, retention: Duration) -> Duration? {
        messages.lazy.flatMap { [$0.visibleAt, $0.sentAt + retention] }.filter { $0 > time }.min()
    }

    /// Receives messages.
    ///
    /// "If the ReceiveCount of a message exceeds the maxReceiveCount, SQS moves it to the
    /// dead-letter queue": it is received that many times, and moved when it would be once more.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html>
    mutating func receive(
        at time: Duration,
        _ settings: SimulatedQueue.Settings
    ) -> [SQSEvent.Message] {
        var batch: [SQSEvent.Message] = []
        var dead: Set<String> = []
        for index in order(at: time) where batch.count < max(1, settings.batchSize) {
            if let limit = settings.maxReceiveCount, messages[index].receiveCount >= limit {
                deadLetters.append(messages[index].message)
                dead.insert(messages[index].message.messageID)
                continue
            }
            messages[index].receiveCount += 1
            messages[index].visibleAt = time + max(settings.visibilityTimeout, .seconds(1))
            let count = messages[index].receiveCount
            let now = VirtualClock.start + time
            messages[index].message.receiptHandle =
                "\(messages[index].message.messageID)#\(count)"
            messages[index].message.attributes.approximateReceiveCount = String(count)
            if count == 1 {
                messages[index].message.attributes.approximateFirstReceiveTimestamp = now
            }
            batch.append(messages[index].message)
        }
        if !dead.isEmpty { messages.removeAll { dead.contains($0.message.messageID) } }
        return batch
    }

    /// The messages that can be received, in the order in which they are.
    ///
    /// "SQS first attempts to return as many messages with the same message group ID as possible",
    /// and "when you receive a message with a message group ID, no more messages for the same message
    /// group ID are returned unless you delete the message or it becomes visible."
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html>
    private func order(at time: Duration) -> [Int] {
        guard isFIFO else { return messages.indices.filter { messages[$0].visibleAt <= time } }
        var groups: [String?] = []
        var members: [String?: [Int]] = [:]
        var blocked: Set<String?> = []
        for (index, stored) in messages.enumerated() {
            if stored.visibleAt > time { blocked.insert(stored.group) }
            if members[stored.group] == nil { groups.append(stored.group) }
            members[stored.group, default: []].append(index)
        }
        return groups.filter { !blocked.contains($0) }.flatMap { members[$0] ?? [] }
    }

    /// Deletes the messages that succeeded, and keeps the invocation.
    mutating func settle(_ invocation: SimulatedQueue.Invocation) {
        let done = Set(invocation.deleted.map(\.messageID))
        messages.removeAll { done.contains($0.message.messageID) }
        deleted += invocation.deleted
        invocations.append(invocation)
    }
}
