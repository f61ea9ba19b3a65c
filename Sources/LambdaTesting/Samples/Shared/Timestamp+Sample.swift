public import LambdaEvents
import LambdaJSON

extension Timestamp {
    /// The time of the samples: 2026-03-01T12:00:00.250Z.
    ///
    /// It stands still, so that a test finds the same event in every run. Each sample writes it as
    /// its service does.
    public static var sample: Timestamp {
        Timestamp(millisecondsSinceEpoch: 1_772_366_400_250)
    }

    /// Written as `2026-03-01T12:00:00.250Z`.
    var withMilliseconds: Timestamp { written(text.withMilliseconds + "Z") }

    /// Written as `2026-03-01T12:00:00.250+0000`.
    var withMillisecondsAndOffset: Timestamp { written(text.withMilliseconds + "+0000") }

    /// Written as `2026-03-01T12:00:00Z`.
    var withoutFraction: Timestamp { written(text.seconds + "Z") }

    /// Written as `1772366400250`.
    var asMilliseconds: Timestamp {
        Timestamp(millisecondsSinceEpoch: millisecondsSinceEpoch)
    }

    /// Written as `"1772366400250"`.
    var asMillisecondsInText: Timestamp {
        (try? LambdaJSONDecoder().decode(Timestamp.self, from: "\"\(millisecondsSinceEpoch)\""))
            ?? asMilliseconds
    }

    /// Written as `1772366400`.
    var asSeconds: Timestamp { Timestamp(secondsSinceEpoch: secondsSinceEpoch) }

    /// Written as `1772366400.25`.
    var asSecondsWithMilliseconds: Timestamp {
        Timestamp(
            secondsSinceEpoch: secondsSinceEpoch,
            nanoseconds: nanoseconds / 1_000_000 * 1_000_000
        )
    }

    /// The text `01/Mar/2026:12:00:00 +0000`.
    var inAccessLog: String {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let fields = text.seconds.split { "-T".contains($0) }
        guard fields.count == 4, let month = Int(fields[1]), months.indices.contains(month - 1)
        else { return text.seconds }
        return "\(fields[2])/\(months[month - 1])/\(fields[0]):\(fields[3]) +0000"
    }

    /// The trace header that goes with a request at this time.
    var traceHeader: String {
        let seconds = SampleID.hexadecimal(Int(secondsSinceEpoch), digits: 8)
        return "Root=1-\(seconds)-0123456789abcdef01234567"
    }

    private var text: (seconds: String, withMilliseconds: String) {
        let seconds = String(asSeconds.description.dropLast())
        let milliseconds = SampleID.decimal(nanoseconds / 1_000_000, digits: 3)
        return (seconds, "\(seconds).\(milliseconds)")
    }

    private func written(_ text: String) -> Timestamp { Timestamp(iso8601: text) ?? self }
}
