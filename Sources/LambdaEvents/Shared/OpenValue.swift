import LambdaJSON

/// A string from a set that AWS may extend: an event name, a storage class, a state.
///
/// The constants of a conforming type name the values AWS documents today. A value that is not
/// among them decodes like any other, keeps its text, and encodes as it came, so that a new value
/// never makes an event undecodable and adding a constant never breaks a `switch`:
///
/// ```swift
/// switch record.eventName {
/// case .objectCreatedPut: …
/// case .objectRemovedDelete: …
/// default: break
/// }
/// ```
///
/// A type of your own conforms with a stored `rawValue` and an initializer:
///
/// ```swift
/// struct Priority: OpenValue {
///     let rawValue: String
///     init(rawValue: String) { self.rawValue = rawValue }
///
///     static var high: Self { Self(rawValue: "HIGH") }
/// }
/// ```
public protocol OpenValue: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible
where RawValue == String {
    /// Creates a value from the text AWS uses for it. Every text is a value.
    ///
    /// - Parameter rawValue: The text, as it stands in the JSON.
    init(rawValue: String)
}

extension OpenValue {
    /// The text AWS uses for the value.
    public var description: String { rawValue }

    /// Reads the value from a JSON string.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is not a string. An unknown text is not an
    ///   error.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the value as a JSON string.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        if let native = JSONValueEncoder(native: encoder) { return try native.encode(rawValue) }
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
