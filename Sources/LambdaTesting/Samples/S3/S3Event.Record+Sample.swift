public import LambdaEvents
import LambdaJSON

extension S3Event.Record {
    /// Makes a record about one object.
    ///
    /// Parameters are those of `S3Event.sample`, and `index`, the place of the record in its event:
    /// of two records with the same key, the one with the higher index happened later.
    ///
    /// - Returns: The record.
    public static func sample(
        key: String = "photos/cat.jpg",
        size: Int = 1024,
        eTag: String = "0123456789abcdef0123456789abcdef",
        versionID: String? = nil,
        eventName: S3Event.EventName = .objectCreatedPut,
        sourceIP: String = "203.0.113.10",
        bucket: String = "amzn-s3-demo-bucket",
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1
    ) -> S3Event.Record {
        let content = Content(of: eventName)
        let sequence = SampleID.hexadecimal(index, digits: 3).uppercased()
        return S3Event.Record(
            eventVersion: eventName.category == .objectAnnotation ? "2.6" : "2.5",
            eventSource: "aws:s3",
            awsRegion: region.rawValue,
            eventTime: time.withMilliseconds,
            eventName: eventName,
            userIdentity: S3Event.Identity(
                principalID: content.isByS3 ? "s3.amazonaws.com" : "AWS:AROAEXAMPLEID:uploader"
            ),
            requestParameters: S3Event.RequestParameters(
                sourceIPAddress: content.isByS3 ? "s3.amazonaws.com" : sourceIP
            ),
            responseElements: S3Event.ResponseElements(
                requestID: "C3D13FE58DE4E" + sequence,
                id2: "FMyUVURIY8EXAMPLE/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S="
            ),
            s3: S3Event.Entity(
                s3SchemaVersion: "1.0",
                configurationID: "notify-function",
                bucket: S3Event.Bucket(
                    name: bucket,
                    ownerIdentity: S3Event.Identity(principalID: "A3EXAMPLEOWNER"),
                    arn: "arn:\(region.partition):s3:::\(bucket)"
                ),
                object: S3Event.Object(
                    key: FormURLEncoding.encodeKey(key),
                    size: content.hasSize ? size : nil,
                    eTag: content.hasETag ? eTag : nil,
                    versionID: versionID,
                    sequencer: content.hasSequencer
                        ? S3Event.Object.Sequencer(rawValue: "0055AED6DCD9028" + sequence) : nil
                ),
                objectAnnotation: content.annotation
            ),
            glacierEventData: .sample(eventName, time),
            replicationEventData: .sample(eventName, time),
            intelligentTieringEventData: eventName == .intelligentTiering
                ? S3Event.IntelligentTieringEventData(destinationAccessTier: .archiveAccess) : nil,
            lifecycleEventData: eventName == .lifecycleTransition
                ? S3Event.LifecycleEventData(
                    transitionEventData: S3Event.TransitionEventData(
                        destinationStorageClass: .glacier
                    )
                ) : nil,
            objectRetentionEventData: eventName == .objectRetentionPut
                ? S3Event.ObjectRetentionEventData(
                    mode: .governance,
                    retainUntilDate: (time + .seconds(86_400 * 365)).withMilliseconds
                ) : nil
        )
    }
}

/// What S3 says about an object, by what happened to it.
private struct Content {
    var hasSize = true
    var hasETag = true
    var hasSequencer = true
    var isByS3 = false
    var annotation: JSONValue?

    init(of name: S3Event.EventName) {
        switch name.category {
        case .objectRemoved, .lifecycleExpiration:
            hasSize = false
            hasETag =
                name == .objectRemovedDeleteMarkerCreated
                || name == .lifecycleExpirationDeleteMarkerCreated
        case .reducedRedundancyLostObject:
            hasSize = false
            hasETag = false
        case .objectACL:
            hasSize = false
        case .objectTagging:
            hasSize = false
            hasSequencer = false
        case .objectAnnotation:
            let isPut = name == .objectAnnotationPut
            hasSize = isPut
            hasETag = isPut
            annotation = [
                isPut
                    ? [
                        "name": "caption", "size": 48,
                        "eTag": "0123456789abcdef0123456789abcdef",
                    ] : ["name": "caption"]
            ]
        default:
            break
        }
        isByS3 = [
            .lifecycleExpiration, .lifecycleTransition, .intelligentTiering, .replication,
            .reducedRedundancyLostObject,
        ].contains(name.category)
    }
}

extension S3Event.GlacierEventData? {
    fileprivate static func sample(_ name: S3Event.EventName, _ time: Timestamp) -> Self {
        guard name == .objectRestoreCompleted else { return nil }
        return S3Event.GlacierEventData(
            restoreEventData: S3Event.RestoreEventData(
                lifecycleRestorationExpiryTime: (time + .seconds(86_400 * 7)).withMilliseconds,
                lifecycleRestoreStorageClass: .glacier
            )
        )
    }
}

extension S3Event.ReplicationEventData? {
    fileprivate static func sample(_ name: S3Event.EventName, _ time: Timestamp) -> Self {
        guard name.category == .replication else { return nil }
        let isLate = name == .replicationOperationReplicatedAfterThreshold
        return S3Event.ReplicationEventData(
            replicationRuleID: "to-second-region",
            destinationBucket: "arn:aws:s3:::amzn-s3-demo-bucket2",
            s3Operation: .objectPut,
            requestTime: (time - .seconds(1020)).withMilliseconds,
            failureReason: name == .replicationOperationFailed ? .assumeRoleNotPermitted : nil,
            threshold: isLate || name == .replicationOperationMissedThreshold ? "15" : nil,
            replicationTime: isLate ? "17" : nil
        )
    }
}
