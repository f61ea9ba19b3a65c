/// A reason for which a test could not go on with a function.
///
/// What a function does is no error of this kind: an invocation that fails is a
/// ``TestLambda/Invocation`` with an ``TestLambda/Invocation/error``.
public struct LambdaTestError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case initializationFailed
            case ended
            case limitExceeded
            case shutdownUnnoticed
            case unanswered
            case invocationFailed
            case outputInvalid
            case eventInvalid
            case expectationFailed
            case settingsInvalid
        }

        private let value: Value

        /// The function could not be initialized.
        public static var initializationFailed: Self { Self(value: .initializationFailed) }
        /// The function has ended, so that there is nobody to take an event.
        public static var ended: Self { Self(value: .ended) }
        /// The function took longer than ``TestLambda/Options/limit``.
        public static var limitExceeded: Self { Self(value: .limitExceeded) }
        /// The function was asked to end, and has no hook that would notice.
        public static var shutdownUnnoticed: Self { Self(value: .shutdownUnnoticed) }
        /// The output of an invocation was asked for that the function did not answer.
        public static var unanswered: Self { Self(value: .unanswered) }
        /// The output of an invocation was asked for that failed.
        public static var invocationFailed: Self { Self(value: .invocationFailed) }
        /// The output of an invocation is not what it was decoded as.
        public static var outputInvalid: Self { Self(value: .outputInvalid) }
        /// An event could not be encoded.
        public static var eventInvalid: Self { Self(value: .eventInvalid) }
        /// What a test expected is not so.
        public static var expectationFailed: Self { Self(value: .expectationFailed) }
        /// A simulated event source cannot do what a test asks for with its settings.
        public static var settingsInvalid: Self { Self(value: .settingsInvalid) }

        /// The name of the code.
        public var description: String { value.rawValue }
    }

    /// What went wrong.
    public let code: Code

    /// What went wrong, in a sentence that says what to do.
    public let description: String

    /// What the function reported.
    ///
    /// `nil` if it reported nothing.
    public let reportedError: ReportedError?

    init(_ code: Code, _ description: String, _ reportedError: ReportedError? = nil) {
        self.code = code
        self.description = description
        self.reportedError = reportedError
    }
}

// MARK: - Messages

extension LambdaTestError {
    static func initializationFailed(_ error: ReportedError?) -> Self {
        let reason = error.map { " \($0)" } ?? ""
        return Self(
            .initializationFailed,
            "The function could not be initialized.\(reason)",
            error
        )
    }

    static func ended(_ exit: TestLambda.Exit) -> Self {
        Self(.ended, "The function takes no events any more: \(exit).")
    }

    static func limitExceeded(
        _ requestID: String,
        _ stage: ScriptState.Stage,
        _ limit: Duration
    )
        -> Self
    {
        let what =
            switch stage {
            case .initializing: "is still initializing"
            case .queued: "has not asked for the event of invocation \(requestID)"
            case .delivered: "has not answered invocation \(requestID)"
            case .answered: "has answered invocation \(requestID) and not polled again"
            }
        return Self(
            .limitExceeded,
            "The function \(what) after \(limit). Its task has been cancelled. "
                + "Set the limit of the options where it needs more time."
        )
    }

    static func startLimitExceeded(_ limit: Duration) -> Self {
        Self(
            .limitExceeded,
            "The function is still initializing after \(limit). Its task has been cancelled. "
                + "Set the limit of the options where it needs more time."
        )
    }

    static func endLimitExceeded(_ limit: Duration) -> Self {
        Self(
            .limitExceeded,
            "The function has not ended \(limit) after it was told to. A handler that neither "
                + "returns nor heeds the cancellation of its task keeps its thread."
        )
    }

    static func shutdownUnnoticed() -> Self {
        Self(
            .shutdownUnnoticed,
            "The function has no shutdown hook, so that Lambda ends it without notice. Return one from "
                + "its lifecycle, as onShutdown."
        )
    }

    static func unanswered(_ requestID: String) -> Self {
        Self(
            .unanswered,
            "The function has not answered invocation \(requestID). Its logs may say why."
        )
    }

    static func failed(_ error: ReportedError) -> Self {
        Self(.invocationFailed, "The invocation failed. \(error)", error)
    }

    static func windowMissing() -> Self {
        Self(
            .settingsInvalid,
            "The function takes time windows, and the shard has none. Set the tumblingWindow of its "
                + "settings."
        )
    }

    static func undecodable(_ type: any Any.Type, _ error: any Error) -> Self {
        Self(
            .outputInvalid,
            "Could not decode \(type) from the output. \(FixtureError.explanation(of: error))"
        )
    }

    static func unencodable(_ type: any Any.Type, _ error: any Error) -> Self {
        Self(.eventInvalid, "Could not encode the event of type \(type). \(error)")
    }
}
