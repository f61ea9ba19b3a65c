/// The binary files of the Netpbm programs: PGM, which is grey, and PPM, which is red, green and blue.
///
/// ```
/// P6            P5 for grey
/// # a comment
/// 640 480       width and height
/// 255           the sample that is white
/// …             the samples, a byte each
/// ```
enum PortableMap {
    static func decode(_ file: [UInt8]) throws(ImageError) -> Image {
        let channels = file.starts(with: "P6".utf8) ? 3 : 1
        var header = Header(rest: file.dropFirst(2))
        let width = try header.number()
        let height = try header.number()
        let white = try header.number()
        guard width > 0, height > 0, white > 0 else { throw .damaged("its header is impossible") }
        guard white <= 255 else { throw .unsupported("has samples of two bytes") }
        // One space, and it may well be followed by a sample that looks like one.
        let pixels = header.rest.dropFirst()
        // Numbers have at most nine digits, so that this is less than 2^62.
        let count = width * height * channels
        guard count <= pixels.count else { throw .damaged("pixels are missing") }
        // A sample brighter than white is white.
        let samples = pixels.prefix(count).map { sample in
            white == 255 ? sample : UInt8(min(Int(sample), white) * 255 / white)
        }
        return Image(width: width, height: height, channels: channels, samples: samples)
    }

    static func encode(_ image: Image) -> [UInt8] {
        let kind = image.channels == 1 ? "P5" : "P6"
        return Array("\(kind)\n\(image.width) \(image.height)\n255\n".utf8) + image.samples
    }

    private struct Header {
        var rest: ArraySlice<UInt8>

        mutating func number() throws(ImageError) -> Int {
            skipSpaces()
            let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            guard 1...9 ~= digits.count else { throw .damaged("its header is impossible") }
            rest = rest.dropFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        private mutating func skipSpaces() {
            while let byte = rest.first {
                if byte == UInt8(ascii: "#") {
                    rest = rest.drop { $0 != UInt8(ascii: "\n") }
                } else if byte == UInt8(ascii: " ") || 9...13 ~= byte {
                    rest = rest.dropFirst()
                } else {
                    return
                }
            }
        }
    }
}
