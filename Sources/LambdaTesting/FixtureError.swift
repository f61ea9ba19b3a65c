import LambdaJSON
import LambdaRuntime

/// A fixture that could not be found, read or decoded.
public struct FixtureError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, in a sentence: the file, the place in it, and what was expected there.
    public let description: String

    /// What the decoder or the system reported.
    ///
    /// `nil` if the file does not exist.
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

    static func undecodable(
        _ fixture: Fixture,
        type: any Any.Type,
        error: any Error
    ) -> Self {
        var description = "Could not decode \(type) from \(fixture.path). \(explanation(of: error))"
        // A fixture of another event is a common slip, and its first missing member does not say so.
        let kind = try? LambdaJSONDecoder().decode(PayloadKind.self, from: fixture.bytes)
        if let name = kind?.name { description += " The file looks like \(name)." }
        return Self(description: description, underlyingError: error)
    }

    private static func explanation(of error: any Error) -> String {
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
