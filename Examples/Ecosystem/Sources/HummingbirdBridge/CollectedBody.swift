import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Keeps a response that is written in pieces.
///
/// A class, since Hummingbird consumes the writer.
final class CollectedBody: Sendable {
    private let collected = Mutex<[UInt8]>([])

    var bytes: [UInt8] { collected.withLock { $0 } }

    struct Writer: ResponseBodyWriter {
        let body: CollectedBody

        func write(_ buffer: ByteBuffer) {
            body.collected.withLock { $0.append(contentsOf: buffer.readableBytesView) }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) {}
    }
}
