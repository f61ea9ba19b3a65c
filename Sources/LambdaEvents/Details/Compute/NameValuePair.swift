import LambdaEventsCoding

/// A name and a value, as services list them where others would use a map.
public struct NameValuePair: Codable, Hashable, Sendable {
    /// The name.
    ///
    /// `nil` if the service leaves it out.
    public var name: String?

    /// The value.
    ///
    /// `nil` for a name that says all there is to say.
    public var value: String?

    /// Creates a pair.
    ///
    /// Parameters match the properties of the same name.
    public init(name: String? = nil, value: String? = nil) {
        self.name = name
        self.value = value
    }
}

extension [NameValuePair] {
    /// Finds the value of the first pair with a name.
    ///
    /// - Parameter name: The name to look for.
    /// - Returns: The value. `nil` if there is no such pair, or it has no value.
    public func value(named name: String) -> String? {
        first { $0.name == name }?.value
    }
}
