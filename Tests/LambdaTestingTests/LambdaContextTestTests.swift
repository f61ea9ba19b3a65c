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
}
