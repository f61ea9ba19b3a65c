extension LambdaContext {
    /// A boolean value indicating whether ``remainingTime`` is what a test says, and not a clock.
    package var hasVirtualTime: Bool { storage.remainingTime != nil }
}
