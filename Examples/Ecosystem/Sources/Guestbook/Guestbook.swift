import Hummingbird
import HummingbirdBridge
import LambdaHTTP
import Logging
import LoggingBridge
import ServiceLifecycle
import ServicesBridge

/// A guestbook: a router of Hummingbird, and a book that is a service of its own.
@main
struct Guestbook: HummingbirdHandler {
    let responder: any HTTPResponder<LambdaRequestContext>
    let services: FunctionServices

    init() {
        LoggingSystem.bootstrap { LambdaLogHandler(label: $0) }
        self.init(book: Book())
    }

    init(book: Book) {
        let router = Router(context: LambdaRequestContext.self)
        router.get("entries") { _, _ in
            await book.entries
        }
        router.post("entries") { request, context in
            let entry = try await request.decode(as: Entry.self, context: context)
            await book.add(entry)
            context.logger.info("Somebody was here.")
            return Response(status: .created)
        }
        router.get("entries/{number}") { _, context in
            let number = try context.parameters.require("number", as: Int.self)
            guard let entry = await book.entry(number) else {
                throw Hummingbird.HTTPError(.notFound, message: "There is no entry \(number).")
            }
            return entry
        }
        router.get("whoami") { _, context in
            context.request.sourceIP ?? "nobody"
        }
        responder = router.buildResponder()
        services = FunctionServices([book], logger: Logger(label: "services"))
    }

    static var lifecycle: LambdaLifecycle<Self> {
        LambdaLifecycle(onShutdown: { try await $0.services.shutDown() })
    }
}

struct Entry: ResponseCodable, Equatable {
    var name: String
    var text: String
}

/// Where the entries are; in a real function, a client of a database, which is a service too.
actor Book: Service {
    private(set) var entries: [Entry] = []
    private(set) var isClosed = false

    func run() async throws {
        try await gracefulShutdown()
        isClosed = true
    }

    func add(_ entry: Entry) { entries.append(entry) }

    func entry(_ number: Int) -> Entry? {
        entries.indices.contains(number - 1) ? entries[number - 1] : nil
    }
}
