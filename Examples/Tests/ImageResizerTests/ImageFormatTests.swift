import LambdaTesting
import Testing

@testable import ImageResizer

struct ImageFormatTests {
    /// Two rows of three pixels: red, green, blue; white, black, grey.
    private let image = Image(
        width: 3,
        height: 2,
        channels: 3,
        samples: [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 128, 128, 128]
    )

    @Test(arguments: [ImageFormat.bitmap, .portableMap])
    func readsWhatItWrites(format: ImageFormat) throws {
        let (decoded, found) = try ImageFormat.decode(format.encode(image))
        #expect(decoded == image)
        #expect(found == format)
    }

    @Test(arguments: 1...9)
    func fillsTheRowsOfABitmap(width: Int) throws {
        let samples = (0..<width * 6).map { UInt8($0) }
        let image = Image(width: width, height: 2, channels: 3, samples: samples)
        let file = Bitmap.encode(image)
        #expect(file.count == 54 + (width * 3 + 3) / 4 * 8)
        #expect(try Bitmap.decode(file) == image)
    }

    @Test
    func readsABitmapFromTheTop() throws {
        var file = Bitmap.encode(image)
        // The height becomes -2, and the rows change places.
        file.replaceSubrange(22..<26, with: [0xFE, 0xFF, 0xFF, 0xFF])
        let rows = (file[54..<66], file[66..<78])
        file.replaceSubrange(54..<78, with: rows.1 + rows.0)
        #expect(try Bitmap.decode(file) == image)
    }

    @Test
    func readsABitmapOf32Bits() throws {
        var file = Array(Bitmap.encode(image)[..<54])
        file[28] = 32
        for row in [1, 0] {
            for column in 0..<3 {
                let place = (row * 3 + column) * 3
                file += image.samples[place..<place + 3].reversed() + [0x7F]
            }
        }
        #expect(try Bitmap.decode(file) == image)
    }

    @Test
    func readsCommentsAndDimWhites() throws {
        let file = Array("P5 # grey\n#\n 2\t1\r\n15\n".utf8) + [0, 15]
        let image = try PortableMap.decode(file)
        #expect(image == Image(width: 2, height: 1, channels: 1, samples: [0, 255]))
        // The first sample looks like a space, and the last one is brighter than white.
        let odd = try PortableMap.decode(Array("P5 2 1 100 ".utf8) + [10, 200])
        #expect(odd.samples == [25, 255])
    }

    @Test
    func writesGreyAsItWas() throws {
        let grey = Image(width: 2, height: 1, channels: 1, samples: [1, 200])
        #expect(PortableMap.encode(grey) == Array("P5\n2 1\n255\n".utf8) + [1, 200])
        let colours = try Bitmap.decode(Bitmap.encode(grey))
        #expect(colours.samples == [1, 1, 1, 200, 200, 200])
    }

    @Test(arguments: [
        ("", ImageError.unknownFormat),
        ("P3 1 1 255 0 0 0", .unknownFormat),
        ("P6", .damaged("its header is impossible")),
        ("P6 0 1 255 ", .damaged("its header is impossible")),
        ("P6 -1 1 255 ", .damaged("its header is impossible")),
        ("P6 9999999999 1 255 ", .damaged("its header is impossible")),
        ("P6 999999999 999999999 255 abc", .damaged("pixels are missing")),
        ("P6 1 1 255 ab", .damaged("pixels are missing")),
        ("P5 1 1 255", .damaged("pixels are missing")),
        ("P5 1 1 65535 ab", .unsupported("has samples of two bytes")),
        ("P5 1 1 0 a", .damaged("its header is impossible")),
        ("P5 # without an end", .damaged("its header is impossible")),
        ("BM", .damaged("its header ends early")),
    ])
    func refusesAFile(text: String, error: ImageError) {
        #expect(throws: error) { try ImageFormat.decode(Array(text.utf8)) }
    }

    @Test(
        arguments: [
            (14, [12, 0, 0, 0], ImageError.unsupported("has a header of OS/2")),
            (28, [8, 0], .unsupported("is not of 24 or 32 bits without compression")),
            (30, [1, 0, 0, 0], .unsupported("is not of 24 or 32 bits without compression")),
            (18, [0, 0, 0, 0], .damaged("its header is impossible")),
            (18, [0xFF, 0xFF, 0xFF, 0xFF], .damaged("its header is impossible")),
            (22, [0, 0, 0, 0], .damaged("its header is impossible")),
            (22, [0, 0, 0, 0x80], .damaged("pixels are missing")),
            (22, [3, 0, 0, 0], .damaged("pixels are missing")),
            (18, [0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F], .damaged("pixels are missing")),
            (10, [0, 0, 0, 0], .damaged("its header is impossible")),
            (10, [0xFF, 0xFF, 0xFF, 0xFF], .damaged("pixels are missing")),
        ] as [(Int, [UInt8], ImageError)]
    )
    func refusesABitmap(place: Int, bytes: [UInt8], error: ImageError) {
        var file = Bitmap.encode(image)
        file.replaceSubrange(place..<place + bytes.count, with: bytes)
        #expect(throws: error) { try Bitmap.decode(file) }
    }

    @Test(arguments: [ImageFormat.bitmap, .portableMap])
    func survivesEveryCutAndEveryChangeOfAHeader(format: ImageFormat) {
        let file = format.encode(image)
        for length in file.indices {
            #expect(throws: ImageError.self) { try ImageFormat.decode(Array(file[..<length])) }
        }
        var read = 0
        for place in file.indices.prefix(54) {
            for byte in UInt8.min...UInt8.max {
                var changed = file
                changed[place] = byte
                guard let (image, _) = try? ImageFormat.decode(changed) else { continue }
                // What is read is whole.
                #expect(image.samples.count == image.width * image.height * image.channels)
                read += 1
            }
        }
        #expect(read > 0)
    }
}
