import LambdaJSON

// The counterpart of what the decoder does: the hook writes JSON text of its own, and what that is
// becomes the attribute value.

extension AttributeEncoder {
    /// Encodes a value by the hook.
    ///
    /// `nil` if the hook leaves the value to itself.
    func encodeWithHook<T: Encodable>(_ value: T) throws -> AttributeValue? {
        guard let hook = settings.hook else { return nil }
        let question = HookQuestion(value: value, hook: hook)
        let text: [UInt8]
        do {
            text = try LambdaJSONEncoder().encode(question)
        } catch EncodingError.invalidValue(_, let context) {
            let reason = (context.underlyingError as? LambdaJSONError)?.reason
            let problem = LambdaJSONError(reason ?? "Expected a value that can be encoded")
            throw EncodingError.unencodable(T.self, problem, at: codingPath)
        }
        guard question.answer.isGiven else { return nil }
        switch try LambdaJSONDecoder().decode(JSONValue.self, from: text) {
        case .string(let text): return .string(text)
        case .number(let number): return .number(number.description)
        default: return nil
        }
    }
}

/// A value to ask the hook about.
private struct HookQuestion<T: Encodable>: Encodable {
    final class Answer {
        var isGiven = false
    }

    let value: T
    let hook: any JSONEncodingHook
    let answer = Answer()

    func encode(to encoder: any Encoder) throws {
        if let native = encoder as? JSONValueEncoder {
            answer.isGiven = try hook.encode(value, to: native)
        }
        if !answer.isGiven {
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        }
    }
}
