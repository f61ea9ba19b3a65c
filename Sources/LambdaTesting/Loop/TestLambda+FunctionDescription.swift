public import LambdaRuntime
import LambdaTransport

extension TestLambda {
    /// What a function is told about itself, on Lambda by its environment.
    ///
    /// ```swift
    /// let options = TestLambda.Options(function: .init(version: "7", memoryLimitMB: 1024))
    /// try await withLambda(Indexer(), options: options) { lambda in … }
    /// ```
    ///
    /// The defaults are those of `LambdaContext.test()`. Nothing comes from the environment of the
    /// test.
    public struct FunctionDescription: Sendable {
        /// The name of the function.
        public var name: String

        /// The version of the function, `$LATEST` or a number.
        public var version: String

        /// The memory configured for the function, in megabytes.
        public var memoryLimitMB: Int

        /// The name of the function's log group.
        public var logGroupName: String

        /// The name of the instance's log stream.
        public var logStreamName: String

        /// The AWS Region in which the function runs.
        public var region: String

        /// How the instance of the function was initialized.
        public var initializationType: LambdaContext.InitializationType

        /// Creates a description.
        ///
        /// Parameters match the properties of the same name. The log group is by default that of the
        /// function's name.
        public init(
            name: String = "test-function",
            version: String = "$LATEST",
            memoryLimitMB: Int = 128,
            logGroupName: String? = nil,
            logStreamName: String = "2026/11/20/[$LATEST]00000000000040008000000000000000",
            region: String = "us-east-1",
            initializationType: LambdaContext.InitializationType = .onDemand
        ) {
            self.name = name
            self.version = version
            self.memoryLimitMB = memoryLimitMB
            self.logGroupName = logGroupName ?? "/aws/lambda/\(name)"
            self.logStreamName = logStreamName
            self.region = region
            self.initializationType = initializationType
        }
    }
}

/// A function that is told what a test says about it, and whose tasks the test can cancel.
final class DescribedFunction: InvocableFunction {
    private let function: any InvocableFunction
    private let description: TestLambda.FunctionDescription
    private let tasks: HandlerTasks
    private let hasBegun = Monitor(false)

    init(
        function: any InvocableFunction,
        description: TestLambda.FunctionDescription,
        tasks: HandlerTasks
    ) {
        self.function = function
        self.description = description
        self.tasks = tasks
    }

    var hooks: LifecycleHooks? { function.hooks }

    var deadlineMargin: Duration? { function.deadlineMargin }

    func begin(
        _ payload: UnsafeRawBufferPointer,
        context: LambdaContext,
        on slot: any InvocationSlot
    ) -> Task<Void, Never>? {
        let isFirst = hasBegun.withLock { hasBegun in
            defer { hasBegun = true }
            return !hasBegun
        }
        let context = context.describing(
            functionName: description.name,
            functionVersion: description.version,
            memoryLimitMB: description.memoryLimitMB,
            logGroupName: description.logGroupName,
            logStreamName: description.logStreamName,
            region: description.region,
            initializationType: description.initializationType
        ).withColdStart(isFirst)
        return tasks.start(context.requestID) {
            LambdaContext.$current.withValue(context) {
                function.begin(payload, context: context, on: slot)
            }
        }
    }
}
