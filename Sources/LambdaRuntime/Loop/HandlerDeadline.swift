import LambdaTransport

/// The time that a handler has for an invocation, in milliseconds.
package struct HandlerDeadline: Sendable {
    /// When the event arrived.
    private let start: Int64
    /// When Lambda ends the invocation.
    let end: Int64
    /// How long before that the handler's task is cancelled.
    private let margin: Int64

    init(of storage: ContextStorage, margin: Duration) {
        start = WallClock.milliseconds
        // The emulators that send a deadline long past mean none that could be kept.
        end = max(start, storage.deadlineMilliseconds)
        self.margin = margin <= .zero ? 0 : min(margin.wholeMilliseconds, end - start)
    }

    /// The deadline of an invocation, for a function that has its own ways to report.
    package init(of context: LambdaContext, margin: Duration) {
        self.init(of: context.storage, margin: margin)
    }

    /// When the handler's task is cancelled.
    var cancellation: Int64 { end - margin }

    /// How long ago Lambda has ended the invocation.
    var delay: Int64 { max(0, WallClock.milliseconds - end) }

    /// Reports that a handler has not ended.
    func exceeded() -> ErrorReport {
        ErrorReport(.deadlineExceeded(limit: end - start, margin: margin, end: nil))
    }

    /// A boolean value indicating whether the handler's task has been cancelled, or is about to be.
    package var isMissed: Bool { WallClock.milliseconds >= cancellation }

    /// Reports what a handler threw after it had been cancelled.
    ///
    /// An error that says itself how it is to be reported is reported so.
    package func explaining(_ report: ErrorReport) -> ErrorReport {
        if report.isDeliberate { return report }
        let ended = WallClock.milliseconds - start
        let late = ErrorReport(
            .deadlineExceeded(limit: end - start, margin: margin, end: max(0, ended))
        )
        if report.type == "CancellationError" { return late }
        return ErrorReport(
            type: late.type,
            message: "\(late.message) It threw \(report.type): \(report.message)",
            category: late.category
        )
    }
}
