/// Where a header field lies, as offsets from the start of its message.
package struct HTTPField: Sendable {
    private let nameStart: UInt32
    private let nameCount: UInt32
    private let valueStart: UInt32
    private let valueCount: UInt32

    init(name: Range<Int>, value: Range<Int>) {
        // The parser's limits keep every offset far below 4 GB.
        nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
        nameCount = UInt32(truncatingIfNeeded: name.count)
        valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
        valueCount = UInt32(truncatingIfNeeded: value.count)
    }

    package var name: Range<Int> { Int(nameStart)..<Int(nameStart) + Int(nameCount) }
    /// The value without the white space around it.
    package var value: Range<Int> { Int(valueStart)..<Int(valueStart) + Int(valueCount) }
}

/// A header name to compare with, in lower case.
///
/// Over a `StaticString`, so that a table of names costs nothing at start-up.
package struct HTTPFieldName: Sendable {
    let lowercased: StaticString

    /// Names a field.
    package init(_ lowercased: StaticString) {
        self.lowercased = lowercased
    }

    /// The number of bytes in the name.
    package var count: Int { lowercased.utf8CodeUnitCount }

    /// Compares with a name as it was received, in any case.
    ///
    /// The bytes are those of a token, as the parser has found them to be.
    package func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count == lowercased.utf8CodeUnitCount && ByteScan.equalsToken(bytes, lowercased)
    }

    package static let contentLength = HTTPFieldName("content-length")
    package static let transferEncoding = HTTPFieldName("transfer-encoding")
    package static let connection = HTTPFieldName("connection")
    package static let contentType = HTTPFieldName("content-type")
    package static let host = HTTPFieldName("host")
}

/// Questions about single bytes.
enum ASCII {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09
    static let colon: UInt8 = 0x3A

    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == tab
    }

    /// RFC 9110 §5.6.2: the characters of a token.
    static func isToken(_ byte: UInt8) -> Bool {
        // Two bit sets of 64 characters each; a table would be a global to initialise.
        let low: UInt64 = 0x03FF_6CFA_0000_0000
        let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        if byte < 128 { return high >> UInt64(byte &- 64) & 1 == 1 }
        return false
    }

    /// RFC 9110 §5.5: visible characters, blanks, and the obsolete bytes from 0x80 on.
    static func isFieldValue(_ byte: UInt8) -> Bool {
        byte >= space && byte != 0x7F || byte == tab
    }

    /// The value of a hexadecimal digit.
    static func hexadecimal(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte &- 0x30)
        case 0x41...0x46: Int(byte &- 0x41) + 10
        case 0x61...0x66: Int(byte &- 0x61) + 10
        default: nil
        }
    }
}
