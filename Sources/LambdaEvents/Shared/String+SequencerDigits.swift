extension String {
    /// The digits of a hexadecimal number by which S3 orders events, up to the last that is not
    /// zero, in one case.
    ///
    /// Of two numbers the shorter one counts as if zeros followed it, so the zeros at the end say
    /// nothing. The order of the ASCII codes of digits and lower-case letters is the order of the
    /// digits.
    package var sequencerDigits: [UInt8] {
        let end = utf8.lastIndex { $0 != UInt8(ascii: "0") }.map(utf8.index(after:))
        return utf8[..<(end ?? utf8.startIndex)].map(\.asciiLowercased)
    }
}
