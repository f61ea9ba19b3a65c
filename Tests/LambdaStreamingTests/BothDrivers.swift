import LambdaTesting
import Testing

/// Runs each test of a suite a second time as on Lambda Managed Instances, with one slot.
struct BothDrivers: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        try await function()
        guard testCase != nil else { return }
        try await TestLambda.Options.$concurrencyByDefault.withValue(1, operation: function)
    }
}

extension Trait where Self == BothDrivers {
    /// Runs each test with the blocking and with the multiplexing driver.
    static var bothDrivers: Self { Self() }
}
