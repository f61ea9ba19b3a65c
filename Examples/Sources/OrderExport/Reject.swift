import LambdaDynamoDBEvents

/// A change that became no row, with all that is needed to load it later.
struct Reject: Codable, Equatable {
    /// Why: the name of an ``OrderProblem``, or the type of another error.
    ///
    /// It goes to the log, too.
    var reason: String
    /// Where in the order, if that is known.
    var path: String?
    var change: DynamoDBEvent.Record

    init(_ record: DynamoDBEvent.Record, _ error: any Error) {
        reason = (error as? OrderProblem)?.rawValue ?? "\(type(of: error))"
        path = (error as? DecodingError)?.path
        change = record
    }
}

extension DecodingError {
    /// The member that does not fit: `lines.0.price`.
    fileprivate var path: String? {
        let keys: [any CodingKey]? =
            switch self {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .dataCorrupted(let context):
                context.codingPath
            @unknown default: nil
            }
        return keys?.map(\.stringValue).joined(separator: ".")
    }
}
