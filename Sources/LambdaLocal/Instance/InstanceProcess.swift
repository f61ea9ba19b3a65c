#if LOCAL_RUNNING
/// What a ``FunctionInstance`` asks of the process that the function runs in.
protocol InstanceProcess {
    /// How it ended.
    ///
    /// `nil` while it runs, as far as that has been asked.
    var ending: FunctionProcess.Ending? { get }
    /// The most memory that it has used, as of the last ``measureMemory()``.
    var peakMemoryBytes: Int? { get }
    /// Whether the process has ended.
    ///
    /// Does not wait.
    mutating func hasEnded() -> Bool
    mutating func measureMemory()
    /// Asks the process to end, and does not wait.
    func terminate()
    /// Ends the process: asks first, and kills it where it has not complied in time.
    mutating func end(grace: Duration) -> FunctionProcess.Ending?
}

extension FunctionProcess: InstanceProcess {}

/// Starts the process of an instance.
///
/// It is told where its Runtime API is, and the descriptor that its output goes to.
typealias InstanceLauncher =
    (_ endpoint: String, _ output: Int32) throws(LocalFault) -> any InstanceProcess
#endif
