import Testing

@testable import LambdaRuntime

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

// Serial: the environment is one, and changing it is not made for several threads.
@Suite(.serialized)
struct TraceEnvironmentTests {
    @Test func setsTheVariable() {
        var environment = TraceEnvironment(name: "_X_TEST_SETS")
        #expect(getenv("_X_TEST_SETS") == nil)
        set(&environment, "Root=1-2-3;Sampled=1")
        #expect(value("_X_TEST_SETS") == "Root=1-2-3;Sampled=1")
        set(&environment, "Root=1")
        #expect(value("_X_TEST_SETS") == "Root=1")
        set(&environment, "Root=1-2-3;Sampled=0;Lineage=4")
        #expect(value("_X_TEST_SETS") == "Root=1-2-3;Sampled=0;Lineage=4")
    }

    @Test func takesTheVariableAwayWhereThereIsNoHeader() {
        var environment = TraceEnvironment(name: "_X_TEST_AWAY")
        set(&environment, "")
        #expect(getenv("_X_TEST_AWAY") == nil)
        for _ in 0..<3 {
            set(&environment, "Root=1-2-3")
            #expect(value("_X_TEST_AWAY") == "Root=1-2-3")
            set(&environment, "")
            #expect(getenv("_X_TEST_AWAY") == nil)
        }
    }

    @Test func doesNotShortenAHeader() {
        var environment = TraceEnvironment(name: "_X_TEST_LONG")
        let room = TraceEnvironment.capacity - "_X_TEST_LONG=".utf8.count - 1
        let fitting = String(repeating: "x", count: room)
        set(&environment, fitting)
        #expect(value("_X_TEST_LONG") == fitting)
        set(&environment, fitting + "x")
        #expect(getenv("_X_TEST_LONG") == nil)
        set(&environment, "Root=1")
        #expect(value("_X_TEST_LONG") == "Root=1")
    }

    @Test func neverNeedsMoreMemory() {
        var environment = TraceEnvironment(name: "_X_TEST_LEAK")
        set(&environment, "Root=0")
        let place = getenv("_X_TEST_LEAK")
        for number in 1...10_000 {
            set(&environment, "Root=\(number)")
            guard getenv("_X_TEST_LEAK") == place else {
                Issue.record("The value \(number) has a place of its own.")
                return
            }
        }
        #expect(value("_X_TEST_LEAK") == "Root=10000")
    }

    private func set(_ environment: inout TraceEnvironment, _ text: String) {
        var text = text
        text.withUTF8 { environment.set(UnsafeRawBufferPointer($0)) }
    }

    private func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
