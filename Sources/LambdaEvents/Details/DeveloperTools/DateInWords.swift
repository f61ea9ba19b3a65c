import LambdaEventsShared

// CodeBuild and CodeCommit write dates as Java prints them, for people:
//
//   Sep 1, 2017 4:12:29 PM            CodeBuild, in UTC. Newer releases of Java put a narrow
//                                     no-break space before PM, and a comma after the year.
//   Wed Nov 06 19:10:58 UTC 2019      CodeCommit
//   Tue Feb 9 2019 10:18:42 PDT       CodeCommit, in other samples of the same page
//
// The words say what they are whatever their order: a name of a month, a day of one or two digits, a
// year of four, a time with colons, AM or PM, a time zone. So they are read one by one, and anything
// unknown makes the date unreadable rather than wrong.

/// A date in words.
enum DateInWords {
    /// The instant a date in words stands for.
    ///
    /// `nil` if the words are not those of a date, or name a time zone that is not known here.
    static func timestamp(of text: String) -> Timestamp? {
        var parts = Parts()
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            guard parts.take(word) else { return nil }
        }
        return parts.timestamp
    }

    private struct Parts {
        private var month: Int?
        private var day: Int?
        private var year: Int?
        private var time: (hour: Int, minute: Int, second: Int)?
        private var isAfternoon: Bool?
        private var offset = "Z"

        /// Takes in a word.
        ///
        /// - Returns: Whether it is a word of a date.
        mutating func take(_ word: Substring) -> Bool {
            if let number = Int(word) {
                switch word.utf8.count {
                case 1, 2: day = number
                case 4: year = number
                default: return false
                }
            } else if word.utf8.contains(UInt8(ascii: ":")) {
                return takeTime(word)
            } else if let index = DateInWords.months.firstIndex(of: word) {
                month = index + 1
            } else if word == "AM" || word == "PM" {
                isAfternoon = word == "PM"
            } else if let zone = DateInWords.offsets.first(where: { $0.name == word }) {
                offset = zone.offset
            } else {
                return DateInWords.weekdays.contains(word)
            }
            return true
        }

        private mutating func takeTime(_ word: Substring) -> Bool {
            let numbers = word.split(separator: ":").compactMap { Int($0) }
            guard numbers.count == 3 else { return false }
            time = (numbers[0], numbers[1], numbers[2])
            return true
        }

        /// `nil` if a part is missing, or there is no such date.
        var timestamp: Timestamp? {
            guard let month, let day, let year, var time else { return nil }
            if let isAfternoon {
                guard (1...12).contains(time.hour) else { return nil }
                time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
            }
            let date = "\(digits(year, 4))-\(digits(month))-\(digits(day))"
            let clock = "\(digits(time.hour)):\(digits(time.minute)):\(digits(time.second))"
            return Timestamp(iso8601: "\(date)T\(clock)\(offset)")
        }

        private func digits(_ number: Int, _ count: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static let weekdays: Set<Substring> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// The zones of the samples, and those of the regions of AWS in North America.
    private static let offsets: [(name: Substring, offset: String)] = [
        ("UTC", "Z"), ("GMT", "Z"), ("PST", "-08:00"), ("PDT", "-07:00"), ("MST", "-07:00"),
        ("MDT", "-06:00"), ("CST", "-06:00"), ("CDT", "-05:00"), ("EST", "-05:00"),
        ("EDT", "-04:00"),
    ]
}
