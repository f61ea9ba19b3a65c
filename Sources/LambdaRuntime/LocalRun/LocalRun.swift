#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Running a function outside Lambda.
package enum LocalRun {
    /// Says that there is no endpoint.
    static func main() -> Int32 {
        var line = Array("\(LambdaError.endpointMissing())\n".utf8)
        line.withUnsafeMutableBytes {
            LogOutput.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO)
        }
        return 1
    }
}
