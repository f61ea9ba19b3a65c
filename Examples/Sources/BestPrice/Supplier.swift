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
    /// - Returns: The price, or `nil` if the supplier does not have the article.
    /// - Throws: Why the supplier does not answer; `CancellationError` where nobody waits for it any longer.
    func price(of article: String) async throws -> Int?
}

struct Catalog: Supplier {
    let name: String
    let prices: [String: Int]

    func price(of article: String) -> Int? { prices[article] }
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

    /// - Returns: The quote, or `nil` if the supplier does not have the article.
    /// - Throws: What the supplier throws.
    func quote(for article: String, from supplier: any Supplier) async throws -> Quote? {
        let key = Key(article: article, supplier: supplier.name)
        if let quote = known[key] { return quote }
        guard let price = try await supplier.price(of: article) else { return nil }
        let quote = Quote(supplier: supplier.name, price: price)
        known[key] = quote
        return quote
    }
}
