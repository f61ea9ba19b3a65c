extension JSONDocument {
    /// Decodes a string.
    @inline(__always)
    func string(at index: Int, in parent: Int) throws -> String {
        guard Tape.holds(index), kind(at: index).isString else {
            throw mismatch(String.self, "a string", at: index, in: parent)
        }
        return string(at: index)
    }

    /// The string at an index where there is one.
    func string(at index: Int) -> String {
        let kind = kind(at: index)
        guard !kind.hasEscapes else { return unescaped(text(at: index), isASCII: kind.isASCII) }
        return string(of: text(at: index), isASCII: kind.isASCII)
    }

    /// A string of text that stands for itself.
    @inline(__always)
    func string(of text: UnsafeRawBufferPointer, isASCII: Bool) -> String {
        #if os(Linux)
        if text.count <= ShortString.limit, let source = text.baseAddress, hasShortStrings {
            return ShortString.make(source, text.count, isASCII: isASCII)
        }
        #endif
        return String(validated: text, isASCII: isASCII)
    }

    /// Decodes an array of strings.
    func strings(inArray array: Int) throws -> [String] {
        var strings: [String] = []
        strings.reserveCapacity(
            JSONDocument.reservation(for: String.self, count: Tape.detail(tape[array]))
        )
        let end = Tape.end(tape[array + 1])
        var element = array + Tape.headLength
        while element < end {
            guard kind(at: element).isString else {
                throw mismatch(String.self, "a string", at: element, in: array)
            }
            strings.append(string(at: element))
            element += 1
        }
        return strings
    }

    /// Decodes a dictionary of strings.
    func strings(inObject object: Int) throws -> [String: String] {
        noteTextKeys(of: object)
        var strings = [String: String](
            minimumCapacity: JSONDocument.reservation(
                for: (String, String).self,
                count: Tape.detail(tape[object])
            )
        )
        let end = Tape.end(tape[object + 1])
        var key = object + Tape.headLength
        while key < end {
            if kind(at: key) != .repeatedKey {
                let name = name(at: key)
                if kind(at: key + 1).isString {
                    // Of members with equal names the first counts.
                    if let first = strings.updateValue(string(at: key + 1), forKey: name) {
                        strings[name] = first
                    }
                } else if strings[name] == nil {
                    throw mismatch(String.self, "a string", at: key + 1, in: object)
                }
            }
            key = self.end(of: key + 1)
        }
        return strings
    }

    /// Makes a string that may have escapes.
    ///
    /// The scan has checked the escapes, so that each is complete. A short string is unescaped into
    /// the document's own memory first and copied from there: the standard library would validate
    /// what is written into a string directly, which takes longer than to copy it.
    func unescaped(_ text: UnsafeRawBufferPointer, isASCII: Bool) -> String {
        guard let source = text.baseAddress else { return "" }
        guard text.count > 16_384 else {
            let scratch = reserveScratch(text.count)
            let length = Unescaper.copy(source, text.count, to: scratch)
            return String(
                validated: UnsafeRawBufferPointer(start: scratch, count: length),
                isASCII: isASCII
            )
        }
        return String(unsafeUninitializedCapacity: text.count) { target in
            guard let start = target.baseAddress else { return 0 }
            return Unescaper.copy(source, text.count, to: start)
        }
    }
}

/// Replaces escapes by what they stand for.
enum Unescaper {
    /// Copies the text of a string to memory of at least the same length.
    ///
    /// - Returns: The number of bytes written.
    static func copy(
        _ source: UnsafeRawPointer,
        _ count: Int,
        to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let target = UnsafeMutableRawPointer(target)
        var read = 0
        var written = 0
        while true {
            // Eight bytes at a time, up to the next backslash. What is stored beyond it is written
            // over; as no more is ever written than read, it is within the memory.
            while read &+ 8 <= count {
                let word = source.loadUnaligned(fromByteOffset: read, as: UInt64.self)
                target.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
                let difference = UInt64(littleEndian: word) ^ Bits.everyByte(Ascii.backslash)
                let marks = (difference &- Bits.lowBits) & ~difference & Bits.highBits
                let length = marks == 0 ? 8 : Bits.firstMark(marks)
                read &+= length
                written &+= length
                if marks != 0 { break }
            }
            while read < count {
                let byte = source.load(fromByteOffset: read, as: UInt8.self)
                if byte == Ascii.backslash { break }
                target.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
                read &+= 1
                written &+= 1
            }
            guard read + 1 < count else { return written }
            let escape = source.load(fromByteOffset: read + 1, as: UInt8.self)
            if escape == 0x75 {
                written += encode(scalar(source, at: &read), to: target + written)
            } else {
                target.storeBytes(of: character(escape), toByteOffset: written, as: UInt8.self)
                written += 1
                read += 2
            }
        }
    }

