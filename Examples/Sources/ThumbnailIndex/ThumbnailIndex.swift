import LambdaRuntime
import LambdaS3Events

/// Says which thumbnails the new objects of a bucket call for, and where they belong.
@main
struct ThumbnailIndex: LambdaHandler {
    /// The folder that thumbnails go to.
    ///
    /// What arrives there is skipped: a function that writes into the bucket it watches would
    /// otherwise call itself for ever.
    let folder: String

    init() { self.init(folder: "thumbnails/") }

    init(folder: String) { self.folder = folder }

    func handle(_ event: S3Event, context: LambdaContext) async throws -> Summary {
        if event.testEvent != nil {
            context.logger.info("The notifications of the bucket are configured.")
        }
        var summary = Summary()
        for record in event.records where record.category == .objectCreated {
            let key = record.s3.object.decodedKey
            if isImage(key), !key.hasPrefix(folder) {
                summary.thumbnails.append(
                    Thumbnail(bucket: record.s3.bucket.name, image: key, thumbnail: folder + key)
                )
            } else {
                summary.skipped += 1
            }
        }
        return summary
    }

    private func isImage(_ key: String) -> Bool {
        [".jpg", ".jpeg", ".png"].contains { key.lowercased().hasSuffix($0) }
    }
}

struct Summary: Encodable, Equatable {
    var thumbnails: [Thumbnail] = []
    var skipped = 0
}

struct Thumbnail: Encodable, Equatable {
    var bucket: String
    var image: String
    var thumbnail: String
}
