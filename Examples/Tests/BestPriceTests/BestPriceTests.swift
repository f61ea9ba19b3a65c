import LambdaRuntime
import LambdaTesting
import Testing

@testable import BestPrice

struct BestPriceTests {
    /// Answers when it is cancelled, if ever.
    private struct SilentSupplier: Supplier {
        let name = "Silent"

        func price(of article: String) async throws -> Int? {
            try await Task.sleep(for: .seconds(3600))
            return 1
        }
    }

    private struct ClosedSupplier: Supplier {
        struct Closed: Error {}

        let name = "Closed"

        func price(of article: String) throws -> Int? { throw Closed() }
    }

    private let harbour = Catalog(name: "Harbour", prices: ["tea": 420])
    private let station = Catalog(name: "Station", prices: ["tea": 380, "coffee": 600])

    @Test
    func findsTheBest() async throws {
        let handler = BestPrice(suppliers: [harbour, station])
        let answer = try await handler.handle(.init(article: "tea"), context: .test())
        #expect(answer.best == Quote(supplier: "Station", price: 380))
        #expect(answer.isComplete)
    }

    @Test
    func hasHeardASupplierThatDoesNotHaveTheArticle() async throws {
        let handler = BestPrice(suppliers: [harbour, station])
        let coffee = try await handler.handle(.init(article: "coffee"), context: .test())
        #expect(coffee == .init(best: Quote(supplier: "Station", price: 600), isComplete: true))
        let salt = try await handler.handle(.init(article: "salt"), context: .test())
        #expect(salt == .init(best: nil, isComplete: true))
    }

    @Test
    func hasNotHeardASupplierThatFails() async throws {
        let handler = BestPrice(suppliers: [ClosedSupplier(), harbour])
        let answer = try await handler.handle(.init(article: "tea"), context: .test())
        #expect(answer == .init(best: Quote(supplier: "Harbour", price: 420), isComplete: false))
    }

    @Test
    func answersWithWhatItKnowsWhenItsTimeIsUp() async throws {
        let handler = BestPrice(suppliers: [harbour, SilentSupplier()])
        // The runtime cancels the task of the invocation half a second before the deadline; so does this test,
        // which need not wait for that.
        let invocation = Task {
            try await handler.handle(.init(article: "tea"), context: .test())
        }
        invocation.cancel()
        let answer = try await invocation.value
        #expect(answer.best == Quote(supplier: "Harbour", price: 420))
        #expect(!answer.isComplete)
    }

    @Test
    func answersManyInvocationsAtOnce() async throws {
        let handler = BestPrice(suppliers: [harbour, station])
        let options = TestLambda.Options(concurrency: 8)
        try await withLambda(handler, options: options) { lambda in
            try await withThrowingTaskGroup(of: BestPrice.Answer.self) { group in
                for _ in 0..<32 {
                    group.addTask {
                        let invocation = try await lambda.invoke(fixture: "tea.json")
                        return try invocation.output(as: BestPrice.Answer.self)
                    }
                }
                for try await answer in group {
                    #expect(answer.best == Quote(supplier: "Station", price: 380))
                }
            }
            #expect(lambda.connections == 8)
        }
    }
}
