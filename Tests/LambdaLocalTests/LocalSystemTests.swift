#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

struct LocalSystemTests {
    @Test
    func readsTheEnvironmentOfTheProcess() throws {
        let environment = LocalEnvironment(LocalSystem.environment())
        let path = try #require(getenv("PATH"))
        #expect(environment["PATH"] == String(cString: path))
    }
}
#endif
