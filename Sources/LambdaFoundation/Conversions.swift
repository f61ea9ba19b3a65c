public import LambdaEventsShared
public import LambdaJSON
public import LambdaRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date {
    /// Creates a date of a timestamp.
    ///
    /// A `Date` counts seconds in a `Double`: what is finer than about a tenth of a microsecond is
    /// rounded.
    ///
    /// - Parameter timestamp: The instant.
    public init(_ timestamp: Timestamp) {
        self.init(
            timeIntervalSince1970: Double(timestamp.secondsSinceEpoch)
                + Double(timestamp.nanoseconds) / 1e9
        )
    }
}

extension Timestamp {
    /// Creates a timestamp of a date, written as a number of seconds.
    ///
    /// A date beyond the years 0 to 9999 becomes the nearer end of them; one that is not a number
    /// becomes the Unix epoch.
    ///
    /// - Parameter date: The instant.
    public init(_ date: Date) {
        guard !date.timeIntervalSince1970.isNaN else {
            self.init(secondsSinceEpoch: 0)
            return
        }
        // Within these bounds, far beyond the year 9999, the conversions to integers cannot trap.
        let interval = min(max(date.timeIntervalSince1970, -1e12), 1e12)
        let whole = interval.rounded(.down)
        self.init(
            secondsSinceEpoch: Int64(whole),
            nanoseconds: Int(((interval - whole) * 1e9).rounded())
        )
    }
}

extension Decimal {
    /// Creates a decimal of a JSON number.
    ///
    /// `nil` if it is beyond what a `Decimal` can hold. Digits after the 38th are rounded.
    ///
    /// - Parameter number: The number.
    public init?(_ number: JSONNumber) {
        guard let decimal = Decimal(string: number.description), decimal.isFinite else {
            return nil
        }
        self = decimal
    }
}

extension JSONNumber {
    /// Creates a number of a decimal, to its last digit.
    ///
    /// `nil` for NaN.
    ///
    /// - Parameter decimal: The decimal.
    public init?(_ decimal: Decimal) {
        guard decimal.isFinite else { return nil }
        self.init(decimal.description)
    }
}

extension LambdaContext {
    /// When Lambda ends the invocation.
    public var deadlineDate: Date {
        Date(timeIntervalSince1970: Double(deadlineMilliseconds) / 1000)
    }
}
