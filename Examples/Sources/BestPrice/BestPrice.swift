import LambdaRuntime

/// Asks all suppliers for a price at once, and answers with the best one that it knows when its time is up.
///
/// It needs nothing more to answer many invocations at once, as Lambda Managed Instances let it: what
/// invocations share is in an actor, and nothing blocks.
@main
struct BestPrice: LambdaHandler {
    /// Half a second is enough to answer in, where a supplier has not answered by then.
    static var deadlineMargin: Duration? { .milliseconds(500) }

    struct Query: Decodable, Sendable {
        var article: String
    }

    struct Answer: Codable, Equatable, Sendable {
        var best: Quote?
        /// Whether each supplier has been heard.
        var isComplete: Bool
    }

    private let suppliers: [any Supplier]
    /// Shared by all invocations.
    private let quotes = QuoteCache()

    init() {
        self.init(suppliers: [Catalog(name: "Harbour", prices: ["tea": 420, "coffee": 650])])
    }

    init(suppliers: [any Supplier]) {
        self.suppliers = suppliers
    }

    func handle(_ query: Query, context: LambdaContext) async throws -> Answer {
        await withTaskGroup(of: Quote?.self) { group in
            for supplier in suppliers {
                // Cancelled with the task of the invocation: then a supplier that is asked throws.
                group.addTask { try? await quotes.quote(for: query.article, from: supplier) }
            }
            let heard = await group.reduce(into: [Quote?]()) { $0.append($1) }
            let best = heard.compactMap(\.self).min { $0.price < $1.price }
            if Task.isCancelled { context.logger.warn("Some suppliers are late.") }
            return Answer(best: best, isComplete: !heard.contains(nil))
        }
    }
}
