import LambdaJSON

/// A detail that is a text of JSON instead of the JSON itself.
///
/// EventBridge Scheduler writes `"detail": "{}"`, and so do programs that encode a detail once too
/// often.
enum DetailText {
    /// Decodes the text.
    ///
    /// Throws the error given where the text is not JSON at all: the text was meant as a string
    /// then, and the error says what was expected in place of one.
    static func decode<Value: Decodable>(
        _ text: String,
        as type: Value.Type = Value.self,
        orThrow error: DecodingError
    ) throws -> Value {
        do {
            return try LambdaJSONDecoder().decode(type, from: text)
        } catch DecodingError.dataCorrupted {
            throw error
        }
    }
}
