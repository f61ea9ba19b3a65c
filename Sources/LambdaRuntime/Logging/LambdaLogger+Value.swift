public import LambdaJSON

extension LambdaLogger {
    /// The value of a field of a log line.
    ///
    /// Literals and string interpolations are values as they are:
    ///
    /// ```swift
    /// logger.info("Stored", ["key": "\(key)", "attempt": 2, "cached": false])
    /// ```
    public enum Value: Equatable, Sendable {
        /// A text.
        case string(String)
        /// A whole number.
        case integer(Int)
        /// A number.
        ///
        /// What JSON cannot express is written as a string.
        case number(Double)
        /// A truth value.
        case bool(Bool)
        /// Any JSON value.
        ///
        /// Text lines have it as JSON.
        case json(JSONValue)
    }
}

extension LambdaLogger.Value: ExpressibleByStringInterpolation {
    /// Creates a text.
    public init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension LambdaLogger.Value: ExpressibleByIntegerLiteral {
    /// Creates a whole number.
    public init(integerLiteral value: Int) {
        self = .integer(value)
    }
}

extension LambdaLogger.Value: ExpressibleByFloatLiteral {
    /// Creates a number.
    public init(floatLiteral value: Double) {
        self = .number(value)
    }
}

extension LambdaLogger.Value: ExpressibleByBooleanLiteral {
    /// Creates a truth value.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}
