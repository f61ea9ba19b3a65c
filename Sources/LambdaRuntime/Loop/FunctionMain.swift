import LambdaTransport

#if LOCAL_RUNNING
import LambdaLocal
#endif

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The process around the loop: reads the environment, starts the slot's thread, and exits.
package enum FunctionMain {
    /// Runs a function.
    ///
    /// The event type and what decodes it are of interest outside Lambda, where the function is asked
    /// which samples it takes.
    package static func run<Event: Decodable & Sendable>(
        _ event: Event.Type,
        _ decoder: @autoclosure () -> any PayloadDecoder,
        _ makeFunction: @escaping @Sendable () async throws -> any InvocableFunction
    ) -> Never {
        if let endpoint = Environment.runtimeAPI { run(at: endpoint, makeFunction) }
        #if LOCAL_RUNNING
        exit(LocalRun.main(LocalFunction(event, decoder())))
        #else
        exit(sayThatThereIsNoLocalRunning())
        #endif
    }

    /// Runs a function over a Runtime API.
    ///
    /// The main thread is left to the main queue, for `@MainActor` code.
    @inline(never)
    @_optimize(size)
    private static func run(
        at text: String,
        _ makeFunction: @escaping @Sendable () async throws -> any InvocableFunction
    ) -> Never {
        #if LOCAL_RUNNING
        LineBuffering.enable()
        #endif
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
        CrashLog.install(
            StandardLogSink.format(
                name: Environment.logFormat,
                isConcurrent: Environment.largestConcurrency != nil
            )
        )
        var surroundings = Surroundings.process
        var makeFunction = makeFunction
        do throws(LambdaError) {
            surroundings.concurrency = try Self.concurrency(Environment.largestConcurrency)
        } catch {
            // Reported as any other failure of the initialisation.
            makeFunction = { throw error }
        }
        let loop = InvocationLoop(
            endpoint: endpoint,
            logger: logger,
            surroundings: surroundings,
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

    /// How many invocations to handle at once, `nil` for one after the other.
    static func concurrency(_ text: String?) throws(LambdaError) -> Int? {
        guard let text else { return nil }
        guard let number = Int(digits: text), 1...RuntimeAPI.largestConcurrency ~= number else {
            throw .concurrencyInvalid(text)
        }
        return number
    }

    #if !LOCAL_RUNNING
    /// Answers a start outside Lambda, in an executable that was built for Lambda alone.
    ///
    /// - Returns: The exit status: EX_USAGE, as of all that local running is asked for in vain.
    private static func sayThatThereIsNoLocalRunning() -> Int32 {
        let line: StaticString = """
            AWS_LAMBDA_RUNTIME_API is not set, and release builds leave local running out. Use a \
            debug build, or ask for it in Package.swift: \
            .package(url: "...", traits: ["LocalRunning"])

            """
        let bytes = UnsafeRawBufferPointer(start: line.utf8Start, count: line.utf8CodeUnitCount)
        LogOutput.write(bytes, to: 2)
        return 64
    }
    #endif
}
