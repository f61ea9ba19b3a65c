/// What is wrong with a JSON text, and where.
///
/// Every `DecodingError` and `EncodingError` that LambdaJSON makes has one as its
/// `underlyingError`, and so have those of the event types. Its presence also says that the error's `debugDescription` is free of
/// payload values: it names types, keys the program asked for, and byte offsets, nothing else.
///
/// ```swift
/// do {
///     order = try LambdaJSONDecoder().decode(Order.self, from: bytes)
/// } catch DecodingError.dataCorrupted(let context) {
///     let problem = context.underlyingError as? LambdaJSONError
///     print(problem?.byteOffset ?? 0)
/// }
/// ```
public struct LambdaJSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The offset of the byte at fault, counted from the start of the JSON text.
    ///
    /// For an error while encoding, the number of bytes that had been written. Zero where the value at fault
    /// stands in no JSON text, as an attribute value of DynamoDB.
    public let byteOffset: Int

    /// What was expected and what was found, without the final full stop.
    public let reason: String

    /// Whether there is a JSON text for the offset to be one of.
    private let isAboutText: Bool

    package init(_ reason: String, at byteOffset: Int) {
        self.reason = reason
        self.byteOffset = byteOffset
        isAboutText = true
    }

    /// What is wrong with a value that stands in no JSON text.
    package init(_ reason: String) {
        self.reason = reason
        byteOffset = 0
        isAboutText = false
    }

    /// The reason, and the offset if there is a text, as one sentence.
    public var description: String {
        isAboutText ? "\(reason) (byte \(byteOffset))." : "\(reason)."
    }
}

// MARK: - The errors of coders

extension DecodingError.Context {
    /// Says what is wrong in words that are free of payload values.
    @inline(never)
    @_optimize(size)
    package init(_ problem: LambdaJSONError, at path: [any CodingKey]) {
        self.init(
            codingPath: path,
            debugDescription: problem.description,
            underlyingError: problem
        )
    }
}

extension EncodingError {
    /// Says what is wrong in words that are free of payload values.
    ///
    /// The type stands in for the value, which would be repeated wherever the error is printed.
    @inline(never)
    @_optimize(size)
    package static func unencodable(
        _ type: Any.Type,
        _ problem: LambdaJSONError,
        at path: [any CodingKey]
    ) -> EncodingError {
        .invalidValue(
            type,
            Context(
                codingPath: path,
                debugDescription: problem.description,
                underlyingError: problem
            )
        )
    }
}
