import LambdaJSON
import LambdaRuntime
import Synchronization

/// The handlers that the testing kit is tested with.
struct Shop: LambdaHandler {
    var discount = 0

    init() {}

    init(discount: Int) { self.discount = discount }

    func handle(_ order: Order, context: LambdaContext) async throws -> Receipt {
        context.logger.info("Selling", ["item": "\(order.item)", "quantity": 1])
        if order.item == "moon" { throw OutOfStock(item: "moon") }
        return Receipt(total: order.quantity * 5 - discount)
    }
}

struct Order: Codable, Hashable, Sendable {
    var item: String
    var quantity: Int
}

struct Receipt: Codable, Hashable, Sendable {
    var total: Int
}

struct OutOfStock: LambdaReportableError {
    var item: String
    var errorType: String { "OutOfStock" }
    var errorMessage: String { "There is no \(item)." }
}

struct Silent: LambdaHandler {
    func handle(_ event: Int, context: LambdaContext) async throws {}
}

struct Closed: LambdaHandler {
    init() async throws {
        await Task.yield()
        throw OutOfStock(item: "shop")
    }

    func handle(_ event: Int, context: LambdaContext) async throws -> Int { event }
}

/// Answers with the number of handlers of its kind.
struct CountedStarts: LambdaHandler {
    private static let count = Atomic(0)

    init() { Self.count.add(1, ordering: .relaxed) }

    func handle(_ event: Int, context: LambdaContext) async throws -> Int {
        Self.count.load(ordering: .relaxed)
    }
}

/// Brings coders of its own: every event is a 7, and answers go between angle brackets.
struct Rot: LambdaHandler {
    struct Coder: PayloadDecoder, PayloadEncoder {
        func decode<Value: Decodable>(
            _ type: Value.Type,
            from bytes: UnsafeRawBufferPointer
        ) throws -> Value {
            try LambdaJSONDecoder().decode(type, from: "7")
        }

        func encode<Value: Encodable>(_ value: Value, into bytes: inout [UInt8]) throws {
            bytes += Array("<".utf8) + (try LambdaJSONEncoder().encode(value)) + Array(">".utf8)
        }
    }

    static var payloadDecoder: any PayloadDecoder { Coder() }
    static var payloadEncoder: any PayloadEncoder { Coder() }

    func handle(_ event: Int, context: LambdaContext) async throws -> Int { event }
}

/// Where tasks wait until a number of them has come.
actor Meeting {
    private let size: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var count = 0

    init(of size: Int) { self.size = size }

    func join() async {
        count += 1
        if count == size {
            for continuation in waiting { continuation.resume() }
            waiting = []
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }
}
