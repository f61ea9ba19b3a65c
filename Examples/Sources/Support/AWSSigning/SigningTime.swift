#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The second a request is signed in, which AWS takes for 15 minutes.
package struct SigningTime: Equatable, Sendable {
    /// As `20150830T123600Z`.
    package let text: String

    /// As `20150830`.
    package var day: String { String(text.prefix(8)) }

    package static var now: SigningTime { SigningTime(secondsSinceEpoch: Int(time(nil))) }

    package init(secondsSinceEpoch seconds: Int) {
        let (days, second) = seconds.quotientAndFloorRemainder(by: 86_400)
        // Years begin in March here, so that the leap day is the last one; eras have 400 of them.
        let (era, dayOfEra) = (days + 719_468).quotientAndFloorRemainder(by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = era * 400 + yearOfEra + (month < 10 ? 0 : 1)
        let date = [(year, 4), (month < 10 ? month + 3 : month - 9, 2), (day, 2)]
        let time = [(second / 3600, 2), (second / 60 % 60, 2), (second % 60, 2)]
        text = Self.digits(date) + "T" + Self.digits(time) + "Z"
    }

    private static func digits(_ numbers: [(value: Int, width: Int)]) -> String {
        numbers.reduce(into: "") { text, number in
            let digits = String(number.value)
            text += String(repeating: "0", count: max(0, number.width - digits.count)) + digits
        }
    }
}

extension Int {
    fileprivate func quotientAndFloorRemainder(by divisor: Int) -> (Int, Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
