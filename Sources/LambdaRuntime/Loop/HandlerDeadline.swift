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
    ///
    /// - Parameters:
    ///   - context: The context of the invocation.
    ///   - margin: The margin of the function. Without one, tasks are cancelled at the deadline, where many
    ///     invocations run at once.
    package init(of context: LambdaContext, margin: Duration?) {
        self.init(of: context.storage, margin: margin ?? .zero)
    }

    /// When the handler's task is cancelled.
    var cancellation: Int64 { end - margin }

    /// How long ago Lambda has ended the invocation.
    var delay: Int64 { max(0, WallClock.milliseconds - end) }

    /// Reports that a handler has not ended.
    func exceeded() -> ErrorReport {
        ErrorReport(.deadlineExceeded(limit: end - start, margin: margin, end: nil))
    }

    /// Reports what a handler threw, from within its task: with the deadline, if the task was cancelled
    /// before it.
    package func explainingIfMissed(_ report: ErrorReport) -> ErrorReport {
        // Others may cancel the task, too.
        let isMissed = Task.isCancelled && WallClock.milliseconds >= cancellation
        return isMissed ? explaining(report) : report
    }

    /// Reports what a handler threw after it had been cancelled.
    ///
    /// An error that says itself how it is to be reported is reported so.
    func explaining(_ report: ErrorReport) -> ErrorReport {
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
