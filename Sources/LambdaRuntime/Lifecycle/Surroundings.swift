import LambdaTransport

/// What a loop runs in: a process of its own on Lambda, or a test.
package struct Surroundings: Sendable {
    /// A boolean value indicating whether the process runs nothing else.
    ///
    /// What all of it shares then speaks of the invocation: crash reports, and the environment variable of
    /// the trace.
    var ownsProcess = false

    /// How many invocations to handle at once, as on Lambda Managed Instances.
    ///
    /// `nil` for one after the other on the loop's own thread.
    package var concurrency: Int?

    /// A boolean value indicating whether a snapshot is taken after the initialisation.
    var isSnapStart = false

    /// Who asks the function to end, if it wants to be asked.
    var shutdownRequest: @Sendable () -> ShutdownRequest? = { nil }

    /// Gives the memory of large messages back to the system.
    package var trimHeap: @Sendable () -> Void = { Libc.trimHeap() }

    /// Surroundings that nobody is to notice anything of.
    package init() {}

    /// Surroundings of a test.
    package init(isSnapStart: Bool, shutdownRequest: ShutdownRequest?) {
        self.isSnapStart = isSnapStart
        self.shutdownRequest = { shutdownRequest }
    }

    /// The surroundings of a function's own process.
    static var process: Surroundings {
        var surroundings = Surroundings()
        surroundings.ownsProcess = true
        surroundings.isSnapStart = Environment.isSnapStart
        surroundings.shutdownRequest = { ShutdownRequest.ofSignal() }
        return surroundings
    }
}
