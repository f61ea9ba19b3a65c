import LambdaJSON

// LambdaFoundation teaches our JSON decoder `Date`, `Decimal` and others by a hook, which reads them
// from a value of JSON text. For a string and a number that text is easily made, and the hook is
// asked within a decoder of its own. (`Data` reads bytes by itself.) Only calls that pass such a
// decoder pay for it.

extension AttributeDecoder {
    /// Decodes a value by the hook.
    ///
    /// `nil` if the hook leaves the type to itself.
    func decodeWithHook<T: Decodable>(_ type: T.Type) throws -> T? {
        guard let hook = settings.hook, let text = try hookText() else { return nil }
        var decoder = LambdaJSONDecoder()
        if let key = CodingUserInfoKey.attributeHook { decoder.userInfo = [key: hook] }
        do {
            return try decoder.decode(HookAnswer<T>.self, from: text).value
        } catch let error as DecodingError {
            throw relocated(error)
        }
    }

    private func hookText() throws -> [UInt8]? {
        switch value {
        case .string(let text): try LambdaJSONEncoder().encode(text)
        case .number(let text): JSONNumber(text).map { Array($0.description.utf8) }
        default: nil
        }
    }

    /// Gives an error the place it has in the item, in place of that in the text of one value.
    private func relocated(_ error: DecodingError) -> DecodingError {
        func context(_ old: DecodingError.Context) -> DecodingError.Context {
            self.context(
                (old.underlyingError as? LambdaJSONError)?.reason ?? "Expected another value"
            )
        }
        return switch error {
        case .typeMismatch(let type, let old): .typeMismatch(type, context(old))
        case .valueNotFound(let type, let old): .valueNotFound(type, context(old))
        case .keyNotFound(let key, let old): .keyNotFound(key, context(old))
        case .dataCorrupted(let old): .dataCorrupted(context(old))
        @unknown default: corrupted("Expected another value")
        }
    }
}

extension CodingUserInfoKey {
    /// Where the hook is found by what asks it.
    ///
    /// Never `nil`: every text is a key.
    fileprivate static let attributeHook = CodingUserInfoKey(rawValue: "LambdaDynamoDBEvents.hook")
}

/// What the hook makes of a value.
private struct HookAnswer<T: Decodable>: Decodable {
    /// The value.
    ///
    /// `nil` if the hook leaves the type to itself.
    let value: T?

    init(from decoder: any Decoder) throws {
        guard let native = decoder as? JSONValueDecoder, let key = CodingUserInfoKey.attributeHook,
            let hook = decoder.userInfo[key] as? any JSONDecodingHook
        else {
            value = nil
            return
        }
        value = try hook.decode(T.self, from: native)
    }
}
