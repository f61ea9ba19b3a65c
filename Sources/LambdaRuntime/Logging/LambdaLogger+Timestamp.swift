import LambdaTransport

extension LambdaLogger.Record {
    /// A moment, to the millisecond, in universal time.
    public struct Timestamp: Hashable, Sendable, CustomStringConvertible {
        /// Milliseconds since the Unix epoch.
        public var millisecondsSinceEpoch: Int64

        /// Creates a moment from milliseconds since the Unix epoch.
        public init(millisecondsSinceEpoch: Int64) {
            self.millisecondsSinceEpoch = millisecondsSinceEpoch
        }

        /// The present moment.
        public static var now: Timestamp {
            Timestamp(millisecondsSinceEpoch: WallClock.milliseconds)
        }

        /// The moment as RFC 3339 writes it, such as `2026-11-20T22:56:01.123Z`.
        public var description: String {
            var bytes: [UInt8] = []
            write(into: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }

        /// The civil date, and the milliseconds since it began.
        ///
        /// A signal handler can ask for it: nothing here allocates.
        var parts: (date: (year: Int, month: Int, day: Int), millisecond: Int) {
            // RFC 3339 has four digits for the year.
            let (first, last): (Int64, Int64) = (-62_167_219_200_000, 253_402_300_799_999)
            let moment = min(max(millisecondsSinceEpoch, first), last)
            let day = Self.floorDivide(moment, 86_400_000)
            return (Self.date(ofDay: Int(day)), Int(moment - day * 86_400_000))
        }

        @inline(never)
        @_optimize(size)
        func write(into bytes: inout [UInt8]) {
            let (date, inDay) = parts
            Self.append(date.year, digits: 4, 0x2D, to: &bytes)
            Self.append(date.month, digits: 2, 0x2D, to: &bytes)
            Self.append(date.day, digits: 2, 0x54, to: &bytes)
            Self.append(inDay / 3_600_000, digits: 2, 0x3A, to: &bytes)
            Self.append(inDay / 60_000 % 60, digits: 2, 0x3A, to: &bytes)
            Self.append(inDay / 1000 % 60, digits: 2, 0x2E, to: &bytes)
            Self.append(inDay % 1000, digits: 3, 0x5A, to: &bytes)
        }

        /// The civil date of a day since the Unix epoch.
        ///
        /// Years are counted from 1 March, so that the leap day is the last of its year: the
        /// lengths of the months before it then follow one rule (153 days per five months).
        private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
            let daysPerEra = 146_097
            let shifted = day + 719_468
            let era = (shifted >= 0 ? shifted : shifted - (daysPerEra - 1)) / daysPerEra
            let dayOfEra = shifted - era * daysPerEra
            let leapCorrected =
                dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096
            let yearOfEra = leapCorrected / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let shiftedMonth = (5 * dayOfYear + 2) / 153
            let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
            let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
            return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        }

        private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
            let quotient = value / divisor
            return value % divisor < 0 ? quotient - 1 : quotient
        }

        /// Appends a number with leading zeros, and what stands behind it.
        @inline(never)
        private static func append(
            _ value: Int,
            digits: Int,
            _ end: UInt8,
            to bytes: inout [UInt8]
        ) {
            var divisor = 1
            for _ in 1..<digits { divisor *= 10 }
            while divisor > 0 {
                bytes.append(byte: 0x30 + UInt8(truncatingIfNeeded: value / divisor % 10))
                divisor /= 10
            }
            bytes.append(byte: end)
        }
    }
}
