#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport

/// Runs one invocation: a Runtime API in this process, the function in a process of its own.
struct LocalInvoker {
    var program: FunctionProgram
    var function: ServedFunction
    /// How long the function may take to ask for its first event.
    ///
    /// Lambda gives it ten seconds and then, in a second attempt, the timeout of the function.
    var initializationLimit: Duration
    /// Takes a response in pieces, as they come.
    var output: ([UInt8]) -> Void = { _ in }
    /// Takes the lines of the log.
    var log: ([UInt8]) -> Void

    /// Runs it to its end.
    ///
    /// Where somebody asks this process to end in the meantime, it does.
    func invoke(_ invocation: LocalInvocation) throws(LocalFault) -> LocalReport? {
        let interruption = Interruption()
        defer { interruption.release() }
        let instance = try FunctionInstance(
            function,
            for: invocation,
            initializationLimit: initializationLimit,
            log: log,
            launch: program.launcher(signals: interruption.previous)
        )
        while !interruption.isPending, !interruption.hasLostReader {
            var readiness = Readiness()
            instance.prepare(&readiness)
            readiness.wait(atMost: .seconds(1))
            for happening in instance.advance(readiness, at: .now) {
                switch happening {
                case .sent(_, let piece): output(piece)
                case .began, .answered: break
                case .completed(let report, _):
                    instance.dismiss()
                    return report
                }
            }
        }
        instance.end(grace: FunctionProcess.grace)
        return nil
    }
}
#endif
