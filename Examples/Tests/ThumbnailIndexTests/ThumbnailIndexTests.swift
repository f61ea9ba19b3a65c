import LambdaS3Events
import LambdaTesting
import Testing

@testable import ThumbnailIndex

struct ThumbnailIndexTests {
    @Test
    func asksForAThumbnailOfEachImage() async throws {
        let event = try S3Event(fixture: "object-created.json")
        let summary = try await ThumbnailIndex().handle(event, context: .test())
        #expect(
            summary.thumbnails == [
                Thumbnail(
                    bucket: "holiday-photos",
                    image: "2026/red flower.jpg",
                    thumbnail: "thumbnails/2026/red flower.jpg"
                ),
                Thumbnail(
                    bucket: "holiday-photos",
                    image: "2026/Café 🌻.PNG",
                    thumbnail: "thumbnails/2026/Café 🌻.PNG"
                ),
            ]
        )
        #expect(summary.skipped == 1)
    }

    @Test
    func skipsItsOwnThumbnails() async throws {
        let event = try S3Event(fixture: "object-created.json")
        let summary = try await ThumbnailIndex(folder: "2026/").handle(event, context: .test())
        #expect(summary == Summary(skipped: 3))
    }

    @Test
    func ignoresWhatIsRemoved() async throws {
        var event = try S3Event(fixture: "object-created.json")
        for index in event.records.indices {
            event.records[index].eventName = .objectRemovedDelete
        }
        let summary = try await ThumbnailIndex().handle(event, context: .test())
        #expect(summary == Summary())
    }

    @Test
    func takesATestEventWithoutRecords() async throws {
        let event = try S3Event(fixture: "test-event.json")
        let summary = try await ThumbnailIndex().handle(event, context: .test())
        #expect(summary == Summary())
    }

    @Test
    func handlesEveryFixtureThroughTheLoop() async throws {
        try await withLambda(ThumbnailIndex.self) { lambda in
            let created = try await lambda.invoke(fixture: "object-created.json")
            try GoldenFile("summaries/object-created.json").expect(created)
            let tested = try await lambda.invoke(fixture: "test-event.json")
            #expect(try tested.text == #"{"thumbnails":[],"skipped":0}"#)
            #expect(tested.logs.contains(.info, "The notifications of the bucket are configured."))
        }
    }

    @Test
    func skipsWhatIsNoImage() async throws {
        let event = try S3Event(
            fixture: "object-created.json",
            replacing: [
                "Records[0].s3.object.key": "notes.txt",
                "Records[1].s3.object.key": "archive.zip",
            ]
        )
        let summary = try await ThumbnailIndex().handle(event, context: .test())
        #expect(summary == Summary(skipped: 3))
    }
}
