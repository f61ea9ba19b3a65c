/// The formats that need no codec: pixels behind a short header.
enum ImageFormat: Equatable {
    case bitmap
    case portableMap

    var contentType: String {
        switch self {
        case .bitmap: "image/bmp"
        case .portableMap: "image/x-portable-anymap"
        }
    }

    /// Reads an image in the format that its first bytes tell.
    ///
    /// The header is written by whoever uploads, so all that it says is checked against the file.
    static func decode(_ file: [UInt8]) throws(ImageError) -> (Image, ImageFormat) {
        if file.starts(with: "BM".utf8) { return (try Bitmap.decode(file), .bitmap) }
        if file.starts(with: "P5".utf8) || file.starts(with: "P6".utf8) {
            return (try PortableMap.decode(file), .portableMap)
        }
        throw .unknownFormat
    }

    func encode(_ image: Image) -> [UInt8] {
        switch self {
        case .bitmap: Bitmap.encode(image)
        case .portableMap: PortableMap.encode(image)
        }
    }
}
