/// Base64 (RFC 4648) without Foundation.
package enum Base64 {
    /// Decodes text, leniently: both alphabets, with or without padding, line breaks and blanks
    /// anywhere.
    ///
    /// `nil` for other characters, and for a length no bytes encode to.
    package static func decode(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { characters in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(characters.count / 4 * 3 + 3)
            var bits: UInt32 = 0
            var sextets = 0
            var isPadded = false
            for character in characters {
                if let sextet = sextet(of: character) {
                    guard !isPadded else { return nil }
                    bits = bits << 6 | UInt32(sextet)
                    sextets += 1
                    if sextets == 4 {
                        bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                        bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                        bytes.append(UInt8(truncatingIfNeeded: bits))
                        bits = 0
                        sextets = 0
                    }
                } else if character == UInt8(ascii: "=") {
                    isPadded = true
                } else if !isBlank(character) {
                    return nil
                }
            }
            switch sextets {
            case 0:
                break
            case 2:
                bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
            case 3:
                bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
                bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
            default:
                return nil
            }
            return bytes
        }
    }

    /// Encodes bytes in the standard alphabet, with padding.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        // One copy of the loop, over memory: generic code is not specialized for other modules.
        if let text = bytes.withContiguousStorageIfAvailable(encode(contiguous:)) { return text }
        return Array(bytes).withUnsafeBufferPointer(encode(contiguous:))
    }

    private static func encode(contiguous bytes: UnsafeBufferPointer<UInt8>) -> String {
        let (groups, rest) = bytes.count.quotientAndRemainder(dividingBy: 3)
        let count = groups * 4 + (rest == 0 ? 0 : 4)
        return String(unsafeUninitializedCapacity: count) { characters in
            var read = 0
            var written = 0
            for _ in 0..<groups {
                let bits =
                    UInt32(bytes[read]) << 16 | UInt32(bytes[read + 1]) << 8
                    | UInt32(bytes[read + 2])
                characters[written] = character(of: bits >> 18)
                characters[written + 1] = character(of: bits >> 12)
                characters[written + 2] = character(of: bits >> 6)
                characters[written + 3] = character(of: bits)
                read += 3
                written += 4
            }
            guard rest > 0 else { return count }
            let second = rest == 2 ? UInt32(bytes[read + 1]) : 0
            let bits = UInt32(bytes[read]) << 16 | second << 8
            characters[written] = character(of: bits >> 18)
            characters[written + 1] = character(of: bits >> 12)
            characters[written + 2] = rest == 2 ? character(of: bits >> 6) : UInt8(ascii: "=")
            characters[written + 3] = UInt8(ascii: "=")
            return count
        }
    }

    private static func sextet(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func character(of bits: UInt32) -> UInt8 {
        let sextet = UInt8(truncatingIfNeeded: bits & 0x3f)
        return switch sextet {
        case 0..<26: sextet + UInt8(ascii: "A")
        case 26..<52: sextet - 26 + UInt8(ascii: "a")
        case 52..<62: sextet - 52 + UInt8(ascii: "0")
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }

    private static func isBlank(_ character: UInt8) -> Bool {
        character == UInt8(ascii: " ") || (0x09...0x0d).contains(character)
    }
}
