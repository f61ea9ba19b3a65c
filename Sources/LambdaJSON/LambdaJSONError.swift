/// What is wrong with a JSON text, and where.
///
/// Every `DecodingError` and `EncodingError` that LambdaJSON makes has one as its
/// `underlyingError`. Its presence also says that the error's `debugDescription` is free of
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
    /// For an error while encoding, the number of bytes that had been written.
    public let byteOffset: Int

    /// What was expected and what was found, without the final full stop.
    public let reason: String

    package init(_ reason: String, at byteOffset: Int) {
        self.reason = reason
        self.byteOffset = byteOffset
    }

    /// The reason and the offset as one sentence.
    public var description: String {
        "\(reason) (byte \(byteOffset))."
    }
}
