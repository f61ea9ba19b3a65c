import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes records to a file descriptor, each as one line in one `write`.
///
/// A single write of up to a pipe's atomic size keeps lines of several threads apart; for longer
/// ones, and for the rest after a short write, a lock does.
struct StandardLogSink: LambdaLogSink {
    private let descriptor: Int32
    private let format: LambdaLogger.Format
    private let framing: LogFraming?

    /// Creates a sink for a descriptor, which stays open and belongs to the caller.
    init(descriptor: Int32, format: LambdaLogger.Format, framing: LogFraming? = nil) {
        self.descriptor = descriptor
        self.format = format
        self.framing = framing
    }

    /// Creates the sink that the environment variables ask for.
    init(environment: Void) {
        let format = Self.format(
            name: Environment.logFormat,
            isConcurrent: Environment.largestConcurrency != nil
        )
        if let telemetry = Environment.telemetryDescriptor, Libc.isWritable(telemetry) {
            self.init(descriptor: telemetry, format: format, framing: LogFraming(format))
        } else {
            self.init(descriptor: STDERR_FILENO, format: format)
        }
    }

    /// On Lambda Managed Instances lines of several invocations come mixed, and have to be JSON.
    static func format(name: String?, isConcurrent: Bool) -> LambdaLogger.Format {
        isConcurrent ? .json : LambdaLogger.Format(name: name)
    }

    func write(_ record: LambdaLogger.Record) {
        var bytes = record.bytes(format)
        bytes.append(0x0A)
        if let framing { bytes = framing.frame(bytes, record) }
        bytes.withUnsafeBytes { LogOutput.write($0, to: descriptor) }
    }
}

/// The frames of `_LAMBDA_TELEMETRY_LOG_FD`: type, length and time before each record.
///
/// So a record may have several lines, and the service need not guess where one ends.
struct LogFraming: Sendable {
    private let isJSON: Bool

    init(_ format: LambdaLogger.Format) {
        isJSON = format == .json
    }

    func frame(_ message: [UInt8], _ record: LambdaLogger.Record) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(message.count + 16)
        let level: UInt32 =
            switch record.level {
            case .trace: 0x07
            case .debug: 0x0B
            case .info: 0x0F
            case .warn: 0x13
            case .error: 0x17
            case .fatal: 0x1B
            }
        let type = 0xA55A_0000 | (isJSON ? level - 1 : level)
        let length = UInt32(clamping: message.count)
        Self.append(UInt64(type) << 32 | UInt64(length), to: &bytes)
        let time = record.timestamp.millisecondsSinceEpoch.multipliedReportingOverflow(by: 1000)
        Self.append(UInt64(bitPattern: time.partialValue), to: &bytes)
        bytes.append(contentsOf: message)
        return bytes
    }

    @inline(never)
    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
