import LambdaTransport
import Testing

@testable import LambdaTesting

struct TurnstileTests {
    @Test func letsNoMoreThanItsWidthThroughAtOnce() async {
        let turnstile = Turnstile(width: 3, patience: .seconds(60))
        let inside = Monitor((now: 0, most: 0))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await turnstile.enter()
                    inside.withLock {
                        $0.now += 1
                        $0.most = max($0.most, $0.now)
                    }
                    for _ in 0..<5 { await Task.yield() }
                    inside.withLock { $0.now -= 1 }
                    turnstile.leave()
                }
            }
        }
        #expect(inside.withLock { $0.most } <= 3)
        #expect(inside.withLock { $0.now } == 0)
    }

    @Test func letsNobodyWaitForEver() async {
        let turnstile = Turnstile(width: 1, patience: .milliseconds(20))
        await turnstile.enter()
        // Nobody has left.
        await turnstile.enter()
        turnstile.leave()
        turnstile.leave()
        await turnstile.enter()
        turnstile.leave()
    }

    @Test func aPatienceThatHasPassedBeforeTheWaitEndsIt() async {
        let turnstile = Turnstile(width: 1, patience: .zero)
        for _ in 0..<2000 { await turnstile.enter() }
    }

    @Test func doesNotHoldUpACancelledTask() async {
        let turnstile = Turnstile(width: 1, patience: .seconds(86_400))
        await turnstile.enter()
        let waiting = Task { await turnstile.enter() }
        waiting.cancel()
        await waiting.value
    }
}
