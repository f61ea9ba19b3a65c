import LambdaJSON

/// A coding key of any name.
struct AnyKey: CodingKey, Hashable {
    var stringValue: String
    var intValue: Int?

    init(_ name: String) {
        stringValue = name
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) {
        self.init("\(intValue)")
    }
}

private let bodyKey = CodingUserInfoKey(rawValue: "body")

/// A closure on its way through a coder's `userInfo`.
///
/// It stays on the thread that calls the coder.
private final class Body<Coder, Result>: @unchecked Sendable {
    let run: (Coder) throws -> Result
    var result: Result?

    init(_ run: @escaping (Coder) throws -> Result) {
        self.run = run
    }
}

/// Gives tests the decoder that a type is given.
enum DecoderAccess {
    private struct Access<Result>: Decodable {
        init(from decoder: any Decoder) throws {
            let body = bodyKey.flatMap { decoder.userInfo[$0] } as? Body<any Decoder, Result>
            body?.result = try body?.run(decoder)
        }
    }

    struct NoResult: Error {}

    static func decode<Result>(
        _ text: String,
        _ run: @escaping (any Decoder) throws -> Result
    ) throws -> Result {
        let body = Body(run)
        var decoder = LambdaJSONDecoder()
        if let bodyKey { decoder.userInfo[bodyKey] = body }
        _ = try decoder.decode(Access<Result>.self, from: text)
        guard let result = body.result else { throw NoResult() }
        return result
    }
}

/// A value that encodes itself by a closure.
struct Custom: Encodable {
    let run: (any Encoder) throws -> Void

    init(_ run: @escaping (any Encoder) throws -> Void) {
        self.run = run
    }

    func encode(to encoder: any Encoder) throws {
        try run(encoder)
    }
}
