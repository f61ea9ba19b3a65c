/// What a function does at the turns of its life, besides answering invocations.
///
/// A handler returns one from ``LambdaHandler/lifecycle``:
///
/// ```swift
/// @main
/// struct OrderDesk: LambdaHandler {
///     let database: Database
///
///     static var lifecycle: LambdaLifecycle<Self> {
///         LambdaLifecycle(
///             onShutdown: { desk in try await desk.database.close() },
///             beforeSnapshot: { desk in try await desk.database.disconnect() },
///             afterRestore: { desk in try await desk.database.connect() }
///         )
///     }
///     …
/// }
/// ```
///
/// Each hook is given the handler that `init()` has made. What is not there costs nothing: only with
/// ``onShutdown`` does a function register to be told of its end.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html>
public struct LambdaLifecycle<Handler: Sendable>: Sendable {
    /// A step that is given the handler.
    public typealias Hook = @Sendable (Handler) async throws -> Void

    /// Runs before Lambda ends the process, which so ends in an orderly way.
    ///
    /// Lambda then sends a signal, SIGTERM, but only to functions that have registered an extension. With
    /// this hook the runtime registers one, without events, before the first invocation, and handles the
    /// signal: no further invocation is taken, those under way are finished, and then this hook runs. The
    /// process exits with status 0, or 1 when the hook throws or the time runs out, which is logged.
    ///
    /// `nil` for a function that is ended without notice, as Lambda's default is. Lambda ends it without
    /// notice all the same after a timeout or a crash: what must not be lost cannot wait for this hook.
    public var onShutdown: Hook?

    /// How long invocations under way and ``onShutdown`` may take together.
    ///
    /// The default is what Lambda gives a function, 500 milliseconds. Then it kills the process.
    public var shutdownWindow: Duration

    /// Runs before Lambda takes a snapshot of the initialised process, with SnapStart.
    ///
    /// An error that it throws is reported to Lambda, and the version of the function cannot be published.
    /// `nil` where nothing is to be done.
    public var beforeSnapshot: Hook?

    /// Runs when the process has been restored from the snapshot, with SnapStart.
    ///
    /// Then connections have ended, credentials may have expired, and what was to be unique has been copied
    /// into each instance. It may take 10 seconds. An error that it throws is reported to Lambda as the
    /// failure of the invocation that waits.
    ///
    /// `nil` where nothing is to be done.
    public var afterRestore: Hook?

    /// Creates a lifecycle.
    ///
    /// Parameters match the properties of the same name. Without any, nothing is done.
    public init(
        onShutdown: Hook? = nil,
        shutdownWindow: Duration = .milliseconds(500),
        beforeSnapshot: Hook? = nil,
        afterRestore: Hook? = nil
    ) {
        self.onShutdown = onShutdown
        self.shutdownWindow = shutdownWindow
        self.beforeSnapshot = beforeSnapshot
        self.afterRestore = afterRestore
    }

    /// The hooks for a handler, `nil` where there are none.
    package func hooks(of handler: Handler) -> LifecycleHooks? {
        if onShutdown == nil, beforeSnapshot == nil, afterRestore == nil { return nil }
        func bound(_ hook: Hook?) -> LifecycleHooks.Hook? {
            guard let hook else { return nil }
            return { try await hook(handler) }
        }
        return LifecycleHooks(
            onShutdown: bound(onShutdown),
            shutdownWindow: shutdownWindow,
            beforeSnapshot: bound(beforeSnapshot),
            afterRestore: bound(afterRestore)
        )
    }
}

/// A ``LambdaLifecycle`` with the handler in it.
///
/// A class, since a function that is copied would otherwise copy each hook.
package final class LifecycleHooks: Sendable {
    package typealias Hook = @Sendable () async throws -> Void

    let onShutdown: Hook?
    let shutdownWindow: Duration
    let beforeSnapshot: Hook?
    let afterRestore: Hook?

    init(
        onShutdown: Hook?,
        shutdownWindow: Duration,
        beforeSnapshot: Hook?,
        afterRestore: Hook?
    ) {
        self.onShutdown = onShutdown
        self.shutdownWindow = shutdownWindow
        self.beforeSnapshot = beforeSnapshot
        self.afterRestore = afterRestore
    }
}
