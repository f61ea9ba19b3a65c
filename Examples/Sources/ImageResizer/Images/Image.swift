/// Pixels in rows from the top, each pixel with a sample for each channel.
struct Image: Equatable, Sendable {
    let width: Int
    let height: Int
    /// 1 for grey, 3 for red, green and blue.
    let channels: Int
    let samples: [UInt8]

    /// Creates an image.
    ///
    /// - Parameters:
    ///   - width: At least 1.
    ///   - height: At least 1.
    ///   - channels: 1 or 3.
    ///   - samples: As many as that makes.
    init(width: Int, height: Int, channels: Int, samples: [UInt8]) {
        self.width = width
        self.height = height
        self.channels = channels
        self.samples = samples
    }
}

/// Why a file is no image that can be read.
///
/// Nothing of the file is in it, as it goes to the log.
enum ImageError: Error, Equatable, CustomStringConvertible {
    case unknownFormat
    case unsupported(String)
    case damaged(String)

    var description: String {
        switch self {
        case .unknownFormat: "The file is no BMP, PGM or PPM image."
        case .unsupported(let what): "The image \(what)."
        case .damaged(let what): "The image is damaged: \(what)."
        }
    }
}
