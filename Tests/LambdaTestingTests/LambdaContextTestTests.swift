import LambdaJSON
import LambdaRuntime
import LambdaTesting
import Testing

struct LambdaContextTestTests {
    @Test
    func takesNothingFromTheEnvironment() {
        let context = LambdaContext.test()
        #expect(context.functionName == "test-function")
        #expect(context.functionVersion == "$LATEST")
        #expect(context.memoryLimitMB == 128)
        #expect(context.region == "us-east-1")
        #expect(context.initializationType == .onDemand)
        #expect(context.remainingTime == .seconds(3))
    }

    @Test
    func takesWhatTheTestSays() {
        let context = LambdaContext.test(remainingTime: .seconds(-1), tenantID: "blue")
        #expect(context.tenantID == "blue")
        #expect(context.remainingTime == .zero)
    }

    @Test
    func everyValueCanBeGiven() {
        let log = CapturedLog()
        let context = LambdaContext.test(
            requestID: "r-1",
            invokedFunctionARN: "arn:aws:lambda:eu-west-1:123456789012:function:f:live",
            remainingTime: .seconds(60),
            traceID: "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
            clientContext: LambdaContext.ClientContext(custom: ["screen": "wide"]),
            cognitoIdentity: LambdaContext.CognitoIdentity(
                identityID: "eu-west-1:1",
                identityPoolID: "eu-west-1:2"
            ),
            tenantID: "blue",
            functionName: "f",
            functionVersion: "7",
            memoryLimitMB: 1024,
            logGroupName: "/custom/group",
            logStreamName: "stream",
            region: "eu-west-1",
            initializationType: .snapStart,
            logger: log.logger()
        )
        context.logger.warn("Low on stock", ["left": 2])

        #expect(context.requestID == "r-1")
        #expect(context.invokedFunctionARN?.hasSuffix(":live") == true)
        #expect(context.remainingTime == .seconds(60))
        #expect(context.traceID?.hasSuffix("Sampled=1") == true)
        #expect(context.clientContext?.custom["screen"] == "wide")
        #expect(context.cognitoIdentity?.identityPoolID == "eu-west-1:2")
        #expect(context.tenantID == "blue")
        #expect(context.functionName == "f")
        #expect(context.functionVersion == "7")
        #expect(context.memoryLimitMB == 1024)
        #expect(context.logGroupName == "/custom/group")
        #expect(context.logStreamName == "stream")
        #expect(context.region == "eu-west-1")
        #expect(context.initializationType == .snapStart)
        #expect(log.records.contains(.warn, "Low on stock", ["left": 2]))
        #expect(log.records.first?.requestID == "r-1")
    }

    @Test
    func itsDeadlineComesWhenTheTestSaysSo() {
        let deadline = TestDeadline(in: .seconds(10))
        let context = LambdaContext.test(deadline: deadline, tenantID: "blue")
        #expect(context.remainingTime == .seconds(10))
        deadline.advance(by: .milliseconds(9_500))
        #expect(context.remainingTime == .milliseconds(500))
        #expect(context.deadline <= .now + .milliseconds(500))
        deadline.advance(by: .seconds(2))
        #expect(context.remainingTime == .zero)
        #expect(deadline.remainingTime == .milliseconds(-1_500))
        deadline.remainingTime = .seconds(1)
        #expect(context.remainingTime == .seconds(1))
        #expect(context.tenantID == "blue")
        #expect(context.functionName == "test-function")
    }
}
