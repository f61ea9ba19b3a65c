#if LOCAL_RUNNING
/// Times in the format of access logs, which API Gateway writes beside the epoch.
enum AccessLogTime {
    /// Writes a time as `12/Mar/2020:19:03:58 +0000`.
    static func text(epochMilliseconds: Int64) -> String {
        let seconds = max(0, epochMilliseconds) / 1000
        let (days, second) = (seconds / 86400, seconds % 86400)
        let date = civilDate(daysSinceEpoch: days)
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits)
        return "\(twoDigits(date.day))/\(months[date.monthIndex])/\(date.year):"
            + time.joined(separator: ":") + " +0000"
    }

    private static func twoDigits(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }

    /// The date of a day.
    ///
    /// Years are counted from March, so that a leap day is the last of its year: a month then begins
    /// (153 × month + 2) / 5 days into the year.
    private static func civilDate(
        daysSinceEpoch days: Int64
    ) -> (year: Int64, monthIndex: Int, day: Int64) {
        // Day 0 is 1 March of year 0; 400 years have 146 097 days.
        let day = days + 719_468
        let era = day / 146_097
        let dayOfEra = day % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let isNextYear = month >= 10
        return (
            year: era * 400 + yearOfEra + (isNextYear ? 1 : 0),
            monthIndex: Int(isNextYear ? month - 10 : month + 2),
            day: dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}
#endif
