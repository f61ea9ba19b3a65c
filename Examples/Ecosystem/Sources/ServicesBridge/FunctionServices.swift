public import Logging
public import ServiceLifecycle

/// Runs services of swift-service-lifecycle for as long as the process of a function lives.
///
/// ```swift
/// init() {
///     services = FunctionServices([database, cache], logger: Logger(label: "services"))
/// }
///
/// static var lifecycle: LambdaLifecycle<Self> {
///     LambdaLifecycle(onShutdown: { try await $0.services.shutDown() })
/// }
/// ```
///
/// Lambda halts the process between invocations, and the services with it: a timer may fire late, and a
/// connection may be gone when the process goes on.
public struct FunctionServices: Sendable {
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    /// Starts services.
    ///
    /// - Parameters:
    ///   - services: The services, in the order of their dependencies: they are shut down from the last to
    ///     the first. One that ends by itself ends the others, which is logged.
    ///   - logger: The logger of the group.
    public init(_ services: [any Service], logger: Logger) {
        // Signals are the runtime's: it lets invocations under way come to their end first.
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: services, logger: logger)
        )
        self.group = group
        running = Task {
            do {
                try await group.run()
            } catch {
                logger.critical("The services have failed.", error: error)
                throw error
            }
        }
    }

    /// Shuts the services down in an orderly way, and waits for their end.
    ///
    /// - Throws: The error of the first service that failed, now or before.
    public func shutDown() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
    }
}
