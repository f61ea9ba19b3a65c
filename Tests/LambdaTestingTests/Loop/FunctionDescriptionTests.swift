import LambdaRuntime
import LambdaTesting
import Testing

/// What a function in its loop is told about itself.
struct FunctionDescriptionTests {
    private static let describe = { @Sendable (_: Int, context: LambdaContext) in
        [
            context.functionName, context.functionVersion,
            context.memoryLimitMB.map(String.init), context.logGroupName, context.logStreamName,
            context.region, context.initializationType?.rawValue,
        ]
    }

    @Test
    func isThatOfATestContextUnlessTheTestSaysOtherwise() async throws {
        try await withLambda(Self.describe) { lambda in
            let context = LambdaContext.test()
            let output = try await lambda.invoke(1).output(as: [String?].self)
            #expect(output == Self.describe(1, context))
        }
    }

    @Test
    func isWhatTheTestSays() async throws {
        let description = TestLambda.FunctionDescription(
            name: "indexer",
            version: "7",
            memoryLimitMB: 1024,
            logStreamName: "stream",
            region: "eu-west-1",
            initializationType: .snapStart
        )
        let options = TestLambda.Options(function: description)
        try await withLambda(Self.describe, options: options) { lambda in
            let output = try await lambda.invoke(1).output(as: [String?].self)
            #expect(
                output == [
                    "indexer", "7", "1024", "/aws/lambda/indexer", "stream", "eu-west-1",
                    "snap-start",
                ]
            )
        }
    }

    @Test
    func leavesTheInvocationAsItIs() async throws {
        let tell = { @Sendable (_: Int, context: LambdaContext) in
            [context.requestID, context.tenantID, context.traceID]
        }
        try await withLambda(tell) { lambda in
            let invocation = try await lambda.invoke(
                1,
                with: .init(requestID: "r-1", traceID: "Root=1", tenantID: "blue")
            )
            #expect(try invocation.output(as: [String?].self) == ["r-1", "blue", "Root=1"])
        }
    }
}
