import Testing

@testable import LambdaTool

struct ZipArchiveTests {
    private let files = [
        ZipArchive.File(path: "data/é.txt", bytes: Array("flowers".utf8), isExecutable: false),
        ZipArchive.File(path: "bootstrap", bytes: [1, 2, 3], isExecutable: true),
    ]

    @Test
    func isTheSameWhateverTheOrder() throws {
        let archive = try ZipArchive(files).encoded()
        #expect(try ZipArchive(files.reversed()).encoded() == archive)
    }

    @Test
    func sortsItsFilesAndGivesThemTheirMode() throws {
        let archive = try ZipArchive(files).encoded()
        // The directory: the signature, the versions, and further on the attributes.
        let starts = archive.indices.filter { archive[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
        let names = starts.map { start in
            String(
                decoding: archive[(start + 46)...].prefix(Int(archive[start + 28])),
                as: UTF8.self
            )
        }
        #expect(names == ["bootstrap", "data/é.txt"])
        let modes = starts.map { Int(archive[$0 + 40]) | Int(archive[$0 + 41]) << 8 }
        #expect(modes == [0o100755, 0o100644])
        #expect(starts.allSatisfy { archive[$0 + 5] == 3 })
    }

    @Test
    func carriesNoTime() throws {
        let archive = try ZipArchive(files).encoded()
        #expect(archive[10..<14] == [0, 0, 0x21, 0])
    }

    @Test
    func countsItsFiles() throws {
        let end = try ZipArchive(files).encoded().suffix(22)
        #expect(Array(end.prefix(12)) == [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 2, 0, 2, 0])
    }

    @Test
    func checksumsAreThoseOfTheFormat() {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }
}
