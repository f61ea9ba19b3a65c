import ObjectStores
import Testing

struct InMemoryObjectStoreTests {
    @Test
    func keepsWhatIsStored() async throws {
        let store = InMemoryObjectStore(["photos": ["a": [1, 2]]])
        #expect(try await store.object("a", in: "photos", upTo: 2) == [1, 2])
        #expect(try await store.object("b", in: "photos", upTo: 2) == nil)
        await store.put([3], as: "b", in: "thumbnails", contentType: "image/bmp")
        #expect(
            await store.buckets["thumbnails"] == [
                "b": .init(content: [3], contentType: "image/bmp")
            ]
        )
        await #expect(throws: ObjectStoreError.self) {
            try await store.object("a", in: "photos", upTo: 1)
        }
    }
}
