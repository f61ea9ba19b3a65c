import LambdaRuntime
import LambdaTesting
import LambdaTransport
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A function runs on the threads that it runs on outside a test.
struct ThreadTests {
    private struct Handler: LambdaHandler {
        func handle(_ event: Int, context: LambdaContext) async throws -> UInt {
            ThreadTests.thread
        }
    }

    private static var thread: UInt {
        #if canImport(Glibc)
        UInt(pthread_self())
        #else
        UInt(bitPattern: pthread_self())
        #endif
    }

    private func expectOneThread(_ lambda: TestLambda) async throws {
        var threads: Set<String> = []
        for _ in 0..<10 { threads.insert(try await lambda.invoke("1").text) }
        #expect(threads.count == 1)
    }

    @Test func aHandlerStaysOnItsThread() async throws {
        try await withLambda(Handler()) { try await expectOneThread($0) }
    }

    @Test func anAsynchronousClosureStaysOnItsThread() async throws {
        let function = { @Sendable (_: Int, _: LambdaContext) async in Self.thread }
        try await withLambda(function) { try await expectOneThread($0) }
    }

    @Test func aSynchronousClosureStaysOnItsThread() async throws {
        let function = { @Sendable (_: Int, _: LambdaContext) in Self.thread }
        try await withLambda(function) { try await expectOneThread($0) }
    }
}
