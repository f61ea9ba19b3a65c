#if LOCAL_RUNNING
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How the function's process is started: this executable again, with a Runtime API to talk to.
struct FunctionProgram {
    var executable: String
    /// The arguments of the process, its name among them.
    var arguments: [String]
    var environment: LocalEnvironment

    /// What starts processes that block the signals that are given.
    func launcher(signals: sigset_t) -> InstanceLauncher {
        { (endpoint, output) throws(LocalFault) in
            var environment = environment
            environment.set("AWS_LAMBDA_RUNTIME_API", endpoint)
            return try FunctionProcess.start(
                executable: executable,
                arguments: arguments,
                environment: environment.entries,
                output: output,
                signals: signals
            )
        }
    }
}
#endif
