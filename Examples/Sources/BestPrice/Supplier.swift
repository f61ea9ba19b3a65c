/// What a supplier asks for an article, in cents.
struct Quote: Codable, Equatable, Sendable {
    var supplier: String
    var price: Int
}

/// Who sells articles: in a real function, a service elsewhere.
protocol Supplier: Sendable {
    var name: String { get }

    /// The price of an article.
    ///
    /// - Throws: Why there is none; `CancellationError` where nobody waits for it any longer.
    func price(of article: String) async throws -> Int
}

struct Catalog: Supplier {
    struct UnknownArticle: Error {}

    let name: String
    let prices: [String: Int]

    func price(of article: String) throws -> Int {
        guard let price = prices[article] else { throw UnknownArticle() }
        return price
    }
}

/// The quotes that suppliers have given.
///
/// An actor, so that the invocations which run at once can share it. While it waits for a supplier, it
/// answers the others.
actor QuoteCache {
    private struct Key: Hashable {
        let article: String
        let supplier: String
    }

    private var known: [Key: Quote] = [:]

    func quote(for article: String, from supplier: any Supplier) async throws -> Quote {
        let key = Key(article: article, supplier: supplier.name)
        if let quote = known[key] { return quote }
        let quote = Quote(supplier: supplier.name, price: try await supplier.price(of: article))
        known[key] = quote
        return quote
    }
}
