import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

struct LambdaLoggerTests {
    private let moment = LambdaLogger.Record.Timestamp(millisecondsSinceEpoch: 1_795_215_361_123)

    private func record(
        _ message: String,
        _ fields: KeyValuePairs<String, LambdaLogger.Value> = [:],
        level: LambdaLogger.Level = .info,
        requestID: String? = nil,
        tenantID: String? = nil
    ) -> LambdaLogger.Record {
        LambdaLogger.Record(
            level: level,
            message: message,
            fields: fields.map { .init(name: $0.key, value: $0.value) },
            requestID: requestID,
            tenantID: tenantID,
            timestamp: moment
        )
    }

    @Test func writesTextLines() {
        #expect(record("Hello").line(.text) == "2026-11-20T22:56:01.123Z INFO Hello")
        let full = record(
            "Stored it",
            ["key": "a b", "count": 3, "ratio": 0.5, "ok": true, "list": .json([1, "x"])],
            level: .warn,
            requestID: "r-1",
            tenantID: "blue"
        )
        #expect(
            full.line(.text)
                == #"2026-11-20T22:56:01.123Z WARN Stored it key="a b" count=3 ratio=0.5 ok=true "#
                + #"list="[1,\"x\"]" requestId=r-1 tenantId=blue"#
        )
    }

    @Test func writesJSONLines() {
        #expect(
            record("Hello").line(.json)
                == #"{"timestamp":"2026-11-20T22:56:01.123Z","level":"INFO","message":"Hello"}"#
        )
        let full = record(
            "It \"broke\"",
            ["key": "a b", "count": 3, "ratio": 0.5, "ok": true, "list": .json([1, "x"])],
            level: .fatal,
            requestID: "r-1",
            tenantID: "blue"
        )
        #expect(
            full.line(.json)
                == #"{"timestamp":"2026-11-20T22:56:01.123Z","level":"FATAL","#
                + #""message":"It \"broke\"","requestId":"r-1","tenantId":"blue","key":"a b","#
                + #""count":3,"ratio":0.5,"ok":true,"list":[1,"x"]}"#
        )
    }

    @Test func aRecordIsOneLineWhateverItContains() throws {
        let wild = "a\nb\r\tc\u{0}\u{1B}[31m\u{7F}d"
        let entry = record("\(wild)", ["k\ney": "\(wild)"])
        let text = entry.line(.text)
        #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
        #expect(text.contains(#"a\nb\r\tc\x00\x1b[31m\x7fd"#))
        let json = entry.line(.json)
        #expect(json.utf8.allSatisfy { $0 >= 0x20 })
        let value = try LambdaJSONDecoder().decode(JSONValue.self, from: json)
        #expect(value["message"]?.stringValue == wild)
        #expect(value["k\ney"]?.stringValue == wild)
    }

    @Test func aJSONLineHasEachKeyOnce() throws {
        let entry = record("m", ["level": "x", "a": 1, "a": 2, "message": "y"])
        #expect(
            entry.line(.json)
                == #"{"timestamp":"2026-11-20T22:56:01.123Z","level":"INFO","message":"m","#
                + #""field.level":"x","a":2,"field.message":"y"}"#
        )
    }

    @Test func noFieldTakesTheNameOfAnother() throws {
        let entry = record(
            "m",
            ["level": 1, "field.level": 2, "field.field.level": 3, "field.x": 4]
        )
        #expect(
            entry.line(.json).hasSuffix(
                #""field.level":1,"field.field.level":2,"field.field.field.level":3,"field.x":4}"#
            )
        )
    }

    @Test func numbersThatJSONLacksAreStrings() {
        let entry = record("m", ["a": .number(.nan), "b": .number(-.infinity)])
        #expect(entry.line(.json).hasSuffix(#""a":"nan","b":"-inf"}"#))
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        (Int64.max, "9999-12-31T23:59:59.999Z"),
        (Int64.min, "0000-01-01T00:00:00.000Z"),
    ])
    func writesTimestamps(_ milliseconds: Int64, _ text: String) {
        #expect(
            LambdaLogger.Record.Timestamp(millisecondsSinceEpoch: milliseconds).description == text
        )
    }

    @Test func linesCarryTheInvocation() async throws {
        let run = try await LoopRun.run(
            polls: [
                .invocation("1", id: "a", more: ["Lambda-Runtime-Aws-Tenant-Id: blue"]),
                .invocation("1", id: "b"),
            ],
            function { (event: Int, context: LambdaContext) in
                context.logger.info("Seen", ["event": .integer(event)])
                return event
            }
        )
        #expect(run.logs.map(\.requestID) == ["a", "b"])
        #expect(run.logs.map(\.tenantID) == ["blue", nil])
        #expect(
            run.logs.map(\.fields) == Array(repeating: [.init(name: "event", value: 1)], count: 2)
        )
    }

    @Test func levelsHaveLambdasNames() {
        #expect(
            LambdaLogger.Level.allCases.map(\.description) == [
                "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL",
            ]
        )
        for level in LambdaLogger.Level.allCases {
            #expect(LambdaLogger.Level(name: level.description) == level)
            #expect(LambdaLogger.Level(name: level.description.lowercased()) == level)
        }
        #expect(LambdaLogger.Level(name: "WARNING") == nil)
        #expect(LambdaLogger.Level.trace < .fatal)
    }

    @Test func framesRecordsForTheTelemetryDescriptor() {
        let framed = LogFraming(.text).frame(Array("hi\n".utf8), record("hi", level: .error))
        #expect(Array(framed[..<4]) == [0xA5, 0x5A, 0x00, 0x17])
        #expect(Array(framed[4..<8]) == [0, 0, 0, 3])
        #expect(framed[8..<16].reduce(0) { $0 << 8 | Int($1) } == 1_795_215_361_123_000)
        #expect(Array(framed[16...]) == Array("hi\n".utf8))
    }

    @Test(
        "_LAMBDA_TELEMETRY_LOG_FD: the type of a record is that of its level",
        arguments: [
            (.trace, 0x07, 0x06), (.debug, 0x0B, 0x0A), (.info, 0x0F, 0x0E), (.warn, 0x13, 0x12),
            (.error, 0x17, 0x16), (.fatal, 0x1B, 0x1A),
        ] as [(LambdaLogger.Level, UInt8, UInt8)]
    )
    func framesEachLevel(_ level: LambdaLogger.Level, _ text: UInt8, _ json: UInt8) {
        let record = record("", level: level)
        #expect(Array(LogFraming(.text).frame([], record)[..<4]) == [0xA5, 0x5A, 0x00, text])
        #expect(Array(LogFraming(.json).frame([], record)[..<4]) == [0xA5, 0x5A, 0x00, json])
    }

    @Test func writesOnAfterInterruptionsAndShortWrites() {
        var results: [(count: Int, number: Int32)] = [(-1, EINTR), (3, 0), (-1, EINTR), (100, 0)]
        var written: [UInt8] = []
        let line = Array("whole line\n".utf8)
        line.withUnsafeBytes { bytes in
            LogOutput.write(bytes, to: 0) { _, rest in
                let (count, number) = results.removeFirst()
                if count < 0 {
                    errno = number
                    return -1
                }
                let taken = min(count, rest.count)
                written += rest.prefix(taken)
                return taken
            }
        }
        #expect(written == line)
        #expect(results.isEmpty)
    }

    @Test func aClosedDescriptorLosesTheLineOnly() {
        var calls = 0
        [1, 2, 3].withUnsafeBytes { bytes in
            LogOutput.write(bytes, to: 0) { _, _ in
                calls += 1
                errno = EPIPE
                return -1
            }
        }
        #expect(calls == 1)
    }

    @Test func aLineToAPipeThatNobodyReadsIsLost() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        // What the process has chosen stays.
        signal(SIGPIPE, SIG_IGN)
        LogOutput.surviveBrokenPipes()
        let chosen = signal(SIGPIPE, SIG_DFL)
        #expect(unsafeBitCast(chosen, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self))

        LogOutput.surviveBrokenPipes()
        LambdaLogger(sink: StandardLogSink(descriptor: ends[1], format: .text)).info("lost")
        // The process is still there; what is left to see is why the line was lost.
        #expect(write(ends[1], "x", 1) == -1)
        #expect(Libc.errorNumber == EPIPE)
        close(ends[1])
    }

    @Test func recordsGoToADescriptorOnlyWhereItCanBeWritten() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        #expect(!Libc.isWritable(ends[0]))
        #expect(Libc.isWritable(ends[1]))
        close(ends[0])
        close(ends[1])
        #expect(!Libc.isWritable(-1))
    }

    @Test func concurrentLinesStayWhole() async throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        let sink = StandardLogSink(descriptor: writing, format: .text)
        let logger = LambdaLogger(sink: sink)
        // Longer than a pipe takes at once, so that each line needs several writes.
        let long = String(repeating: "x", count: 100_000)
        async let text = offThePool {
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(reading, &chunk, chunk.count)
                if count <= 0 { break }
                bytes += chunk[..<count]
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    await offThePool { logger.info("\(number)\(long)\(number)") }
                }
            }
        }
        close(writing)
        let lines = await text.split(separator: "\n")
        close(reading)
        #expect(lines.count == 8)
        for line in lines {
            let message = line.dropFirst("2026-11-20T22:56:01.123Z INFO ".count)
            #expect(message.count == 100_002)
            #expect(message.first == message.last)
        }
    }
}
