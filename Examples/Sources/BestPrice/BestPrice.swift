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
        /// Whether each supplier has been heard, be it that it does not have the article.
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
        await withTaskGroup(of: Reply.self) { group in
            for supplier in suppliers {
                group.addTask { await reply(of: supplier, about: query.article) }
            }
            var answer = Answer(best: nil, isComplete: true)
            for await reply in group {
                switch reply {
                case .quote(let quote):
                    if quote.price < answer.best?.price ?? .max { answer.best = quote }
                case .notSold: break
                case .silent: answer.isComplete = false
                }
            }
            if Task.isCancelled { context.logger.warn("Some suppliers are late.") }
            return answer
        }
    }

    /// What a supplier says, unless it fails or does not say anything in time.
    private enum Reply {
        case quote(Quote)
        case notSold
        case silent
    }

    private func reply(of supplier: any Supplier, about article: String) async -> Reply {
        do {
            // Cancelled with the task of the invocation: then a supplier that is asked throws.
            return try await quotes.quote(for: article, from: supplier).map(Reply.quote) ?? .notSold
        } catch {
            return .silent
        }
    }
}
