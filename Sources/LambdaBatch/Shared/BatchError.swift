public import LambdaRuntime

/// Why a batch failed as a whole.
///
/// What happened to each record is in the log. Lambda is told ``errorType`` and ``message``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html>
public struct BatchError: LambdaReportableError, Hashable, CustomStringConvertible {
    /// The kind of failure.
    public let code: Code

    /// What happened, and what to do.
    public let message: String

    /// The kind of failure, as Lambda is told: `AllRecordsFailed` or `RecordWithoutID`.
    public var errorType: String {
        switch code.kind {
        case .allRecordsFailed: "AllRecordsFailed"
        case .recordWithoutID: "RecordWithoutID"
        }
    }

    /// The message.
    public var errorMessage: String { message }

    /// The message.
    public var description: String { message }

    static func allRecordsFailed(_ count: Int, inOrder: Bool) -> BatchError {
        let what =
            if count == 1 {
                "The only record of the batch failed."
            } else if inOrder {
                "The first of \(count) records failed, so the whole batch comes again."
            } else {
                "None of the \(count) records of the batch succeeded."
            }
        return BatchError(code: .allRecordsFailed, message: what + " The log says why.")
    }

    static func recordWithoutID(_ index: Int, _ name: String) -> BatchError {
        BatchError(
            code: .recordWithoutID,
            message: "Record \(index) of the batch failed, and has no \(name) to report it by. "
                + "Expected one in every record. The whole batch fails."
        )
    }

    /// A kind of failure.
    public struct Code: Hashable, Sendable {
        enum Kind {
            case allRecordsFailed
            case recordWithoutID
        }

        let kind: Kind

        /// Not one record succeeded, or not the first one of a stream, and the policy is
        /// ``AllFailedPolicy/throwError``.
        public static var allRecordsFailed: Self { Self(kind: .allRecordsFailed) }
        /// A record failed that has nothing to report it by, as only handwritten events do.
        public static var recordWithoutID: Self { Self(kind: .recordWithoutID) }
    }
}
