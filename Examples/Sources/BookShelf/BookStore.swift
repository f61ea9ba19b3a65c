struct Book: Codable, Equatable, Sendable {
    var title: String
    var author: String
}

/// Where books are kept: in a real function, a database.
protocol BookStore: Sendable {
    func book(_ isbn: String) async throws -> Book?
    func place(_ book: Book, at isbn: String) async throws
}

actor InMemoryBookStore: BookStore {
    private var books = [
        "9780141439518": Book(title: "Pride and Prejudice", author: "Jane Austen")
    ]

    func book(_ isbn: String) -> Book? { books[isbn] }

    func place(_ book: Book, at isbn: String) { books[isbn] = book }
}
