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
        #expect(context.remainingTime > .seconds(2))
    }

    @Test
    func takesWhatTheTestSays() {
        let context = LambdaContext.test(remainingTime: .seconds(-1), tenantID: "blue")
        #expect(context.tenantID == "blue")
        #expect(context.remainingTime <= .zero)
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
