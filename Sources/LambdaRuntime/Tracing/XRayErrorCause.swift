#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The JSON of the header `Lambda-Runtime-Function-XRay-Error-Cause`, from which X-Ray shows why an
/// invocation failed.
///
/// It says what the body of the report says. It is sent with every error, sampled or not, as AWS's own
/// clients do: the service knows whether somebody records the trace. In a header there is only room for
/// ASCII, so that everything else is escaped.
enum XRayErrorCause {
    /// What a text is cut to, in escaped form.
    ///
    /// There are three, and the service takes less than 64 KiB.
    static let textLimit = 16 * 1024

    static func bytes(of report: ErrorReport) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("{\"working_directory\":")
        append(workingDirectory, to: &bytes)
        bytes.append(",\"exceptions\":[{\"type\":")
        append(report.type, to: &bytes)
        bytes.append(",\"message\":")
        append(report.message, to: &bytes)
        bytes.append(",\"stack\":[]}],\"paths\":[]}")
        return bytes
    }

    /// Appends a text as a JSON string of ASCII alone.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        let start = bytes.count
        for scalar in text.unicodeScalars {
            if bytes.count - start >= textLimit { break }
            switch scalar.value {
            case 0x22, 0x5C:
                bytes.append(0x5C)
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x20..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x10000...:
                let rest = scalar.value - 0x10000
                appendEscape(0xD800 + rest >> 10, to: &bytes)
                appendEscape(0xDC00 + rest & 0x3FF, to: &bytes)
            case let unit: appendEscape(unit, to: &bytes)
            }
        }
        bytes.append(0x22)
    }

    private static func appendEscape(_ unit: UInt32, to bytes: inout [UInt8]) {
        bytes.append("\\u")
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
            bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    /// The working directory, empty where it has gone.
    private static var workingDirectory: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard getcwd(&buffer, buffer.count) != nil else { return "" }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }
}
