import LambdaS3Events
import LambdaTesting
import ObjectStores
import Testing

@testable import ImageResizer

struct ImageResizerTests {
    /// The objects that the event of the fixture is about.
    private func makeStore() throws -> InMemoryObjectStore {
        InMemoryObjectStore([
            "holiday-photos": [
                "2026/red flower.bmp": try Fixture("images/flower.bmp").bytes,
                "2026/Café 🌻 1+1.ppm": try Fixture("images/tall-flower.ppm").bytes,
                "2026/notes.txt": Array("Water the flowers.\n".utf8),
            ]
        ])
    }

    @Test
    func writesAThumbnailOfEachImage() async throws {
        let store = try makeStore()
        let event = try S3Event(fixture: "object-created.json")
        let resizer = ImageResizer(store: store, thumbnails: "thumbnails", edge: 60)

        let summary = try await resizer.handle(event, context: .test())

        #expect(
            summary.thumbnails == [
                Thumbnail(bucket: "thumbnails", key: "2026/red flower.bmp", width: 60, height: 40),
                Thumbnail(bucket: "thumbnails", key: "2026/Café 🌻 1+1.ppm", width: 23, height: 60),
            ]
        )
        #expect(summary.refused == 1)
        let objects = try #require(await store.buckets["thumbnails"])
        #expect(objects.count == 2)
        let flower = try #require(objects["2026/red flower.bmp"])
        #expect(flower.contentType == "image/bmp")
        let (image, format) = try ImageFormat.decode(flower.content)
        #expect(format == .bitmap)
        #expect((image.width, image.height) == (60, 40))
        // The middle of the flower is yellow, the corner of the meadow green.
        let middle = (20 * 60 + 30) * 3
        #expect(Array(image.samples[middle..<middle + 3]) == [240, 200, 40])
        #expect(Array(image.samples[..<3]) == [60, 140, 60])
    }

    @Test
    func neverWritesIntoTheBucketItReads() async throws {
        let store = try makeStore()
        let event = try S3Event(fixture: "object-created.json")
        let log = CapturedLog()
        let resizer = ImageResizer(store: store, thumbnails: "holiday-photos")
        let before = await store.buckets

        let summary = try await resizer.handle(event, context: .test(logger: log.logger()))

        #expect(summary == Summary(skipped: 3))
        #expect(await store.buckets == before)
        #expect(log.records.contains(.warn, "The bucket of the thumbnails notifies this function."))
    }

    @Test
    func takesATestEventWithoutRecords() async throws {
        let store = InMemoryObjectStore()
        let event = try S3Event(fixture: "test-event.json")
        let resizer = ImageResizer(store: store, thumbnails: "thumbnails")
        let summary = try await resizer.handle(event, context: .test())
        #expect(summary == Summary())
        #expect(await store.buckets.isEmpty)
    }

    @Test
    func ignoresWhatIsRemoved() async throws {
        let resizer = ImageResizer(store: try makeStore(), thumbnails: "thumbnails")
        let event = S3Event.sample(
            key: "2026/red flower.bmp",
            eventName: .objectRemovedDelete,
            bucket: "holiday-photos"
        )
        #expect(try await resizer.handle(event, context: .test()) == Summary())
    }

    @Test
    func skipsAnObjectThatIsGone() async throws {
        let resizer = ImageResizer(store: try makeStore(), thumbnails: "thumbnails")
        let event = S3Event.sample(key: "2026/gone.bmp", bucket: "holiday-photos")
        #expect(try await resizer.handle(event, context: .test()) == Summary(skipped: 1))
    }

    @Test
    func writesTheSameThumbnailForAnEventThatComesTwice() async throws {
        let store = try makeStore()
        let event = S3Event.sample(key: "2026/red flower.bmp", bucket: "holiday-photos")
        let resizer = ImageResizer(store: store, thumbnails: "thumbnails")
        _ = try await resizer.handle(event, context: .test())
        let before = await store.buckets
        _ = try await resizer.handle(event, context: .test())
        #expect(await store.buckets == before)
    }

    @Test
    func saysWhyThereIsNoThumbnail() async throws {
        let store = InMemoryObjectStore(["photos": ["a.bmp": Array("BM and nothing else".utf8)]])
        let log = CapturedLog()
        let summary = try await ImageResizer(store: store, thumbnails: "thumbnails")
            .handle(.sample(key: "a.bmp", bucket: "photos"), context: .test(logger: log.logger()))
        #expect(summary == Summary(refused: 1))
        #expect(
            log.records.contains(
                .warn,
                "There is no thumbnail of this object.",
                ["reason": "The image is damaged: its header ends early."]
            )
        )
    }

    @Test
    func failsIfTheStoreDoes() async throws {
        let event = S3Event.sample(key: "a.bmp", bucket: "photos")
        let failure = ObjectStoreError(.failed, "GET returned status 503. Expected 200.")
        try await withLambda(
            ImageResizer(store: BrokenStore(error: failure), thumbnails: "thumbnails")
        ) { lambda in
            let invocation = try await lambda.invoke(event)
            #expect(invocation.error?.type == "ObjectStoreError")
            #expect(invocation.error?.message == failure.description)
        }
    }

    @Test(arguments: [ObjectStoreError.Kind.tooLarge, .invalidKey])
    func refusesAnObjectThatItWillNeverRead(kind: ObjectStoreError.Kind) async throws {
        let store = BrokenStore(error: ObjectStoreError(kind, "No."))
        let summary = try await ImageResizer(store: store, thumbnails: "thumbnails")
            .handle(.sample(key: "a.bmp", bucket: "photos"), context: .test())
        #expect(summary == Summary(refused: 1))
    }

    @Test
    func answersThroughTheLoop() async throws {
        let resizer = ImageResizer(store: try makeStore(), thumbnails: "thumbnails")
        try await withLambda(resizer) { lambda in
            let created = try await lambda.invoke(fixture: "object-created.json")
            try GoldenFile("summaries/object-created.json").expect(created)
            let tested = try await lambda.invoke(fixture: "test-event.json")
            #expect(try tested.text == #"{"thumbnails":[],"skipped":0,"refused":0}"#)
            #expect(tested.logs.contains(.info, "The notifications of the bucket are configured."))
        }
    }
}

/// A store that fails.
private struct BrokenStore: ObjectStore {
    let error: ObjectStoreError

    func object(_ key: String, in bucket: String, upTo limit: Int) throws -> [UInt8]? {
        throw error
    }

    func put(_ content: [UInt8], as key: String, in bucket: String, contentType: String) throws {
        throw error
    }
}
