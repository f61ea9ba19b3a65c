public import LambdaRuntime

/// A reason for which a streamed response could not be written to.
///
/// A handler need not catch it: thrown on, it is reported as any other error is.
public struct LambdaStreamError: LambdaReportableError, CustomStringConvertible {
    /// What went wrong.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the code.
        public let description: String

        /// The response has ended already, or the invocation has.
        public static var ended: Self { Self(description: "StreamEnded") }
        /// The head was set after the first piece had been written.
        public static var headTooLate: Self { Self(description: "StreamHeadTooLate") }
        /// The head has a status that is no status, or a media type that is none.
        public static var headInvalid: Self { Self(description: "StreamHeadInvalid") }
        /// The response would be larger than Lambda accepts.
        public static var tooLarge: Self { Self(description: "ResponseSizeTooLarge") }
        /// Lambda refused the response, or the connection broke, in the middle.
        ///
        /// Why is in the log.
        public static var interrupted: Self { Self(description: "StreamInterrupted") }
        /// The handler's task was cancelled before it had ended the response.
        public static var cancelled: Self { Self(description: "StreamCancelled") }
    }

    /// What went wrong.
    public let code: Code

    /// What failed, what was expected, and what to do about it.
    public let description: String

    /// `Function.` and the code.
    public var errorType: String { "Function.\(code)" }

    /// The description.
    public var errorMessage: String { description }

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}

// MARK: - Messages

extension LambdaStreamError {
    static var finished: Self {
        Self(.ended, "The response has been ended with finish(). Nothing can be written after it.")
    }

    static var finishedTwice: Self {
        Self(.ended, "The response has been ended already. Call finish() once.")
    }

    static var invocationEnded: Self {
        Self(
            .ended,
            "The invocation has ended, and its response with it. Wait for every task that writes "
                + "before the handler returns."
        )
    }

    static var headTooLate: Self {
        Self(
            .headTooLate,
            "The head of the response has been sent with its first piece. Set it before the first "
                + "write."
        )
    }

    static func statusInvalid(_ status: Int) -> Self {
        Self(.headInvalid, "The status code of the response is \(status). Expected 100 to 599.")
    }

    static var contentTypeInvalid: Self {
        Self(
            .headInvalid,
            "The content type of the response is not a media type of at most "
                + "\(RuntimeAPIRequest.contentTypeLimit) ASCII characters, such as \"text/plain\"."
        )
    }

    static func tooLarge(_ size: Int, _ limit: Int) -> Self {
        Self(
            .tooLarge,
            "With this piece the response is \(LambdaError.grouped(size)) bytes. Lambda accepts at "
                + "most \(LambdaError.grouped(limit)) in a stream. Store it in S3."
        )
    }

    static var cancelled: Self {
        Self(
            .cancelled,
            "The handler's task was cancelled before it had ended the response, which may not be "
                + "whole."
        )
    }
}
