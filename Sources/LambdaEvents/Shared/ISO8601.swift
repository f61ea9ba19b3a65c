// Dates and times in ISO 8601 as AWS writes them:
//
//     2026-03-01T12:00:00.250+01:00
//     └──date──┘ └─time─┘ │   └─ zone: Z, ±hh:mm, ±hhmm, ±hh, or nothing, taken as UTC
//               │          └ fraction: any number of digits, nine are kept
//               └ separator: T or a space
//
// A style holds what the instant alone does not say, so that the same text can be written again.

enum ISO8601 {
    /// How one text spells its instant.
    struct Style: Hashable, Sendable {
        var fractionDigits: UInt8 = 0
        var zone = Zone.utc
        var separatesWithSpace = false
    }

    /// How a text says its distance from UTC.
    enum Zone: Hashable, Sendable {
        case utc
        case unspecified
        case offset(minutes: Int16, spelling: OffsetSpelling)

        var minutes: Int64 {
            if case .offset(let minutes, _) = self { Int64(minutes) } else { 0 }
        }
    }

    /// Which of the spellings of an offset a text uses.
    enum OffsetSpelling: Hashable, Sendable {
        /// `+01:00`
        case extended
        /// `+0100`
        case basic
        /// `+01`
        case hours
    }
}

extension ISO8601 {
    /// Reads a whole text.
    ///
    /// `nil` if any part of it is malformed, or the date is not in the calendar.
    static func parse(_ text: UnsafeRawBufferPointer) -> Timestamp? {
        var cursor = Cursor(text: text)
        var style = Style()
        guard
            let year = cursor.number(digits: 4), cursor.skip("-"),
            let month = cursor.number(digits: 2), cursor.skip("-"),
            let day = cursor.number(digits: 2),
            (1...12).contains(month), (1...daysInMonth(month, ofYear: year)).contains(day)
        else { return nil }

        if cursor.skip(" ") {
            style.separatesWithSpace = true
        } else {
            guard cursor.skip("T") || cursor.skip("t") else { return nil }
        }

        // RFC 3339 section 5.6 allows second 60 for a leap second. Unix time has none: it is the
        // first second of the next minute.
        guard
            let hour = cursor.number(digits: 2), cursor.skip(":"),
            let minute = cursor.number(digits: 2), cursor.skip(":"),
            let second = cursor.number(digits: 2),
            hour < 24, minute < 60, second <= 60
        else { return nil }

        var nanoseconds: Int32 = 0
        if cursor.skip(".") {
            guard let fraction = cursor.fraction() else { return nil }
            nanoseconds = fraction.nanoseconds
            style.fractionDigits = fraction.digits
        }
        guard let zone = cursor.zone(), cursor.isAtEnd else { return nil }
        style.zone = zone

        let days = daysSinceEpoch(year: year, month: month, day: day)
        let secondsOfDay = hour * 3600 + minute * 60 + second
        let seconds = days * 86_400 + secondsOfDay - zone.minutes * 60
        return Timestamp(
            nanosecondsSinceEpoch: Int128(seconds) * 1_000_000_000 + Int128(nanoseconds),
            form: .iso8601(style)
        )
    }

