import ObjectStores
import Testing

struct FolderObjectStoreTests {
    @Test(arguments: ["notes.txt", "2026/red flower.bmp", "2026/Café 🌻 1+1.ppm", "..a/b.."])
    func keepsWhatIsStored(key: String) async throws {
        let folder = try TemporaryFolder()
        let store = FolderObjectStore(root: folder.path + "/made/when needed")
        #expect(try store.object(key, in: "photos", upTo: 100) == nil)
        for content in [[1, 2, 3], [4], []] as [[UInt8]] {
            try store.put(content, as: key, in: "photos", contentType: "image/bmp")
            #expect(try store.object(key, in: "photos", upTo: 3) == content)
        }
        #expect(try store.object(key, in: "thumbnails", upTo: 100) == nil)
    }

    @Test
    func refusesAnObjectThatIsTooLarge() throws {
        let store = FolderObjectStore(root: try TemporaryFolder().path)
        let content = [UInt8](repeating: 7, count: 200_000)
        try store.put(content, as: "a", in: "photos", contentType: "image/bmp")
        #expect(try store.object("a", in: "photos", upTo: 200_000) == content)
        let error = #expect(throws: ObjectStoreError.self) {
            try store.object("a", in: "photos", upTo: 199_999)
        }
        #expect(error?.kind == .tooLarge)
    }

    @Test(arguments: ["../secret", "a/../../secret", "a//b", "/etc/passwd", "a/", ".", "", "a\0b"])
    func staysInItsFolder(key: String) throws {
        let store = FolderObjectStore(root: try TemporaryFolder().path)
        let reading = #expect(throws: ObjectStoreError.self) {
            try store.object(key, in: "photos", upTo: 100)
        }
        #expect(reading?.kind == .invalidKey)
        let writing = #expect(throws: ObjectStoreError.self) {
            try store.put([1], as: key, in: "photos", contentType: "text/plain")
        }
        #expect(writing?.kind == .invalidKey)
    }

    @Test(arguments: ["..", "a/b", ""])
    func staysInItsFolderWithAnyBucket(bucket: String) throws {
        let store = FolderObjectStore(root: try TemporaryFolder().path)
        #expect(throws: ObjectStoreError.self) { try store.object("a", in: bucket, upTo: 100) }
    }

    @Test
    func saysWhyItCannotWrite() throws {
        let folder = try TemporaryFolder()
        let store = FolderObjectStore(root: folder.path)
        try store.put([1], as: "a", in: "photos", contentType: "text/plain")
        let error = #expect(throws: ObjectStoreError.self) {
            try store.put([1], as: "a/b", in: "photos", contentType: "text/plain")
        }
        #expect(error?.kind == .failed)
        let path = folder.path + "/photos/a/b"
        #expect(error?.description == "Could not write \(path): Not a directory.")
    }
}
