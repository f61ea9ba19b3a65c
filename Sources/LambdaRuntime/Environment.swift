import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The environment variables that Lambda sets.
///
/// Each is looked up when it is asked for.
enum Environment {
    static var runtimeAPI: String? { value("AWS_LAMBDA_RUNTIME_API") }
    static var functionName: String? { value("AWS_LAMBDA_FUNCTION_NAME") }
    static var functionVersion: String? { value("AWS_LAMBDA_FUNCTION_VERSION") }
    static var memoryLimitMB: Int? {
        value("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").flatMap { Int(digits: $0) }
    }
    static var logGroupName: String? { value("AWS_LAMBDA_LOG_GROUP_NAME") }
    static var logStreamName: String? { value("AWS_LAMBDA_LOG_STREAM_NAME") }
    static var region: String? { value("AWS_REGION") ?? value("AWS_DEFAULT_REGION") }
    static var initializationType: String? { value("AWS_LAMBDA_INITIALIZATION_TYPE") }
    /// Present on Lambda Managed Instances, be it 1.
    static var largestConcurrency: String? { value("AWS_LAMBDA_MAX_CONCURRENCY") }
    /// Whether a snapshot is taken of the process when it is initialised.
    static var isSnapStart: Bool {
        getenv("AWS_LAMBDA_INITIALIZATION_TYPE").map { strcmp($0, "snap-start") == 0 } ?? false
    }
    static var logLevel: String? { value("AWS_LAMBDA_LOG_LEVEL") }
    static var logFormat: String? { value("AWS_LAMBDA_LOG_FORMAT") }
    static var telemetryDescriptor: Int32? {
        value("_LAMBDA_TELEMETRY_LOG_FD").flatMap { Int(digits: $0) }
            .flatMap { Int32(exactly: $0) }
    }

    /// The value of a variable, `nil` when it is not set or empty.
    private static func value(_ name: String) -> String? {
        guard let pointer = getenv(name), pointer.pointee != 0 else { return nil }
        let bytes = UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))
        return String(decoding: bytes, as: UTF8.self)
    }
}
