#if canImport(Glibc)
import LambdaJSON
import LambdaTesting
import LambdaTransport
import Glibc
import TestSupport
import Testing

@testable import LambdaRuntime

/// As many slots as Lambda asks for at the most, in a process of their own whose threads and descriptors
/// nobody else touches.
///
/// On Linux: Darwin accepts no more than 128 connections that nobody has taken, and does not say how many
/// threads there are.
struct ManySlotsTests {
    @Test func sixteenHundredSlotsTakeAConnectionEachAndNoThread() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent]
        ) {
            Self.allowDescriptors()
            // The kernel completes the connections and takes the polls; nobody answers them.
            var listener: Listener? = try Listener(backlog: 4096)
            let endpoint = try Endpoint("127.0.0.1:\(listener?.port ?? 0)")
            let logs = CapturedLog()
            var patience = RuntimePatience()
            patience.firstPause = .microseconds(10)
            var surroundings = Surroundings()
            surroundings.concurrency = 1600
            let loop = InvocationLoop(
                endpoint: endpoint,
                logger: LambdaLogger(sink: logs),
                patience: patience,
                surroundings: surroundings,
                makeFunction: {
                    Function(
                        decode: .decodable(LambdaJSONDecoder()),
                        encode: .encodable(LambdaJSONEncoder()),
                        call: { (event: String, _: LambdaContext) in event }
                    )
                }
            )
            let before = await Resources.settled()
            async let exit = loop.run()
            try await eventually("each slot has its connection") {
                Resources.now.descriptors >= before.descriptors + 1600
            }
            let idle = await Resources.settled()
            let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
            // Each thread has a poller and what wakes it; the pool may open a few of its own.
            #expect(idle.descriptors <= before.descriptors + 1600 + 2 * cores + 4)
            // The loop's, one for each core, and what the pool has started since.
            #expect(idle.threads <= before.threads + 1 + 2 * cores)
            #expect(logs.records.isEmpty)
            print("Before: \(before); with 1600 idle slots: \(idle).")
            // All connections end, and no new one can be made.
            listener = nil
            #expect(await exit == .serviceFailed)
            let after = await Resources.settled()
            #expect(after.descriptors <= before.descriptors + 4)
            let gaveUp = logs.records.filter { $0.message.contains("This slot ends") }
            #expect(gaveUp.count == 1599)
            #expect(logs.records.filter { $0.level == .fatal }.count == 1)
        }
        if let output = result?.standardOutputContent {
            print(String(decoding: output, as: UTF8.self))
        }
    }

    private static func allowDescriptors() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
#endif
