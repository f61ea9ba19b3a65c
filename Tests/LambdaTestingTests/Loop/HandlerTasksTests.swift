import LambdaTransport
import Testing

@testable import LambdaTesting

struct HandlerTasksTests {
    /// What a handler does when it is cancelled may block, or need another invocation to be over.
    @Test(.timeLimit(.minutes(2)))
    func aCancellationThatBlocksHoldsUpNoOtherInvocation() async throws {
        let isBlocked = Monitor(false)
        let isReleased = Monitor(false)
        let tasks = HandlerTasks()
        let blocking = tasks.start("a") {
            Task {
                await withTaskCancellationHandler {
                    // To leave this scope waits for the handler, with a thread that all tests share.
                    while !isReleased.withLock({ $0 }) { await Task.yield() }
                } onCancel: {
                    isBlocked.withLock { $0 = true }
                    isReleased.wait { $0 ? () : nil }
                }
            }
        }
        #expect(Thread.start { tasks.cancel("a") } == 0)
        while !isBlocked.withLock({ $0 }) { await Task.yield() }
        await tasks.start("b") { Task {} }?.value
        tasks.finish("b")
        isReleased.withLock { $0 = true }
        isReleased.signal()
        await blocking?.value
    }

    @Test func cancelsTheTaskOfAnInvocationThatIsStillBeingStarted() async throws {
        let tasks = HandlerTasks()
        let task = tasks.start("a") {
            tasks.cancel("a")
            return Task {}
        }
        #expect(task?.isCancelled == true)
        let other = tasks.start("b") { Task {} }
        #expect(other?.isCancelled == false)
    }

    @Test func cancelsWhatBeginsAfterTheEnd() async throws {
        let tasks = HandlerTasks()
        tasks.cancelAll()
        #expect(tasks.start("a") { Task {} }?.isCancelled == true)
    }
}
