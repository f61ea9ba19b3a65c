import LambdaJSON

extension Timestamp {
    /// How a timestamp is written.
    ///
    /// Kept beside the instant so that an event comes out as it went in.
    enum Form: Hashable, Sendable {
        case iso8601(ISO8601.Style)
        case number(Unit)
        /// A number in a string, as SQS writes its attributes.
        case text(Unit)
    }

    /// What a number counts.
    enum Unit: Hashable, Sendable {
        case seconds
        case milliseconds
        case microseconds
        case nanoseconds

        var nanoseconds: Int64 {
            switch self {
            case .seconds: 1_000_000_000
            case .milliseconds: 1_000_000
            case .microseconds: 1000
            case .nanoseconds: 1
            }
        }

        /// The unit AWS means by a number of this size.
        init(magnitude: Double) {
            switch magnitude {
            case ...1e11: self = .seconds
            case ...1e14: self = .milliseconds
            case ...1e17: self = .microseconds
            default: self = .nanoseconds
            }
        }
    }
}

extension Timestamp: Codable {
    /// Reads a timestamp from ISO 8601 text, from a number, or from a number in a string.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is neither, or text of another form.
    public init(from decoder: any Decoder) throws {
        // Our own decoder says what the value is; others have to be asked for one type after the
        // other, with an error for each wrong guess.
        if let native = JSONValueDecoder(decoder) {
            guard let timestamp = try Self.read(native) else {
                throw native.corrupted(Self.expectation)
            }
            self = timestamp
        } else {
            let container = try decoder.singleValueContainer()
            guard let timestamp = try Self.read(container) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: Self.expectation + "."
                )
            }
            self = timestamp
        }
    }

    private static var expectation: String {
        "Expected a date and time in ISO 8601, or seconds or milliseconds since 1970"
    }

    private static func read(_ decoder: JSONValueDecoder) throws -> Self? {
        if decoder.isInteger { return Self(integer: try decoder.decode(Int64.self)) }
        if decoder.isNumber { return Self(number: try decoder.decode(Double.self)) }
        if let text = decoder.plainText { return Self(text: text) }
        return Self(text: try decoder.decode(String.self))
    }

    private static func read(_ container: any SingleValueDecodingContainer) throws -> Self? {
        if let text = try? container.decode(String.self) { return Self(text: text) }
        if let integer = try? container.decode(Int64.self) { return Self(integer: integer) }
        return Self(number: try container.decode(Double.self))
    }

    /// Writes the timestamp in the form it was read or built in.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        if let native = JSONValueEncoder(native: encoder), try encode(natively: native) { return }
        var container = encoder.singleValueContainer()
        switch form {
        case .iso8601(let style):
            try container.encode(ISO8601.text(of: self, style: style))
        case .number(let unit):
            if let count = wholeCount(of: unit) {
                try container.encode(count)
            } else {
                try container.encode(fractionalCount(of: unit))
            }
        case .text(let unit):
            // Only whole numbers are read from text; arithmetic may leave a fraction, which is
            // dropped.
            let count = nanosecondsSinceEpoch / Int128(unit.nanoseconds)
            try container.encode(String(count))
        }
    }

    /// Writes whole numbers without a detour.
    ///
    /// - Returns: Whether it is one.
    private func encode(natively encoder: JSONValueEncoder) throws -> Bool {
        switch form {
        case .number(let unit):
            guard let count = wholeCount(of: unit) else { return false }
            try encoder.encode(count)
        case .text(let unit):
            guard let count = wholeCount(of: unit) else { return false }
            try encoder.encode(quoted: count)
        case .iso8601:
            return false
        }
        return true
    }

    private init?(text: String) {
        var text = text
        guard let timestamp = text.withUTF8({ Self(text: UnsafeRawBufferPointer($0)) }) else {
            return nil
        }
        self = timestamp
    }

    /// Reads ISO 8601 text, or the decimal digits of a number.
    private init?(text: UnsafeRawBufferPointer) {
        if let timestamp = ISO8601.parse(text) {
            self = timestamp
        } else if let integer = Self.integer(text) {
            let unit = Unit(magnitude: Double(integer.magnitude))
            self.init(count: integer, unit: unit, form: .text(unit))
        } else {
            return nil
        }
    }

    /// Reads decimal digits, after a minus sign or not.
    ///
    /// `nil` for anything else and what overflows.
    private static func integer(_ text: UnsafeRawBufferPointer) -> Int64? {
        let isNegative = text.first == UInt8(ascii: "-")
        var index = isNegative ? 1 : 0
        guard index < text.count else { return nil }
        var value: Int64 = 0
        // Eighteen digits cannot overflow; all that AWS sends has fewer.
        let safe = min(text.count, index + 18)
        while index < safe {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &- Int64(digit)
            index &+= 1
        }
        while index < text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = product.subtractingReportingOverflow(Int64(digit))
            guard !overflows, !overflowsToo else { return nil }
            value = sum
            index += 1
        }
        // Negative numbers reach one further: the digits are summed up there.
        return isNegative ? value : value == .min ? nil : -value
    }

    init(integer: Int64) {
        let unit = Unit(magnitude: Double(integer.magnitude))
        self.init(count: integer, unit: unit, form: .number(unit))
    }

    private init(count: Int64, unit: Unit, form: Form) {
        self.init(
            nanosecondsSinceEpoch: Int128(count) * Int128(unit.nanoseconds),
            form: form
        )
    }

    /// Reads a number that may have a fraction.
    ///
    /// `nil` for what no `Int64` of nanoseconds can hold.
    ///
    /// 1635734407.123 as a `Double` is 1635734407.1229999065…, so the fraction is read to the
    /// fewest decimal digits that stand for the same `Double`: the digits AWS wrote.
    package init?(number: Double) {
        guard number.isFinite, number.magnitude < 9e18 else { return nil }
        let unit = Unit(magnitude: number.magnitude)
        let whole = number.rounded(.down)
        let fraction = number - whole
        let nanosecondsPerUnit = Double(unit.nanoseconds)
        var nanoseconds = (fraction * nanosecondsPerUnit).rounded()
        var scale = 1.0
        while scale < nanosecondsPerUnit {
            let digits = (fraction * scale).rounded()
            if whole + digits / scale == number {
                nanoseconds = digits * (nanosecondsPerUnit / scale)
                break
            }
            scale *= 10
        }
        self.init(
            nanosecondsSinceEpoch: Int128(Int64(whole)) * Int128(unit.nanoseconds)
                + Int128(Int64(nanoseconds)),
            form: .number(unit)
        )
    }

    /// The instant in a unit, if it is a whole number that fits.
    ///
    /// `nil` otherwise.
    private func wholeCount(of unit: Unit) -> Int64? {
        let (parts, rest) = Int64(nanoseconds).quotientAndRemainder(dividingBy: unit.nanoseconds)
        let (whole, overflow) = secondsSinceEpoch.multipliedReportingOverflow(
            by: Unit.seconds.nanoseconds / unit.nanoseconds
        )
        let (count, carry) = whole.addingReportingOverflow(parts)
        guard rest == 0 else { return nil }
        guard overflow || carry else { return count }
        // The first second that fits may begin before what does.
        return Int64(exactly: nanosecondsSinceEpoch / Int128(unit.nanoseconds))
    }

    private func fractionalCount(of unit: Unit) -> Double {
        let (count, rest) = nanosecondsSinceEpoch.quotientAndRemainder(
            dividingBy: Int128(unit.nanoseconds)
        )
        return Double(count) + Double(rest) / Double(unit.nanoseconds)
    }
}

extension Timestamp: CustomStringConvertible {
    /// The instant in ISO 8601, in UTC, with as many fraction digits as it needs.
    public var description: String {
        ISO8601.text(of: self, style: ISO8601.Style())
    }
}
