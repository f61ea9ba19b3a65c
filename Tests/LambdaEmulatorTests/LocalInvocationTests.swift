#if LOCAL_RUNNING
import LambdaEmulator
import Testing

struct LocalInvocationTests {
    @Test
    func requestIDsAreRandomUUIDs() {
        let id = LocalInvocation.makeRequestID()
        let pattern = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(id.wholeMatch(of: pattern) != nil)
        #expect(id != LocalInvocation.makeRequestID())
    }

    @Test
    func traceIDsHaveTheFormOfXRay() {
        let id = LocalInvocation.makeTraceID(epochSeconds: 0x5e67_22a7)
        let pattern = /Root=1-5e6722a7-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0/
        #expect(id.wholeMatch(of: pattern) != nil)
    }
}
#endif
