import Testing

@testable import LambdaTesting

struct PromiseTests {
    @Test func hasTheValueThatCameFirst() async {
        let promise = Promise<Int>()
        promise.fulfill(1)
        promise.fulfill(2)
        #expect(await promise.value(within: .seconds(600)) == 1)
    }

    /// Without a value and without time the wait must end, whichever of the two is noticed first.
    @Test func aLimitThatHasPassedBeforeTheWaitEndsIt() async {
        for _ in 0..<2000 {
            #expect(await Promise<Int>().value(within: .zero) == nil)
        }
    }
}
