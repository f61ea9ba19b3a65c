import LambdaRuntime
import LambdaS3Events
import ObjectStores
import Settings

/// Writes a thumbnail of each image that is put into a bucket to another bucket.
///
/// Images are uncompressed: BMP files with 24 or 32 bits, and the binary files of PGM and PPM.
@main
struct ImageResizer: LambdaHandler {
    let store: any ObjectStore

    /// The bucket that thumbnails go to.
    ///
    /// What arrives there is skipped: a function that writes into the bucket it watches would
    /// otherwise call itself for ever.
    let thumbnails: String

    /// The size of a square that every thumbnail fits into.
    let edge: Int

    /// How large an image may be: at 512 MB of memory there is room for two of them.
    static let maximumSize = 100_000_000

    init() throws {
        let settings = Settings.environment
        self.init(
            store: try settings.makeObjectStore(),
            thumbnails: try settings.bucket("THUMBNAIL_BUCKET", locally: "thumbnails")
        )
    }

    init(store: any ObjectStore, thumbnails: String, edge: Int = 128) {
        self.store = store
        self.thumbnails = thumbnails
        self.edge = edge
    }

    func handle(_ event: S3Event, context: LambdaContext) async throws -> Summary {
        if event.testEvent != nil {
            context.logger.info("The notifications of the bucket are configured.")
        }
        var summary = Summary()
        for record in event.records where record.category == .objectCreated {
            let bucket = record.s3.bucket.name
            guard bucket != thumbnails else {
                context.logger.warn("The bucket of the thumbnails notifies this function.")
                summary.skipped += 1
                continue
            }
            // The API wants the key as it is, the event has it as in an HTML form.
            let key = record.s3.object.decodedKey
            do {
                if let thumbnail = try await makeThumbnail(of: key, in: bucket) {
                    summary.thumbnails.append(thumbnail)
                } else {
                    context.logger.info("The object is gone already.")
                    summary.skipped += 1
                }
            } catch let error where isFinal(error) {
                // It would be the same the next time. What else fails is thrown, and Lambda tries again.
                context.logger.warn("There is no thumbnail of this object.", ["reason": "\(error)"])
                summary.refused += 1
            }
        }
        return summary
    }

    /// Reads an image, scales it, and stores the thumbnail under the same key.
    ///
    /// An event that comes twice leads to the same thumbnail twice.
    private func makeThumbnail(of key: String, in bucket: String) async throws -> Thumbnail? {
        guard let file = try await store.object(key, in: bucket, upTo: Self.maximumSize) else {
            return nil
        }
        let (image, format) = try ImageFormat.decode(file)
        let scaled = image.scaled(toFit: edge)
        try await store.put(
            format.encode(scaled),
            as: key,
            in: thumbnails,
            contentType: format.contentType
        )
        return Thumbnail(bucket: thumbnails, key: key, width: scaled.width, height: scaled.height)
    }

    private func isFinal(_ error: any Error) -> Bool {
        if let error = error as? ObjectStoreError { return error.kind != .failed }
        return error is ImageError
    }
}

struct Summary: Codable, Equatable {
    var thumbnails: [Thumbnail] = []
    /// How many objects needed none.
    var skipped = 0
    /// How many objects are no images that the function can read.
    var refused = 0
}

struct Thumbnail: Codable, Equatable {
    var bucket: String
    var key: String
    var width: Int
    var height: Int
}
