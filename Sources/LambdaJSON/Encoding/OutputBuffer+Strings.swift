extension OutputBuffer {
    /// Appends a string as a JSON string.
    @inline(__always)
    final func append(string: String) {
        var string = string
        string.withUTF8 { append(string: $0) }
    }

    /// Appends UTF-8 as a JSON string.
    final func append(string text: UnsafeBufferPointer<UInt8>) {
        // The eight bytes behind are for whole words that are written beyond the end.
        reserve(text.count + 2 + 8)
        base[count] = Ascii.quote
        count += 1
        if let source = UnsafeRawPointer(text.baseAddress) {
            var read = 0
            while true {
                read = copyPlain(from: source, read, text.count)
                guard read < text.count else { break }
                // Six bytes are the longest escape.
                reserve(text.count - read + 6 + 8)
                appendEscape(of: text[read])
                read += 1
            }
        }
        base[count] = Ascii.quote
        count += 1
    }

    /// Copies what needs no escape.
    ///
    /// - Returns: Where the first character is that does, or the end.
    @inline(__always)
    private final func copyPlain(
        from source: UnsafeRawPointer,
        _ start: Int,
        _ end: Int
    ) -> Int {
        let target = UnsafeMutableRawPointer(base + count)
        var read = start
        while read + 8 <= end {
            let word = source.loadUnaligned(fromByteOffset: read, as: UInt64.self)
            target.storeBytes(of: word, toByteOffset: read - start, as: UInt64.self)
            let marks = Bits.escapable(UInt64(littleEndian: word))
            if marks != 0 {
                read += Bits.firstMark(marks)
                count += read - start
                return read
            }
            read += 8
        }
        while read < end {
            let byte = source.load(fromByteOffset: read, as: UInt8.self)
            if byte == Ascii.quote || byte == Ascii.backslash || byte < Ascii.space { break }
            target.storeBytes(of: byte, toByteOffset: read - start, as: UInt8.self)
            read += 1
        }
        count += read - start
        return read
    }

    /// Appends the escape of a quote, a backslash or a control character.
    ///
    /// RFC 8259, section 7. There is room for six bytes already.
    @inline(__always)
    private final func appendEscape(of byte: UInt8) {
        let short: UInt8 =
            switch byte {
            case Ascii.quote, Ascii.backslash: byte
            case Ascii.backspace: 0x62
            case Ascii.formFeed: 0x66
            case Ascii.newline: 0x6E
            case Ascii.carriageReturn: 0x72
            case Ascii.tab: 0x74
            default: 0
            }
        base[count] = Ascii.backslash
        guard short == 0 else {
            base[count + 1] = short
            count += 2
            return
        }
        let digit = byte & 0xF
        base[count + 1] = 0x75
        base[count + 2] = Ascii.zero
        base[count + 3] = Ascii.zero
        base[count + 4] = Ascii.zero + byte >> 4
        base[count + 5] = digit < 10 ? Ascii.zero + digit : 0x57 + digit
        count += 6
    }
}

// MARK: - For the runtime

/// JSON text for those who write it by hand: log lines, error bodies.
package enum JSONText {
    /// Appends a string as a JSON string, with its quotes and escapes.
    package static func append(_ string: String, to bytes: inout [UInt8]) {
        var string = string
        string.withUTF8 { append(UnsafeRawBufferPointer($0), to: &bytes) }
    }

    /// Appends UTF-8 as a JSON string, with its quotes and escapes.
    ///
    /// Bytes that are not UTF-8 are replaced by U+FFFD, so that the result is always JSON.
    package static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        bytes.append(Ascii.quote)
        var runStart = 0
        var isASCII = true
        for index in text.indices {
            let byte = text[index]
            if byte >= 0x80 { isASCII = false }
            guard byte < Ascii.space || byte == Ascii.quote || byte == Ascii.backslash else {
                continue
            }
            appendRun(text[runStart..<index], isASCII, to: &bytes)
            runStart = index + 1
            isASCII = true
            appendEscape(of: byte, to: &bytes)
        }
        appendRun(text[runStart...], isASCII, to: &bytes)
        bytes.append(Ascii.quote)
    }

    private static func appendRun(
        _ run: Slice<UnsafeRawBufferPointer>,
        _ isASCII: Bool,
        to bytes: inout [UInt8]
    ) {
        if isASCII {
            bytes.append(contentsOf: run)
        } else {
            bytes.append(contentsOf: String(decoding: run, as: UTF8.self).utf8)
        }
    }

    private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(Ascii.backslash)
        switch byte {
        case Ascii.newline: bytes.append(0x6E)
        case Ascii.carriageReturn: bytes.append(0x72)
        case Ascii.tab: bytes.append(0x74)
        case Ascii.backspace: bytes.append(0x62)
        case Ascii.formFeed: bytes.append(0x66)
        case Ascii.quote, Ascii.backslash: bytes.append(byte)
        default:
            let digit = byte & 0xF
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(byte < 0x10 ? Ascii.zero : Ascii.zero + 1)
            bytes.append(digit < 10 ? Ascii.zero + digit : 0x57 + digit)
        }
    }
}
