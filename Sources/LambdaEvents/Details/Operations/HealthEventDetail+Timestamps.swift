public import LambdaEventsShared

extension HealthEventDetail {
    /// When it began, or will begin: ``startTime``.
    ///
    /// `nil` if AWS Health does not say, or in words of another form.
    public var startTimestamp: Timestamp? { Self.timestamp(of: startTime) }

    /// When it ended, or will end: ``endTime``.
    ///
    /// `nil` if AWS Health does not say, or in words of another form.
    public var endTimestamp: Timestamp? { Self.timestamp(of: endTime) }

    /// When AWS Health last said something about it: ``lastUpdatedTime``.
    ///
    /// `nil` if AWS Health does not say, or in words of another form.
    public var lastUpdatedTimestamp: Timestamp? { Self.timestamp(of: lastUpdatedTime) }

    /// Reads a date such as `Sat, 5 Jun 2027 15:10:09 GMT` (RFC 1123), or one in ISO 8601.
    private static func timestamp(of text: String?) -> Timestamp? {
        guard let text else { return nil }
        let words = text.split { $0 == " " || $0 == "," }
        guard words.count == 6, words[5] == "GMT" || words[5] == "UTC",
            let month = months.firstIndex(of: words[2])
        else { return Timestamp(iso8601: text) }
        let day = words[1].utf8.count == 1 ? "0\(words[1])" : "\(words[1])"
        let monthNumber = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Timestamp(iso8601: "\(words[3])-\(monthNumber)-\(day)T\(words[4])Z")
    }

    private static var months: [Substring] {
        [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
    }
}
