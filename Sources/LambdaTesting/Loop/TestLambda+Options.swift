public import LambdaRuntime

extension TestLambda {
    /// How a function is run in a test.
    public struct Options: Sendable {
        /// The longest wait for anything the function is to do: start, answer, end.
        ///
        /// A handler that takes longer fails the test with a ``LambdaTestError``. The default is a
        /// minute.
        public var limit: Duration

        /// How many invocations the function handles at once.
        ///
        /// With a number, even 1, it is run as on Lambda Managed Instances: that many slots poll at
        /// once, handlers run on the global pool, and one that has not ended by its deadline is
        /// cancelled. The handler is created once. The default is `nil`, for one invocation after
        /// the other as everywhere else.
        public var concurrency: Int?

        /// A boolean value indicating whether the function starts as with SnapStart.
        ///
        /// It then goes through its snapshot after its initialization: ``TestLambda/snapshot()`` waits for
        /// it, and ``TestLambda/restore()``, or the first invocation, lets the function go on. The process
        /// is the same before and after. The default is `false`.
        public var startsFromSnapshot: Bool

        /// What the function is told about itself.
        ///
        /// The default is that of `LambdaContext.test()`.
        public var function: FunctionDescription

        /// The least severe level of the log.
        ///
        /// The default keeps everything.
        public var logLevel: LambdaLogger.Level

        /// How long a connection may make no progress before the function gives it up.
        ///
        /// The default is that of Lambda, half a minute. A test in which the service stalls, see
        /// ``ServiceFault/Reply/stall``, sets it to a second.
        public var stallLimit: Duration

        /// How the Runtime API answers what the function posts when it cannot be initialized.
        ///
        /// The default accepts it.
        public var initializationFaults: [ServiceFault.Reply]

        /// How the service answers what the function asks and says about its own life: its registration
        /// for the shutdown, its wait to be restored, its report that it could not go on.
        ///
        /// Several follow each other. The default answers as the service does.
        public var lifecycleFaults: [ServiceFault.Reply]

        /// What ``concurrency`` is where nothing is said, so that our own tests run with both drivers.
        @TaskLocal package static var concurrencyByDefault: Int?

        /// Creates options.
        ///
        /// Parameters match the properties of the same name.
        public init(
            limit: Duration = .seconds(60),
            concurrency: Int? = nil,
            startsFromSnapshot: Bool = false,
            function: FunctionDescription = FunctionDescription(),
            logLevel: LambdaLogger.Level = .trace,
            stallLimit: Duration = .seconds(30),
            initializationFaults: [ServiceFault.Reply] = [],
            lifecycleFaults: [ServiceFault.Reply] = []
        ) {
            self.limit = limit
            self.concurrency = concurrency
            self.startsFromSnapshot = startsFromSnapshot
            self.function = function
            self.logLevel = logLevel
            self.stallLimit = stallLimit
            self.initializationFaults = initializationFaults
            self.lifecycleFaults = lifecycleFaults
        }
    }
}