    @inline(__always)
    private static func character(_ escape: UInt8) -> UInt8 {
        switch escape {
        case 0x62: Ascii.backspace
        case 0x66: Ascii.formFeed
        case 0x6E: Ascii.newline
        case 0x72: Ascii.carriageReturn
        case 0x74: Ascii.tab
        default: escape
        }
    }

    /// Reads `\uXXXX`, or two of them that form a pair.
    private static func scalar(_ source: UnsafeRawPointer, at read: inout Int) -> UInt32 {
        let unit = hex(source + read + 2)
        read += 6
        guard unit & 0xFC00 == 0xD800 else { return unit }
        let low = hex(source + read + 2)
        read += 6
        return 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    }

    private static func hex(_ digits: UnsafeRawPointer) -> UInt32 {
        var unit: UInt32 = 0
        for index in 0..<4 {
            let digit = digits.load(fromByteOffset: index, as: UInt8.self)
            unit = unit << 4 | UInt32(Ascii.hexValue(digit) ?? 0)
        }
        return unit
    }

    /// Writes a scalar as UTF-8, which is never longer than its escape.
    private static func encode(_ scalar: UInt32, to target: UnsafeMutableRawPointer) -> Int {
        let target = target.assumingMemoryBound(to: UInt8.self)
        func trail(_ shift: UInt32) -> UInt8 {
            0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F)
        }
        switch scalar {
        case 0..<0x80:
            target[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        case 0x80..<0x800:
            target[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
            target[1] = trail(0)
            return 2
        case 0x800..<0x10000:
            target[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
            target[1] = trail(6)
            target[2] = trail(0)
            return 3
        default:
            target[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
            target[1] = trail(12)
            target[2] = trail(6)
            target[3] = trail(0)
            return 4
        }
    }
}

extension String {
    /// Makes a string of bytes that the scan has found to be well-formed UTF-8.
    ///
    /// Validating a second time took a tenth of the time of decoding ten SQS records. Where the
    /// standard library may be older than `UTF8Span`, as on macOS 15, it is done all the same.
    @inline(__always)
    init(validated text: UnsafeRawBufferPointer, isASCII: Bool) {
        #if os(Linux)
        if text.count <= 15, let source = text.baseAddress {
            // What fits into the string itself is faster copied than validated.
            self.init(unsafeUninitializedCapacity: text.count) { target in
                target.baseAddress.map { String.copyShort(source, text.count, to: $0) } ?? 0
            }
            return
        }
        let bytes = Span<UInt8>(_unsafeBytes: text)
        self.init(copying: UTF8Span(unchecked: bytes, isKnownASCII: isASCII))
        #else
        self.init(decoding: text, as: UTF8.self)
        #endif
    }

    /// Copies up to 16 bytes by at most two loads and stores, which may overlap.
    @inline(__always)
    private static func copyShort(
        _ source: UnsafeRawPointer,
        _ count: Int,
        to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let target = UnsafeMutableRawPointer(target)
        if count >= 8 {
            let head = source.loadUnaligned(as: UInt64.self)
            let tail = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            target.storeBytes(of: head, as: UInt64.self)
            target.storeBytes(of: tail, toByteOffset: count - 8, as: UInt64.self)
        } else if count >= 4 {
            let head = source.loadUnaligned(as: UInt32.self)
            let tail = source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            target.storeBytes(of: head, as: UInt32.self)
            target.storeBytes(of: tail, toByteOffset: count - 4, as: UInt32.self)
        } else {
            for index in 0..<count {
                let byte = source.load(fromByteOffset: index, as: UInt8.self)
                target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
            }
        }
        return count
    }
}
