public import LambdaEvents

extension S3ObjectCreatedDetail {
    /// Makes the detail of an event about an object that was written.
    ///
    /// ```swift
    /// let event = EventBridgeEvent.sample(detail: S3ObjectCreatedDetail.sample(key: "a b.png"))
    /// ```
    ///
    /// - Parameters:
    ///   - key: The key of the object. Through EventBridge, S3 sends it as it is.
    ///   - size: The size of the object in bytes.
    ///   - eTag: The entity tag of the object.
    ///   - versionID: The version of the object. The default is that of a bucket without versions.
    ///   - reason: What wrote the object.
    ///   - sourceIP: Where the request came from.
    ///   - bucket: The name of the bucket.
    ///   - index: The place of the event among those of a test. Its ID follows from it.
    ///   - accountID: The account that wrote the object.
    /// - Returns: The detail.
    public static func sample(
        key: String = "photos/cat.jpg",
        size: Int = 1024,
        eTag: String = "0123456789abcdef0123456789abcdef",
        versionID: String? = nil,
        reason: S3ObjectReason = .putObject,
        sourceIP: String = "203.0.113.10",
        bucket: String = "amzn-s3-demo-bucket",
        index: Int = 0,
        accountID: String = "123456789012"
    ) -> S3ObjectCreatedDetail {
        S3ObjectCreatedDetail(
            version: "0",
            eventVersion: "1.1",
            bucket: S3BucketReference(name: bucket),
            object: S3ObjectReference(
                key: key,
                size: size,
                eTag: eTag,
                versionID: versionID,
                sequencer: .sample(index)
            ),
            requestID: "N4N7GDK58NMK" + SampleID.hexadecimal(index, digits: 4).uppercased(),
            requester: accountID,
            sourceIPAddress: sourceIP,
            reason: reason
        )
    }
}

extension S3ObjectDeletedDetail {
    /// Makes the detail of an event about an object that was deleted.
    ///
    /// - Parameters:
    ///   - key: The key of the object. Through EventBridge, S3 sends it as it is.
    ///   - versionID: The version of the object, or of its delete marker. The default is that of a
    ///     bucket without versions.
    ///   - deletionType: Whether the object is gone, or hidden.
    ///   - reason: What deleted the object. A lifecycle rule has no address and no requester but S3.
    ///   - sourceIP: Where the request came from.
    ///   - bucket: The name of the bucket.
    ///   - index: The place of the event among those of a test. Its ID follows from it.
    ///   - accountID: The account that deleted the object.
    /// - Returns: The detail.
    public static func sample(
        key: String = "photos/cat.jpg",
        versionID: String? = nil,
        deletionType: S3DeletionType = .permanentlyDeleted,
        reason: S3ObjectReason = .deleteObject,
        sourceIP: String = "203.0.113.10",
        bucket: String = "amzn-s3-demo-bucket",
        index: Int = 0,
        accountID: String = "123456789012"
    ) -> S3ObjectDeletedDetail {
        let isByRule = reason == .lifecycleExpiration
        return S3ObjectDeletedDetail(
            version: "0",
            eventVersion: "1.1",
            bucket: S3BucketReference(name: bucket),
            object: S3ObjectReference(
                key: key,
                eTag: deletionType == .deleteMarkerCreated
                    ? "d41d8cd98f00b204e9800998ecf8427e" : nil,
                versionID: versionID,
                sequencer: .sample(index)
            ),
            requestID: "N4N7GDK58NMK" + SampleID.hexadecimal(index, digits: 4).uppercased(),
            requester: isByRule ? "s3.amazonaws.com" : accountID,
            sourceIPAddress: isByRule ? nil : sourceIP,
            reason: reason,
            deletionType: deletionType
        )
    }
}

extension S3ObjectSequencer {
    fileprivate static func sample(_ index: Int) -> Self {
        Self(rawValue: "617f08299329" + SampleID.hexadecimal(index, digits: 4))
    }
}
