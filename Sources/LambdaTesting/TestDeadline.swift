import LambdaTransport

/// A deadline that comes when a test says so, and not by itself.
///
/// ```swift
/// let deadline = TestDeadline(in: .seconds(10))
/// let context = LambdaContext.test(deadline: deadline)
///
/// deadline.advance(by: .seconds(8))
/// #expect(context.remainingTime == .seconds(2))
/// ```
///
/// A handler that stops in time can so be tested in no time: let what it works with, a store for one,
/// advance the deadline.
public final class TestDeadline: Sendable {
    private let left: Monitor<Duration>

    /// Creates a deadline.
    ///
    /// - Parameter remainingTime: How far away it is.
    public init(in remainingTime: Duration) {
        left = Monitor(remainingTime)
    }

    /// How far away the deadline is.
    ///
    /// Negative once it has passed, where a context says zero.
    public var remainingTime: Duration {
        get { left.withLock { $0 } }
        set { left.withLock { $0 = newValue } }
    }

    /// Lets time pass.
    ///
    /// - Parameter duration: How much.
    public func advance(by duration: Duration) {
        left.withLock { $0 -= duration }
    }
}