    /// Writes an instant in a style.
    ///
    /// Digits are written as the style counts them, but never so few that the instant would change.
    /// Where the offset would take the date out of the years of four digits, it is written in UTC.
    static func text(of timestamp: Timestamp, style: Style) -> String {
        let seconds = timestamp.secondsSinceEpoch + style.zone.minutes * 60
        let (days, secondsOfDay) = floorDivide(seconds, by: 86_400)
        let date = date(daysSinceEpoch: days)
        guard (0...9999).contains(date.year) else {
            var style = style
            style.zone = .utc
            return text(of: timestamp, style: style)
        }

        var text: [UInt8] = []
        text.reserveCapacity(36)
        append(date.year, digits: 4, to: &text)
        text.append(UInt8(ascii: "-"))
        append(date.month, digits: 2, to: &text)
        text.append(UInt8(ascii: "-"))
        append(date.day, digits: 2, to: &text)
        text.append(style.separatesWithSpace ? UInt8(ascii: " ") : UInt8(ascii: "T"))
        append(secondsOfDay / 3600, digits: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(secondsOfDay / 60 % 60, digits: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(secondsOfDay % 60, digits: 2, to: &text)
        appendFraction(of: timestamp, atLeast: style.fractionDigits, to: &text)
        appendZone(style.zone, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private static func appendFraction(
        of timestamp: Timestamp,
        atLeast minimum: UInt8,
        to text: inout [UInt8]
    ) {
        var rest = Int64(timestamp.nanoseconds)
        guard minimum > 0 || rest > 0 else { return }
        text.append(UInt8(ascii: "."))
        var count: UInt8 = 0
        while count < minimum || rest > 0 {
            let (digit, remainder) = (rest * 10).quotientAndRemainder(dividingBy: 1_000_000_000)
            text.append(UInt8(ascii: "0") + UInt8(digit))
            rest = remainder
            count += 1
        }
    }

    private static func appendZone(_ zone: Zone, to text: inout [UInt8]) {
        switch zone {
        case .unspecified: break
        case .utc: text.append(UInt8(ascii: "Z"))
        case .offset(let minutes, let spelling):
            text.append(minutes < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
            append(Int64(minutes.magnitude) / 60, digits: 2, to: &text)
            guard spelling != .hours else { return }
            if spelling == .extended { text.append(UInt8(ascii: ":")) }
            append(Int64(minutes.magnitude) % 60, digits: 2, to: &text)
        }
    }

    private static func append(_ number: Int64, digits: Int, to text: inout [UInt8]) {
        var divisor: Int64 = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}

// The Gregorian calendar repeats every 400 years, or 146,097 days. Counting years from March puts
// the leap day last, so that a day's place in its year follows from the month by a straight line.
extension ISO8601 {
    static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
        let marchYear = month > 2 ? year : year - 1
        let (era, yearOfEra) = floorDivide(marchYear, by: 400)
        let marchMonth = (month + 9) % 12
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func date(daysSinceEpoch: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = floorDivide(daysSinceEpoch + 719_468, by: 146_097)
        let leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leapDays) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }

    static func daysInMonth(_ month: Int64, ofYear year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func floorDivide(
        _ number: Int64,
        by divisor: Int64
    ) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension Timestamp {
    /// The instant of a second on a day of the calendar, at a distance from UTC in seconds.
    ///
    /// `nil` if the calendar has no such day. The year has at most four digits.
    package init?(year: Int64, month: Int64, day: Int64, secondOfDay: Int64, offset: Int64) {
        guard
            (0...9999).contains(year), (1...12).contains(month),
            (1...ISO8601.daysInMonth(month, ofYear: year)).contains(day)
        else { return nil }
        let days = ISO8601.daysSinceEpoch(year: year, month: month, day: day)
        let seconds = Int128(days) * 86_400 + Int128(secondOfDay) - Int128(offset)
        self.init(
            nanosecondsSinceEpoch: seconds * 1_000_000_000,
            form: .iso8601(ISO8601.Style())
        )
    }
}

/// Reads digits and punctuation, and never past the end.
private struct Cursor {
    let text: UnsafeRawBufferPointer
    var position = 0

    var isAtEnd: Bool { position == text.count }

    private var digit: Int64? {
        guard position < text.count else { return nil }
        let value = text[position] &- UInt8(ascii: "0")
        return value < 10 ? Int64(value) : nil
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func number(digits: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<digits {
            guard let digit else { return nil }
            value = value * 10 + digit
            position += 1
        }
        return value
    }

    mutating func fraction() -> (nanoseconds: Int32, digits: UInt8)? {
        var nanoseconds: Int64 = 0
        var digits: UInt8 = 0
        guard digit != nil else { return nil }
        while let digit {
            position += 1
            guard digits < 9 else { continue }
            nanoseconds = nanoseconds * 10 + digit
            digits += 1
        }
        for _ in digits..<9 { nanoseconds *= 10 }
        return (Int32(nanoseconds), digits)
    }

    mutating func zone() -> ISO8601.Zone? {
        if isAtEnd { return .unspecified }
        if skip("Z") || skip("z") { return .utc }
        let isNegative = skip("-")
        guard isNegative || skip("+"), let hours = number(digits: 2), hours < 24 else { return nil }
        var minutes: Int64 = 0
        var spelling = ISO8601.OffsetSpelling.hours
        if !isAtEnd {
            spelling = skip(":") ? .extended : .basic
            guard let value = number(digits: 2), value < 60 else { return nil }
            minutes = value
        }
        let total = hours * 60 + minutes
        return .offset(minutes: Int16(isNegative ? -total : total), spelling: spelling)
    }
}
