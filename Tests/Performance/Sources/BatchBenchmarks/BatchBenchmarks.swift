import LambdaRuntime
import LambdaSQSBatch
import LambdaSQSEvents

// What a handler of single messages costs over a loop over them: ten messages, whose handling does
// nothing but look at the body. Event and context are made once; nothing is decoded or encoded.
//
//     BatchBenchmarks [--quick]                  a table, in nanoseconds of CPU time for each batch
//     BatchBenchmarks loop|one|ten COUNT         one of them, so often: for a profiler

struct NoBody: Error {}

/// A loop over the messages, as one writes it by hand.
struct Loop {
    func handle(_ event: SQSEvent, context: LambdaContext) async throws -> SQSBatchResponse {
        var response = SQSBatchResponse()
        for message in event.records {
            do {
                try await handle(message.body)
            } catch {
                response.addFailure(of: message)
            }
        }
        return response
    }

    @inline(never)
    func handle(_ body: String) async throws {
        if body.isEmpty { throw NoBody() }
    }
}

/// A handler of single messages that does the same.
struct Records: SQSRecordHandler {
    var batchOptions = SQSBatchOptions()

    func handle(_ body: String, of message: SQSEvent.Message, context: LambdaContext) async throws {
        if body.isEmpty { throw NoBody() }
    }
}

@main
struct BatchBenchmarks {
    static func main() async throws {
        try await measure()
    }

    /// Measures away from the main thread: each call would be a change of threads else, which costs more
    /// than what is to be measured.
    @concurrent
    nonisolated static func measure() async throws {
        let event = SQSEvent(records: (0..<10).map(message))
        let context = LambdaContext(remainingTime: .seconds(900))
        let loop = Loop()
        let one = Records(batchOptions: SQSBatchOptions(maximumConcurrency: 1))
        let ten = Records()
        func run(_ name: String, _ count: Int) async throws {
            for _ in 0..<count {
                switch name {
                case "one": _ = try await one.handle(event, context: context)
                case "ten": _ = try await ten.handle(event, context: context)
                default: _ = try await loop.handle(event, context: context)
                }
            }
        }
        let arguments = CommandLine.arguments.dropFirst()
        if let name = arguments.first, let count = arguments.last.flatMap({ Int($0) }) {
            return try await run(name, count)
        }
        let (rounds, count) = arguments.first == "--quick" ? (3, 200) : (31, 20_000)
        var times: [String: [Double]] = [:]
        for _ in 0..<rounds {
            for name in ["loop", "one", "ten"] {
                let begun = processCPU()
                try await run(name, count)
                times[name, default: []].append(Double(processCPU() - begun) / Double(count))
            }
        }
        print("\n| ten messages | ns of CPU for a batch | for a message, over the loop |")
        print("|---|---:|---:|")
        let base = median(times["loop"] ?? [])
        for (name, title) in [
            ("loop", "a loop over them"), ("one", "SQSRecordHandler, one at a time"),
            ("ten", "SQSRecordHandler, ten at once"),
        ] {
            let time = median(times[name] ?? [])
            print("| \(title) | \(Int(time)) | \(Int((time - base) / 10)) |")
        }
    }

    static func message(_ number: Int) -> SQSEvent.Message {
        let time = Timestamp(millisecondsSinceEpoch: 1_772_366_400_250)
        return SQSEvent.Message(
            messageID: "059f36b4-87a3-44ab-83d2-66197583000\(number)",
            receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0aEXAMPLE",
            body: "{\"orderId\":\"order-\(number)\"}",
            attributes: SQSEvent.Message.Attributes(
                approximateReceiveCount: "1",
                sentTimestamp: time,
                senderID: "AIDAEXAMPLESENDERID",
                approximateFirstReceiveTimestamp: time
            ),
            md5OfBody: "8ddc9c69b73ce147578b88d0f0affd16",
            eventSourceARN: "arn:aws:sqs:us-east-1:123456789012:orders",
            awsRegion: "us-east-1"
        )
    }

    static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}
