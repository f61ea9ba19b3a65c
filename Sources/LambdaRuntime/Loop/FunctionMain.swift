import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The process around the loop: reads the environment, starts the slot's thread, and exits.
enum FunctionMain {
    /// Runs a function.
    ///
    /// The main thread is left to the main queue, for `@MainActor` code.
    static func run(
        _ makeFunction: @escaping @Sendable () async throws -> any InvocableFunction
    ) -> Never {
        guard let text = Environment.runtimeAPI else {
            exit(LocalRun.main())
        }
        LogOutput.surviveBrokenPipes()
        let logger = LambdaLogger.standard
        let endpoint: Endpoint
        do throws(Endpoint.Flaw) {
            endpoint = try Endpoint(text)
        } catch {
            logger.fatal("\(LambdaError.endpointInvalid(text, error))")
            exit(1)
        }
        Libc.limitHeap()
        CrashLog.install(LambdaLogger.Format(name: Environment.logFormat))
        let loop = InvocationLoop(
            endpoint: endpoint,
            logger: logger,
            ownsProcess: true,
            makeFunction: makeFunction
        )
        let failure = Thread.start {
            CrashLog.prepareThread()
            exit(loop.runOnThisThread().status)
        }
        if failure != 0 {
            logger.fatal("\(LambdaError.threadUnavailable(failure))")
            exit(1)
        }
        MainQueue.serve()
    }
}
