/// Objects in memory, for tests.
package actor InMemoryObjectStore: ObjectStore {
    /// An object as it was stored.
    package struct Object: Equatable, Sendable {
        package var content: [UInt8]
        package var contentType: String?

        package init(content: [UInt8], contentType: String? = nil) {
            self.content = content
            self.contentType = contentType
        }
    }

    /// The objects of each bucket, by key.
    package private(set) var buckets: [String: [String: Object]]

    package init(_ buckets: [String: [String: [UInt8]]] = [:]) {
        self.buckets = buckets.mapValues { $0.mapValues { Object(content: $0) } }
    }

    package func object(_ key: String, in bucket: String, upTo limit: Int) throws -> [UInt8]? {
        guard let object = buckets[bucket]?[key] else { return nil }
        guard object.content.count <= limit else { throw ObjectStoreError.tooLarge(limit) }
        return object.content
    }

    package func put(
        _ content: [UInt8],
        as key: String,
        in bucket: String,
        contentType: String
    ) {
        buckets[bucket, default: [:]][key] = Object(content: content, contentType: contentType)
    }
}
