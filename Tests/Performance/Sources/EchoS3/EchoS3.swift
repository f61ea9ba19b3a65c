import LambdaRuntime
import LambdaS3Events

/// Counts the objects of a notification and their bytes.
@main
struct EchoS3: LambdaHandler {
    struct Summary: Encodable, Sendable {
        var objects: Int
        var bytes: Int64
    }

    func handle(_ event: S3Event, context: LambdaContext) async throws -> Summary {
        let bytes = event.records.reduce(Int64(0)) { $0 &+ Int64($1.s3.object.size ?? 0) }
        return Summary(objects: event.records.count, bytes: bytes)
    }
}
