/// Uncompressed BMP files.
///
/// ```
///  0  "BM"                    14  size of what follows: 40 and more
///  2  size of the file        18  width
/// 10  where the pixels are    22  height: negative if the first row is the top one
///                             28  bits of a pixel
///                             30  compression: 0 for none
/// ```
///
/// Numbers are little-endian. Pixels are blue, green, red, and at 32 bits a byte that says nothing.
/// Rows begin at multiples of four bytes.
enum Bitmap {
    private static let headerSize = 54

    static func decode(_ file: [UInt8]) throws(ImageError) -> Image {
        guard file.count >= headerSize else { throw .damaged("its header ends early") }
        guard unsigned(file, 14) >= 40 else { throw .unsupported("has a header of OS/2") }
        let start = unsigned(file, 10)
        let width = signed(file, 18)
        let rows = signed(file, 22)
        let bits = unsigned(file, 28) & 0xFFFF
        guard bits == 24 || bits == 32, unsigned(file, 30) == 0 else {
            throw .unsupported("is not of 24 or 32 bits without compression")
        }
        guard width > 0, rows != 0, start >= headerSize else {
            throw .damaged("its header is impossible")
        }
        let height = abs(rows)
        // Widths and heights have 31 bits, so that this is less than 2^36.
        let stride = (width * bits + 31) / 32 * 4
        let (size, isTooMuch) = stride.multipliedReportingOverflow(by: height)
        guard !isTooMuch, size <= file.count - start else { throw .damaged("pixels are missing") }

        var samples: [UInt8] = []
        samples.reserveCapacity(width * height * 3)
        for row in 0..<height {
            var place = start + stride * (rows < 0 ? row : height - 1 - row)
            for _ in 0..<width {
                samples.append(file[place + 2])
                samples.append(file[place + 1])
                samples.append(file[place])
                place += bits / 8
            }
        }
        return Image(width: width, height: height, channels: 3, samples: samples)
    }

    /// Writes an image with 24 bits, its bottom row first.
    static func encode(_ image: Image) -> [UInt8] {
        let stride = (image.width * 3 + 3) / 4 * 4
        let size = stride * image.height
        var file = Array("BM".utf8)
        file.reserveCapacity(headerSize + size)
        for number in [headerSize + size, 0, headerSize, 40, image.width, image.height] {
            append(number, to: &file)
        }
        // One plane of 24 bits, no compression, and 2835 pixels to the metre: 72 to the inch.
        for number in [1 | 24 << 16, 0, size, 2835, 2835, 0, 0] { append(number, to: &file) }
        for row in (0..<image.height).reversed() {
            for column in 0..<image.width {
                let place = (row * image.width + column) * image.channels
                for channel in (0..<3).reversed() {
                    file.append(image.samples[place + min(channel, image.channels - 1)])
                }
            }
            while (file.count - headerSize) % 4 != 0 { file.append(0) }
        }
        return file
    }

    private static func unsigned(_ file: [UInt8], _ place: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(file[place + $1]) << ($1 * 8) }
    }

    private static func signed(_ file: [UInt8], _ place: Int) -> Int {
        Int(Int32(truncatingIfNeeded: unsigned(file, place)))
    }

    private static func append(_ number: Int, to file: inout [UInt8]) {
        for shift in stride(from: 0, to: 32, by: 8) {
            file.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
