public import LambdaEvents

extension S3Event {
    /// Makes an event about one object.
    ///
    /// ```swift
    /// let event = S3Event.sample(key: "red flower.jpg", bucket: "photos")
    /// let removal = S3Event.sample(key: "old.jpg", eventName: .objectRemovedDelete)
    /// ```
    ///
    /// - Parameters:
    ///   - key: The key of the object, not encoded. The event has it encoded, as S3 sends it.
    ///   - size: The size of the object in bytes. Left out for events that have none.
    ///   - eTag: The entity tag of the object. Left out for events that have none.
    ///   - versionID: The version of the object. The default is that of a bucket without versions.
    ///   - eventName: What happened. The event has the members that belong to it.
    ///   - sourceIP: Where the request came from.
    ///   - bucket: The name of the bucket.
    ///   - time: When S3 finished the request.
    ///   - region: The region of the bucket.
    /// - Returns: The event.
    public static func sample(
        key: String = "photos/cat.jpg",
        size: Int = 1024,
        eTag: String = "0123456789abcdef0123456789abcdef",
        versionID: String? = nil,
        eventName: EventName = .objectCreatedPut,
        sourceIP: String = "203.0.113.10",
        bucket: String = "amzn-s3-demo-bucket",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1
    ) -> S3Event {
        S3Event(records: [
            .sample(
                key: key,
                size: size,
                eTag: eTag,
                versionID: versionID,
                eventName: eventName,
                sourceIP: sourceIP,
                bucket: bucket,
                time: time,
                region: region
            )
        ])
    }

    /// Makes an event with a record for each of several objects.
    ///
    /// S3 itself sends one record in each event; a handler should not count on it.
    ///
    /// - Parameters:
    ///   - keys: The keys of the objects, not encoded.
    ///   - size: The size of each object in bytes.
    ///   - eventName: What happened to each.
    ///   - bucket: The name of the bucket.
    ///   - time: When S3 finished the requests.
    ///   - region: The region of the bucket.
    /// - Returns: The event.
    public static func sample(
        keys: [String],
        size: Int = 1024,
        eventName: EventName = .objectCreatedPut,
        bucket: String = "amzn-s3-demo-bucket",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1
    ) -> S3Event {
        let records = keys.enumerated().map { index, key in
            Record.sample(
                key: key,
                size: size,
                eventName: eventName,
                bucket: bucket,
                index: index,
                time: time,
                region: region
            )
        }
        return S3Event(records: records)
    }

    /// Makes the message with which S3 tries a new notification configuration.
    ///
    /// - Parameters:
    ///   - bucket: The name of the bucket.
    ///   - time: When the configuration was saved.
    /// - Returns: The event, which has no records.
    public static func sampleTestEvent(
        bucket: String = "amzn-s3-demo-bucket",
        time: Timestamp = .sample
    ) -> S3Event {
        S3Event(
            testEvent: TestEvent(
                time: time.withMilliseconds,
                bucket: bucket,
                requestID: "C3D13FE58DE4EXAM",
                hostID: "FMyUVURIY8EXAMPLE/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S="
            )
        )
    }
}
