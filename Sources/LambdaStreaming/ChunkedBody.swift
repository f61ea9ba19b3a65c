import LambdaRuntime

// What a streamed response looks like on the wire
// -----------------------------------------------
// RFC 9112 section 7.1: each piece is a chunk, with its size in hexadecimal in front; the last one
// is empty, and trailers may follow it.
//
//     b\r\nHello, Anna\r\n
//     0\r\n
//     Lambda-Runtime-Function-Error-Type: Function.OutOfStock\r\n
//     Lambda-Runtime-Function-Error-Body: eyJlcnJvck1lc3NhZ2UiOi…\r\n
//     \r\n
//
// The two trailers tell Lambda that the response failed in the middle; the second one is the
// document that would have been posted as the error, in base64.

/// Writes the parts of a chunked body.
package enum ChunkedBody {
    /// The largest body that Lambda takes: 200 MiB.
    package static let limit = 209_715_200
    /// The largest chunk; what is larger is cut.
    ///
    /// So the memory of a response is this, however large a piece is.
    static let chunkLimit = 64 * 1024
    /// What an error's message is cut to within a trailer.
    static let messageLimit = 4 * 1024
    /// What the whole document is cut to, whatever JSON has to escape in the message.
    ///
    /// Servers keep a header line of 8 KB, and base64 adds a third.
    static let documentLimit = 6000

    /// Appends a chunk.
    ///
    /// An empty one would end the body, and is left out.
    static func append(_ bytes: ArraySlice<UInt8>, to buffer: inout [UInt8]) {
        if bytes.isEmpty { return }
        appendHexadecimal(bytes.count, to: &buffer)
        buffer.append("\r\n")
        buffer.append(contentsOf: bytes)
        buffer.append("\r\n")
    }

    /// Appends the end, with the error that cut the body short.
    static func appendEnd(_ report: ErrorReport?, to buffer: inout [UInt8]) {
        buffer.append("0\r\n")
        if let report {
            buffer.append("Lambda-Runtime-Function-Error-Type: ")
            buffer.append(contentsOf: report.category.utf8)
            buffer.append("\r\n")
            buffer.append("Lambda-Runtime-Function-Error-Body: ")
            appendBase64(document(of: report), to: &buffer)
            buffer.append("\r\n")
        }
        buffer.append("\r\n")
    }

    /// The JSON document of an error, cut so that it fits into a trailer.
    private static func document(of report: ErrorReport) -> [UInt8] {
        var limit = messageLimit
        while true {
            var document: [UInt8] = []
            report.limited(to: limit).write(into: &document)
            if document.count <= documentLimit || limit == 0 { return document }
            limit = limit * documentLimit / document.count
        }
    }

    private static func appendHexadecimal(_ value: Int, to buffer: inout [UInt8]) {
        var shift = 60
        while shift > 0, value >> shift == 0 { shift -= 4 }
        while shift >= 0 {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 0xF)
            buffer.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            shift -= 4
        }
    }

    /// RFC 4648 section 4.
    static func appendBase64(_ bytes: [UInt8], to buffer: inout [UInt8]) {
        var index = 0
        while index < bytes.count {
            let count = min(3, bytes.count - index)
            var group: UInt32 = 0
            for offset in 0..<3 {
                group = group << 8 | (offset < count ? UInt32(bytes[index + offset]) : 0)
            }
            for offset in 0..<4 {
                let digit = UInt8(truncatingIfNeeded: group >> (18 - 6 * UInt32(offset)) & 0x3F)
                buffer.append(offset <= count ? base64Digit(digit) : 0x3D)
            }
            index += 3
        }
    }

    private static func base64Digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: 0x41 + value
        case 26..<52: 0x61 + value - 26
        case 52..<62: 0x30 + value - 52
        case 62: 0x2B
        default: 0x2F
        }
    }
}
