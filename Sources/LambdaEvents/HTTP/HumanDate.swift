package import LambdaEventsShared

// Dates that AWS writes for people, which stay text in the models:
//
//     12/Mar/2020:19:03:58 +0000      access logs: requestTime of REST APIs, time of HTTP APIs
//     May 28 12:30:02 2019 GMT        OpenSSL: validity of a client's certificate
//     Thu May 04 03:50:06 UTC 2023    Java: exp and iat of a token, from a REST API
//
// AWS's own samples lack the space before the offset in places, and OpenSSL pads the day with a
// blank, so blanks are optional everywhere. Names of months are English.

package enum HumanDate {
    /// Reads a date such as `12/Mar/2020:19:03:58 +0000`.
    ///
    /// `nil` for text of another form, and for what is no date of the calendar.
    package static func accessLog(_ text: String) -> Timestamp? {
        var reader = Reader(text)
        guard
            let day = reader.number(digits: 2, orFewer: true), reader.skip("/"),
            let month = reader.month(), reader.skip("/"),
            let year = reader.number(digits: 4), reader.skip(":"),
            let secondOfDay = reader.secondOfDay(),
            let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        return Timestamp(
            year: year,
            month: month,
            day: day,
            secondOfDay: secondOfDay,
            offset: offset
        )
    }

    /// Reads a date such as `May 28 12:30:02 2019 GMT`.
    ///
    /// `nil` for text of another form, and for what is no date of the calendar.
    package static func openSSL(_ text: String) -> Timestamp? {
        var reader = Reader(text)
        guard
            let month = reader.month(),
            let day = reader.number(digits: 2, orFewer: true),
            let secondOfDay = reader.secondOfDay(),
            let year = reader.number(digits: 4),
            reader.universalTime(), reader.isAtEnd
        else { return nil }
        return Timestamp(
            year: year,
            month: month,
            day: day,
            secondOfDay: secondOfDay,
            offset: 0
        )
    }

    /// Reads a date such as `Thu May 04 03:50:06 UTC 2023`.
    ///
    /// `nil` for text of another form, another time zone, and for what is no date of the calendar.
    package static func java(_ text: String) -> Timestamp? {
        var reader = Reader(text)
        guard
            reader.letters()?.count == 3,
            let month = reader.month(),
            let day = reader.number(digits: 2, orFewer: true),
            let secondOfDay = reader.secondOfDay(),
            reader.universalTime(),
            let year = reader.number(digits: 4), reader.isAtEnd
        else { return nil }
        return Timestamp(
            year: year,
            month: month,
            day: day,
            secondOfDay: secondOfDay,
            offset: 0
        )
    }
}

/// Reads numbers and names, past blanks and never past the end.
private struct Reader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return rest.isEmpty
        }
    }

    private mutating func skipBlanks() {
        rest = rest.drop { $0 == UInt8(ascii: " ") }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads a number of some digits, or of as many as there are.
    mutating func number(digits: Int, orFewer allowsFewer: Bool = false) -> Int64? {
        skipBlanks()
        var value: Int64 = 0
        for count in 0..<digits {
            guard let digit = rest.first.map({ $0 &- UInt8(ascii: "0") }), digit < 10 else {
                return allowsFewer && count > 0 ? value : nil
            }
            value = value * 10 + Int64(digit)
            rest.removeFirst()
        }
        return value
    }

    /// Reads `19:03:58`.
    mutating func secondOfDay() -> Int64? {
        // Second 60 is a leap second, as in ISO 8601.
        guard
            let hour = number(digits: 2), skip(":"),
            let minute = number(digits: 2), skip(":"),
            let second = number(digits: 2),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// Reads `+0000`, as seconds.
    mutating func offset() -> Int64? {
        let isNegative = skip("-")
        guard
            isNegative || skip("+"),
            let hours = number(digits: 2), let minutes = number(digits: 2),
            hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return isNegative ? -seconds : seconds
    }

    mutating func letters() -> String? {
        skipBlanks()
        let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        guard !letters.isEmpty else { return nil }
        rest = rest.dropFirst(letters.count)
        return String(Substring(letters))
    }

    mutating func month() -> Int64? {
        guard let name = letters() else { return nil }
        let names = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return names.firstIndex { $0.isEqualIgnoringASCIICase(to: name) }.map { Int64($0) + 1 }
    }

    mutating func universalTime() -> Bool {
        switch letters() {
        case "GMT", "UTC": true
        default: false
        }
    }
}
