import LambdaAPIGatewayV2Events
import LambdaRuntime

/// A bookshelf behind an HTTP API with the routes `GET /books/{isbn}` and `PUT /books/{isbn}`.
@main
struct BookShelf: LambdaHandler {
    let store: any BookStore

    init() { self.init(store: InMemoryBookStore()) }

    init(store: any BookStore) { self.store = store }

    func handle(
        _ request: APIGatewayV2Request,
        context: LambdaContext
    ) async throws -> APIGatewayV2Response {
        guard let isbn = request.pathParameters["isbn"] else {
            return try .problem(404, "There is nothing at this path.")
        }
        switch request.requestContext.http.method {
        case .get: return try await book(isbn)
        case .put: return try await put(isbn, request)
        default: return try .problem(405, "A book can be read with GET and placed with PUT.")
        }
    }

    private func book(_ isbn: String) async throws -> APIGatewayV2Response {
        guard let book = try await store.book(isbn) else {
            return try .problem(404, "There is no book \(isbn) on this shelf.")
        }
        return try .json(book)
    }

    private func put(
        _ isbn: String,
        _ request: APIGatewayV2Request
    ) async throws -> APIGatewayV2Response {
        guard let book = try? request.decodeBody(as: Book.self) else {
            return try .problem(400, "The body is no book: expected its title and author as JSON.")
        }
        try await store.place(book, at: isbn)
        return try .json(book, statusCode: 201)
    }
}

extension APIGatewayV2Response {
    /// An error that a client can read, in the form of RFC 9457.
    static func problem(_ status: Int, _ detail: String) throws -> Self {
        try .json(
            Problem(status: status, detail: detail),
            statusCode: status,
            headers: ["Content-Type": "application/problem+json"]
        )
    }
}

struct Problem: Codable {
    var status: Int
    var detail: String
}
