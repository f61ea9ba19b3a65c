/// A JSON number of any size and precision.
///
/// A number that an `Int64` or a `Double` holds exactly is kept as one; any other keeps its text,
/// so that 38 digits go out as they came in:
///
/// ```swift
/// let number: JSONNumber = 12
/// number.integer(as: Int.self)                            // 12
/// JSONNumber("1e2") == 100                                // true
/// JSONNumber("0.10000000000000000000000000000000000001")  // keeps all its digits
/// ```
///
/// Numbers are equal when their decimal values are: `1`, `1.0` and `10e-1` are, and so are `0` and
/// `-0`. A `Double` stands for the shortest decimal number that reads back as the same `Double`,
/// which is also how it is written. How a number was written (`1.50`, `1E2`) is not kept.
public struct JSONNumber: Sendable {
    enum Storage {
        /// Any number that is an integer within the range of `Int64`.
        case integer(Int64)

        /// Any other number that reads back as itself from a `Double`, and negative zero.
        case double(Double)

        /// Any number else, as it was written.
        case text(String)
    }

    let storage: Storage

    /// Creates a number of an integer.
    @_alwaysEmitIntoClient  // Where it is not used, no function has to carry it.
    public init<T: BinaryInteger>(_ value: T) {
        if let value = Int64(exactly: value) {
            self.init(integerLiteral: value)
        } else {
            self.init(text: value.description)
        }
    }

    /// Creates a number of a floating-point value.
    ///
    /// `nil` for NaN and the infinities, which JSON does not have.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        if abs(value) < 0x1p53, let integer = Int64(exactly: value) {
            let isNegativeZero = integer == 0 && value.sign == .minus
            self.init(storage: isNegativeZero ? .double(-0.0) : .integer(integer))
        } else {
            self.init(text: value.description)
        }
    }

    /// Creates a number of its JSON text.
    ///
    /// `nil` if the text is not exactly one JSON number.
    public init?(_ text: String) {
        var text = text
        let number = text.withUTF8 { bytes -> JSONNumber? in
            let text = UnsafeRawBufferPointer(bytes)
            return NumberText.isNumber(text) ? JSONNumber(validated: text) : nil
        }
        guard let number else { return nil }
        self = number
    }

    private init(storage: Storage) {
        self.storage = storage
    }

    /// Creates a number of a text that is known to be one.
    @usableFromInline
    init(text: String) {
        var text = text
        self = text.withUTF8 { JSONNumber(validated: UnsafeRawBufferPointer($0)) }
    }

    /// Creates a number of a text that the scan has checked.
    init(validated text: UnsafeRawBufferPointer) {
        if let value = NumberText.shortInteger(text), NumberText.isPlainInteger(text) {
            storage = value == 0 && text[0] == Ascii.minus ? .double(-0.0) : .integer(value)
            return
        }
        let decimal = NumberText.Decimal(text)
        if decimal.digits.isEmpty {
            storage = text[0] == Ascii.minus ? .double(-0.0) : .integer(0)
        } else if let value = NumberText.whole(text)?.integer(as: Int64.self) {
            storage = .integer(value)
        } else if let value = NumberText.double(text), decimal == NumberText.Decimal(value) {
            storage = .double(value)
        } else {
            storage = .text(NumberText.string(text))
        }
    }
}

// MARK: - Conversion

extension JSONNumber {
    /// The nearest `Double`.
    ///
    /// Infinite for a number beyond the range of `Double`.
    public var doubleValue: Double {
        switch storage {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .text(let text): Double(text) ?? .nan
        }
    }

    /// The number as an integer.
    ///
    /// `nil` if it has a fraction or does not fit.
    @_alwaysEmitIntoClient  // Where it is not used, no function has to carry it.
    public func integer<T: FixedWidthInteger>(as type: T.Type = T.self) -> T? {
        if let value = int64 { return T(exactly: value) }
        if let value = int128 { return T(exactly: value) }
        return uint128.flatMap { T(exactly: $0) }
    }

    /// The number, if it is an integer within the range of `Int64`.
    @usableFromInline
    var int64: Int64? {
        guard case .integer(let value) = storage else { return nil }
        return value
    }

    /// The number, if it is an integer within the range of `Int128`.
    @usableFromInline
    var int128: Int128? { whole?.integer(as: Int128.self) }

    /// The number, if it is an integer within the range of `UInt128`.
    @usableFromInline
    var uint128: UInt128? { whole?.integer(as: UInt128.self) }

    private var whole: NumberText.Whole? {
        var text = description
        return text.withUTF8 { NumberText.whole(UnsafeRawBufferPointer($0)) }
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The number as JSON text.
    public var description: String {
        switch storage {
        case .integer(let value): value.description
        case .double(let value): NumberText.description(of: value)
        case .text(let text): text
        }
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Creates a number of an integer.
    public init(integerLiteral value: Int64) {
        storage = .integer(value)
    }

    /// Creates a number of a floating-point value.
    ///
    /// A literal beyond the range of `Double` becomes the greatest one; create the number of a
    /// string to keep it.
    public init(floatLiteral value: Double) {
        let bounded = min(max(value, -Double.greatestFiniteMagnitude), .greatestFiniteMagnitude)
        self = JSONNumber(bounded) ?? 0
    }
}

// MARK: - Equality

extension JSONNumber: Hashable {
    /// Compares the decimal values.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        switch (left.storage, right.storage) {
        case (.integer(let left), .integer(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.integer(let integer), .double(let double)),
            (.double(let double), .integer(let integer)):
            // The one integer that is kept as a double is negative zero.
            integer == 0 && double == 0
        case (.text(let left), .text(let right)):
            left == right || NumberText.decimal(left) == NumberText.decimal(right)
        default: false
        }
    }

    /// Hashes the decimal value.
    public func hash(into hasher: inout Hasher) {
        switch storage {
        case .integer(let value): hasher.combine(value)
        case .double(0): hasher.combine(0 as Int64)
        case .double(let value): hasher.combine(value)
        case .text(let text): hasher.combine(NumberText.decimal(text))
        }
    }
}

// MARK: - Codable

extension JSONNumber: Codable {
    /// Decodes a number.
    ///
    /// With a decoder other than LambdaJSON's, what it makes of it as an `Int64`, a `UInt64` or a
    /// `Double`.
    ///
    /// - Throws: `DecodingError` where the value is not a number.
    @inline(never)
    @_optimize(size)
    public init(from decoder: any Decoder) throws {
        if let native = JSONValueDecoder(decoder) {
            guard let text = native.numberText else {
                throw native.mismatch(JSONNumber.self, expected: "a number")
            }
            self.init(text: text)
            return
        }
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int64.self) {
            self.init(value)
        } else if let value = try? container.decode(UInt64.self) {
            self.init(value)
        } else {
            guard let number = JSONNumber(try container.decode(Double.self)) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "Expected a finite number."
                )
            }
            self = number
        }
    }

    /// Encodes the number.
    ///
    /// With an encoder other than LambdaJSON's, as an `Int64`, a `UInt64` or the nearest `Double`.
    ///
    /// - Throws: What the encoder throws.
    @inline(never)
    @_optimize(size)
    public func encode(to encoder: any Encoder) throws {
        if let native = JSONValueEncoder(native: encoder) {
            try native.encodeNumber(description)
            return
        }
        var container = encoder.singleValueContainer()
        if let value = int64 {
            try container.encode(value)
        } else if let value = uint128, value <= UInt64.max {
            try container.encode(UInt64(truncatingIfNeeded: value))
        } else {
            try container.encode(doubleValue)
        }
    }
}
