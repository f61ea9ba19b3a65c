import LambdaJSON
import Testing

/// What a coder threw, taken apart for comparison.
struct Failure: Equatable, Sendable {
    enum Kind: Sendable {
        case nothing
        case keyNotFound
        case typeMismatch
        case valueNotFound
        case dataCorrupted
        case invalidValue
        case other
    }

    var kind: Kind
    var path: String
    var text: String
    /// Whether the error carries a `LambdaJSONError` that says the same.
    var isOurs: Bool

    init(_ body: () throws -> some Any) {
        do {
            _ = try body()
            self.init(.nothing, [], "", nil)
        } catch let error as DecodingError {
            self.init(error)
        } catch EncodingError.invalidValue(_, let context) {
            self.init(
                .invalidValue,
                context.codingPath,
                context.debugDescription,
                context.underlyingError
            )
        } catch {
            self.init(.other, [], "\(error)", nil)
        }
    }

    init(_ error: DecodingError) {
        let (kind, context): (Kind, DecodingError.Context) =
            switch error {
            case .keyNotFound(_, let context): (.keyNotFound, context)
            case .typeMismatch(_, let context): (.typeMismatch, context)
            case .valueNotFound(_, let context): (.valueNotFound, context)
            case .dataCorrupted(let context): (.dataCorrupted, context)
            @unknown default:
                (.other, DecodingError.Context(codingPath: [], debugDescription: "\(error)"))
            }
        self.init(kind, context.codingPath, context.debugDescription, context.underlyingError)
    }

    private init(_ kind: Kind, _ path: [any CodingKey], _ text: String, _ underlying: (any Error)?)
    {
        self.kind = kind
        self.path = dotted(path)
        self.text = text
        isOurs = (underlying as? LambdaJSONError)?.description == text
    }
}

/// A coding path as `Records[0].body`.
func dotted(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
        if let index = key.intValue, key.stringValue == "Index \(index)" {
            text += "[\(index)]"
        } else {
            text += text.isEmpty ? key.stringValue : "." + key.stringValue
        }
    }
}
