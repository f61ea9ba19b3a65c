public import LambdaJSON

extension HTTPResponse {
    /// Decodes the JSON of the body, as a test does.
    ///
    /// ```swift
    /// let response = try await Library().respond(to: request, context: .test())
    /// #expect(try response.decodeBody(as: Book.self).title == "Emma")
    /// ```
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The decoder. One of `LambdaFoundation` knows dates and decimal numbers.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the body is not JSON, or JSON of another shape, or yet to be written:
    ///   ``collected()`` does that.
    public func decodeBody<Value: Decodable>(
        as type: Value.Type = Value.self,
        using decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> Value {
        if case .text(let text) = body { return try decoder.decode(type, from: text) }
        guard let bodyBytes else {
            throw DecodingError.dataCorrupted(DecodingError.Context(.bodyInPieces, at: []))
        }
        return try decoder.decode(type, from: bodyBytes)
    }
}

extension LambdaJSONError {
    /// A body that is yet to be written is neither JSON nor text.
    static var bodyInPieces: Self {
        Self("Expected a body that is whole, found one in pieces; call collected() on the response")
    }
}
