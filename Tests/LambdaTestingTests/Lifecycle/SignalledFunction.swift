import LambdaJSON
import LambdaTransport

@testable import LambdaRuntime
@testable import LambdaTesting

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A function in a process of its own that gets the signal to end in the middle of an invocation.
enum SignalledFunction {
    static func run(
        concurrency: Int? = nil,
        _ hook: @escaping @Sendable () async throws -> Void
    ) async {
        var surroundings = Surroundings.process
        surroundings.concurrency = concurrency
        do {
            let api = try ScriptedRuntimeAPI(
                ScriptState(polls: [.step(.invocation("1"))], isOpen: true),
                connections: 1 + (concurrency ?? 1),
                slots: concurrency ?? 1
            )
            let lifecycle = LambdaLifecycle<Void>(onShutdown: hook, shutdownWindow: .seconds(30))
            let loop = InvocationLoop(
                endpoint: api.endpoint,
                logger: LambdaLogger(sink: CapturedLog()),
                surroundings: surroundings,
                makeFunction: {
                    Function(
                        decode: .decodable(LambdaJSONDecoder()),
                        encode: .encodable(LambdaJSONEncoder()),
                        hooks: lifecycle.hooks(of: ()),
                        call: { (event: Int, _: LambdaContext) in
                            kill(getpid(), SIGTERM)
                            for _ in 0..<1000 { await Task.yield() }
                            say("answered")
                            return event
                        }
                    )
                }
            )
            let failure = Thread.start { exit(loop.runOnThisThread().status + 70) }
            if failure != 0 { exit(71) }
            // The signal ends the process, or the time limit of the test does.
            await withCheckedContinuation { (_: CheckedContinuation<Void, Never>) in }
        } catch {
            exit(72)
        }
    }

    static func say(_ text: String) {
        var text = text + " "
        text.withUTF8 { LogOutput.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
    }
}
