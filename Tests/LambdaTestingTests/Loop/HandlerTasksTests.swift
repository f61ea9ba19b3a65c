import Testing

@testable import LambdaTesting

struct HandlerTasksTests {
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
