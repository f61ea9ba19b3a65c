/// An instant, to the nanosecond, in whichever form AWS sends it.
///
/// AWS writes instants as ISO 8601 text, as seconds or milliseconds since the Unix epoch, and as
/// milliseconds in a string. A timestamp reads all of them, so that a handler has one type to know,
/// and writes the form it was read or built in, so that an event comes out as it went in. The form
/// plays no part in comparing: two timestamps are equal if they are the same instant.
///
/// ```swift
/// let received = Timestamp(iso8601: "2026-03-01T12:00:00.250Z")
/// let deadline = received.map { $0 + .seconds(30) }
/// ```
///
/// - ISO 8601: a date and a time with any number of fraction digits (nine count, further ones are
///   dropped), and `Z`, an offset such as `+02:00`, or neither, which is taken as UTC.
/// - Numbers: up to 1e11 seconds, above that milliseconds, above 1e14 microseconds, above 1e17
///   nanoseconds. Seconds and milliseconds meet in the year 5138, so nothing AWS sends is ambiguous
///   but milliseconds before March 1973.
///
/// A timestamp lies in the years 0 to 9999 of the Gregorian calendar. What arithmetic or a number
/// would put outside is moved to the nearer end; it never traps.
///
/// `LambdaFoundation` converts to and from `Date`.
public struct Timestamp: Sendable {
    /// The whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let secondsSinceEpoch: Int64

    private let nanosecondsOfSecond: Int32

    /// How the timestamp is written.
    let form: Form

    /// The nanoseconds after ``secondsSinceEpoch``, from 0 to 999,999,999.
    public var nanoseconds: Int { Int(nanosecondsOfSecond) }

    /// The whole milliseconds since 1970-01-01T00:00:00Z, rounded down.
    public var millisecondsSinceEpoch: Int64 {
        secondsSinceEpoch * 1000 + Int64(nanosecondsOfSecond / 1_000_000)
    }

    /// Creates a timestamp from seconds since 1970-01-01T00:00:00Z, written as a number of seconds.
    ///
    /// - Parameters:
    ///   - secondsSinceEpoch: The whole seconds, negative before 1970.
    ///   - nanoseconds: The nanoseconds to add. The default is 0.
    public init(secondsSinceEpoch: Int64, nanoseconds: Int = 0) {
        self.init(
            nanosecondsSinceEpoch: Int128(secondsSinceEpoch) * 1_000_000_000 + Int128(nanoseconds),
            form: .number(.seconds)
        )
    }

    /// Creates a timestamp from milliseconds since 1970-01-01T00:00:00Z, written as that number.
    ///
    /// - Parameter millisecondsSinceEpoch: The milliseconds, negative before 1970.
    public init(millisecondsSinceEpoch: Int64) {
        self.init(
            nanosecondsSinceEpoch: Int128(millisecondsSinceEpoch) * 1_000_000,
            form: .number(.milliseconds)
        )
    }

    /// Creates a timestamp from ISO 8601 text, written as that text.
    ///
    /// `nil` for text that is not of this form, or no date of the calendar.
    ///
    /// - Parameter iso8601: A date and time such as `2026-03-01T12:00:00.250Z`.
    public init?(iso8601: some StringProtocol) {
        var text = String(iso8601)
        guard let timestamp = text.withUTF8({ ISO8601.parse(UnsafeRawBufferPointer($0)) }) else {
            return nil
        }
        self = timestamp
    }

    /// Creates a timestamp, moving an instant outside the supported years to the nearer end.
    init(nanosecondsSinceEpoch: Int128, form: Form) {
        let range = Self.range
        let clamped = min(max(nanosecondsSinceEpoch, range.lowerBound), range.upperBound)
        var (seconds, nanoseconds) = clamped.quotientAndRemainder(dividingBy: 1_000_000_000)
        if nanoseconds < 0 {
            seconds -= 1
            nanoseconds += 1_000_000_000
        }
        self.secondsSinceEpoch = Int64(seconds)
        self.nanosecondsOfSecond = Int32(nanoseconds)
        self.form = form
    }

    /// Creates a timestamp from parts that are known to be in range.
    init(seconds: Int64, nanoseconds: Int32, form: Form) {
        self.secondsSinceEpoch = seconds
        self.nanosecondsOfSecond = nanoseconds
        self.form = form
    }

    var nanosecondsSinceEpoch: Int128 {
        Int128(secondsSinceEpoch) * 1_000_000_000 + Int128(nanosecondsOfSecond)
    }

    /// 0000-01-01T00:00:00Z to the last nanosecond of 9999, the years ISO 8601 writes in four
    /// digits.
    private static var range: ClosedRange<Int128> {
        -62_167_219_200_000_000_000...253_402_300_799_999_999_999
    }
}

extension Timestamp: Comparable {
    /// Whether two timestamps are the same instant, in whatever form they are written.
    public static func == (left: Self, right: Self) -> Bool {
        left.secondsSinceEpoch == right.secondsSinceEpoch
            && left.nanosecondsOfSecond == right.nanosecondsOfSecond
    }

    /// Whether an instant comes before another.
    public static func < (left: Self, right: Self) -> Bool {
        (left.secondsSinceEpoch, left.nanosecondsOfSecond)
            < (right.secondsSinceEpoch, right.nanosecondsOfSecond)
    }
}

extension Timestamp: Hashable {
    /// Hashes the instant.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(secondsSinceEpoch)
        hasher.combine(nanosecondsOfSecond)
    }
}

extension Timestamp {
    /// The instant that lies a duration after another, in the form of the first.
    public static func + (timestamp: Self, duration: Duration) -> Self {
        Self(
            nanosecondsSinceEpoch: timestamp.nanosecondsSinceEpoch + nanoseconds(of: duration),
            form: timestamp.form
        )
    }

    /// The instant that lies a duration before another, in the form of the first.
    public static func - (timestamp: Self, duration: Duration) -> Self {
        Self(
            nanosecondsSinceEpoch: timestamp.nanosecondsSinceEpoch - nanoseconds(of: duration),
            form: timestamp.form
        )
    }

    /// The duration from the second instant to the first, negative if the first is the earlier one.
    public static func - (left: Self, right: Self) -> Duration {
        .seconds(left.secondsSinceEpoch - right.secondsSinceEpoch)
            + .nanoseconds(left.nanoseconds - right.nanoseconds)
    }

    /// Moves an instant forward.
    public static func += (timestamp: inout Self, duration: Duration) {
        timestamp = timestamp + duration
    }

    /// Moves an instant back.
    public static func -= (timestamp: inout Self, duration: Duration) {
        timestamp = timestamp - duration
    }

    /// `Duration.components` traps beyond 64-bit seconds; its attoseconds do not.
    private static func nanoseconds(of duration: Duration) -> Int128 {
        duration.attoseconds / 1_000_000_000
    }
}
