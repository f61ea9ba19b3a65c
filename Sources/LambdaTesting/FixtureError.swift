import LambdaJSON
import LambdaRuntime

/// A fixture that could not be found, read or decoded, or that is not as a test expects.
public struct FixtureError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, in a sentence: the file, the place in it, and what was expected there.
    public let description: String

    /// What the decoder reported, or what the first of several fixtures failed with.
    ///
    /// `nil` if there was no such error.
    public let underlyingError: (any Error)?

    static func notFound(name: String, searched: [String]) -> Self {
        let places = searched.map { "\n  " + $0 }.joined()
        return Self(
            description: "There is no fixture \"\(name)\". Searched for it as:\(places)",
            underlyingError: nil
        )
    }

    static func unreadable(path: String, errorNumber: Int32) -> Self {
        Self(
            description: "Could not read \(path): \(File.message(for: errorNumber)).",
            underlyingError: nil
        )
    }

    static func unwritable(path: String, errorNumber: Int32) -> Self {
        Self(
            description: "Could not write \(path): \(File.message(for: errorNumber)).",
            underlyingError: nil
        )
    }

    static func undecodable(
        _ fixture: Fixture,
        type: any Any.Type,
        error: any Error
    ) -> Self {
        var description = "Could not decode \(type) from \(fixture). \(explanation(of: error))"
        // A fixture of another event is a common slip, and its first missing member does not say so.
        let kind = try? LambdaJSONDecoder().decode(PayloadKind.self, from: fixture.bytes)
        if let name = kind?.name { description += " The file looks like \(name)." }
        return Self(description: description, underlyingError: error)
    }

    static func invalidPath(_ path: String) -> Self {
        Self(
            description: "\"\(path)\" is no path. "
                + "Expected one such as Records[0].s3.object.key or headers[\"x.y\"].",
            underlyingError: nil
        )
    }

    static func nothingAtPath(_ fixture: Fixture, _ path: String, _ reason: String) -> Self {
        Self(
            description: "Could not change \(path) in \(fixture). \(reason)",
            underlyingError: nil
        )
    }

    static func changedByRoundTrip(
        _ fixture: Fixture,
        type: any Any.Type,
        _ differences: JSONDifferences
    ) -> Self {
        let lines = differences.all.map { "\n  \($0)" }.joined()
        return Self(
            description: "\(fixture) is not the same after a round trip through \(type):\(lines)",
            underlyingError: nil
        )
    }

    static func emptyFolder(_ path: String) -> Self {
        Self(
            description: "There is no fixture in \(path). Expected files that end in .json.",
            underlyingError: nil
        )
    }

    static func failures(_ failures: [(Fixture, any Error)], of count: Int) -> Self {
        let lines = failures.map { "\n  \($0.0.path): \($0.1)" }.joined()
        return Self(
            description: "\(failures.count) of \(count) fixtures failed:\(lines)",
            underlyingError: failures.first?.1
        )
    }

    static func explanation(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            return "\(place(context.codingPath + [key])) is missing. \(context.debugDescription)"
        case DecodingError.valueNotFound(_, let context),
            DecodingError.typeMismatch(_, let context),
            DecodingError.dataCorrupted(let context):
            return "At \(place(context.codingPath)): \(context.debugDescription)"
        default:
            return "\(error)"
        }
    }

    /// A coding path as a path into the JSON: `Records[0].s3.object.key`.
    private static func place(_ codingPath: [any CodingKey]) -> String {
        var place = ""
        for key in codingPath {
            if let index = key.intValue {
                place += "[\(index)]"
            } else {
                place += place.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
        return place.isEmpty ? "the top level" : place
    }
}
