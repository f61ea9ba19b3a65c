/// A ZIP archive whose bytes follow from its files alone.
///
/// Files come in the order of their names, with no time but the earliest there is, no owner, and the permissions
/// that matter: whether a file can be executed. So the same files are the same bytes, whenever, wherever and
/// by whomever they are packed, and `CodeSha256` of a function tells whether its code has changed.
///
/// PKWARE's APPNOTE.TXT 6.3.10. Lambda takes no archive in which sizes need 64 bits.
struct ZipArchive {
    struct File {
        var path: String
        var bytes: [UInt8]
        var isExecutable: Bool
    }

    /// 1980-01-01 00:00:00, the zero of MS-DOS.
    private static let date: UInt16 = 1 << 5 | 1
    /// Names are UTF-8.
    private static let flags: UInt16 = 1 << 11
    private static let version: UInt16 = 20
    /// Made on Unix: the upper half of the attributes is a mode.
    private static let madeBy: UInt16 = 3 << 8 | version
    private static let deflated: UInt16 = 8

    private let bytes: [UInt8]

    /// Packs files, each with a path of its own.
    ///
    /// - Throws: ``ToolError`` if they are too many or too large.
    init(_ files: [File]) throws {
        var output = LittleEndianBytes()
        var directory = LittleEndianBytes()
        guard files.count < 0xFFFF, files.allSatisfy({ $0.bytes.count < 1 << 30 }) else {
            throw ToolError(
                "The archive would have \(files.count) files, or one of more than 1 GB. Lambda takes "
                    + "250 MB in all. Leave resources out, or read them from Amazon S3."
            )
        }
        for file in files.sorted(by: {
            Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8))
        }) {
            let compressed = Deflate.compress(file.bytes)
            let name = Array(file.path.utf8)
            let offset = UInt32(truncatingIfNeeded: output.bytes.count)

            var description = LittleEndianBytes()
            description.append(Self.version)
            description.append(Self.flags)
            description.append(Self.deflated)
            description.append(UInt16(0))
            description.append(Self.date)
            description.append(CRC32.checksum(file.bytes))
            description.append(UInt32(truncatingIfNeeded: compressed.count))
            description.append(UInt32(truncatingIfNeeded: file.bytes.count))
            description.append(UInt16(truncatingIfNeeded: name.count))
            description.append(UInt16(0))

            output.append(UInt32(0x0403_4B50))
            output.append(description.bytes)
            output.append(name)
            output.append(compressed)

            directory.append(UInt32(0x0201_4B50))
            directory.append(Self.madeBy)
            directory.append(description.bytes)
            directory.append(UInt16(0))
            directory.append(UInt16(0))
            directory.append(UInt16(0))
            let mode: UInt32 = 0o100_000 | (file.isExecutable ? 0o755 : 0o644)
            directory.append(mode << 16)
            directory.append(offset)
            directory.append(name)
        }
        let start = output.bytes.count
        guard start + directory.bytes.count < 1 << 31 else {
            throw ToolError("The archive would be larger than 2 GB. Lambda takes 250 MB, unpacked.")
        }
        output.append(directory.bytes)
        output.append(UInt32(0x0605_4B50))
        output.append(UInt32(0))
        output.append(UInt16(truncatingIfNeeded: files.count))
        output.append(UInt16(truncatingIfNeeded: files.count))
        output.append(UInt32(truncatingIfNeeded: directory.bytes.count))
        output.append(UInt32(truncatingIfNeeded: start))
        output.append(UInt16(0))
        bytes = output.bytes
    }

    /// The archive as it is written to a file.
    func encoded() -> [UInt8] { bytes }
}
