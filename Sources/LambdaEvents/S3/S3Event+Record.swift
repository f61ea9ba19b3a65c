import LambdaEventsCoding
public import LambdaEventsShared

extension S3Event {
    /// One thing that happened to one object.
    ///
    /// S3 always sends the members up to ``s3``, and exactly the `…EventData` that belongs to the
    /// kind of event. They are Optional because handwritten test events often leave them out.
    public struct Record: Codable, Hashable, Sendable {
        /// The version of the format, such as `2.6`.
        ///
        /// `nil` in handwritten events. A major version other than 2 would be another format; a
        /// higher minor version only adds members.
        public var eventVersion: String?

        /// The service that sent the event: `aws:s3`.
        ///
        /// `nil` in handwritten events.
        public var eventSource: String?

        /// The region of the bucket.
        ///
        /// `nil` in handwritten events.
        public var awsRegion: String?

        /// When S3 finished the request.
        ///
        /// `nil` in handwritten events.
        public var eventTime: Timestamp?

        /// What happened.
        ///
        /// `nil` in handwritten events. Use ``category`` to tell creations from removals.
        public var eventName: EventName?

        /// Who caused the event.
        ///
        /// `nil` in handwritten events.
        public var userIdentity: Identity?

        /// Where the request came from.
        ///
        /// `nil` in handwritten events.
        public var requestParameters: RequestParameters?

        /// What identifies the request in the logs of S3.
        ///
        /// `nil` in handwritten events.
        public var responseElements: ResponseElements?

        /// The bucket and the object.
        public var s3: Entity

        /// The restored copy of an archived object.
        ///
        /// `nil` except for ``EventName/objectRestoreCompleted``.
        public var glacierEventData: GlacierEventData?

        /// What became of the replication of an object.
        ///
        /// `nil` except for events of ``EventName/Category/replication``.
        public var replicationEventData: ReplicationEventData?

        /// The access tier an object moved to.
        ///
        /// `nil` except for ``EventName/intelligentTiering``.
        public var intelligentTieringEventData: IntelligentTieringEventData?

        /// The storage class an object moved to.
        ///
        /// `nil` except for ``EventName/lifecycleTransition``.
        public var lifecycleEventData: LifecycleEventData?

        /// The retention that was put on an object.
        ///
        /// `nil` except for ``EventName/objectRetentionPut``.
        public var objectRetentionEventData: ObjectRetentionEventData?

        /// Creates a record.
        ///
        /// Parameters match the properties of the same name.
        public init(
            eventVersion: String? = nil,
            eventSource: String? = nil,
            awsRegion: String? = nil,
            eventTime: Timestamp? = nil,
            eventName: EventName? = nil,
            userIdentity: Identity? = nil,
            requestParameters: RequestParameters? = nil,
            responseElements: ResponseElements? = nil,
            s3: Entity,
            glacierEventData: GlacierEventData? = nil,
            replicationEventData: ReplicationEventData? = nil,
            intelligentTieringEventData: IntelligentTieringEventData? = nil,
            lifecycleEventData: LifecycleEventData? = nil,
            objectRetentionEventData: ObjectRetentionEventData? = nil
        ) {
            self.eventVersion = eventVersion
            self.eventSource = eventSource
            self.awsRegion = awsRegion
            self.eventTime = eventTime
            self.eventName = eventName
            self.userIdentity = userIdentity
            self.requestParameters = requestParameters
            self.responseElements = responseElements
            self.s3 = s3
            self.glacierEventData = glacierEventData
            self.replicationEventData = replicationEventData
            self.intelligentTieringEventData = intelligentTieringEventData
            self.lifecycleEventData = lifecycleEventData
            self.objectRetentionEventData = objectRetentionEventData
        }

        /// The kind of thing that happened, taken from ``eventName``.
        ///
        /// `nil` if the event has no name.
        public var category: EventName.Category? { eventName?.category }

        /// The region of the bucket, from ``awsRegion``.
        ///
        /// `nil` if the event does not name it.
        public var region: AWSRegion? { awsRegion.map(AWSRegion.init(rawValue:)) }
    }

    /// Who did something, or who owns a bucket.
    public struct Identity: Codable, Hashable, Sendable {
        /// The ID of the principal.
        ///
        /// `nil` if S3 sends none. The form differs: `AWS:` and a role or user ID with a session
        /// name, a customer ID, or `s3.amazonaws.com` for what S3 does by itself.
        public var principalID: String?

        /// Creates an identity.
        ///
        /// Parameters match the properties of the same name.
        public init(principalID: String? = nil) {
            self.principalID = principalID
        }

        enum CodingKeys: String, CodingKey {
            case principalID = "principalId"
        }
    }

    /// Where a request came from.
    public struct RequestParameters: Codable, Hashable, Sendable {
        /// The address the request came from.
        ///
        /// `nil` if S3 sends none. Not an address for what S3 or another service does by itself,
        /// but a name such as `s3.amazonaws.com`.
        public var sourceIPAddress: String?

        /// Creates request parameters.
        ///
        /// Parameters match the properties of the same name.
        public init(sourceIPAddress: String? = nil) {
            self.sourceIPAddress = sourceIPAddress
        }
    }

    /// What identifies a request when you ask AWS Support about it.
    public struct ResponseElements: Codable, Hashable, Sendable {
        /// The ID of the request.
        ///
        /// `nil` if S3 sends none.
        ///
        /// JSON key: `x-amz-request-id`.
        public var requestID: String?

        /// The S3 host that handled the request.
        ///
        /// `nil` if S3 sends none.
        ///
        /// JSON key: `x-amz-id-2`.
        public var id2: String?

        /// Creates response elements.
        ///
        /// Parameters match the properties of the same name.
        public init(requestID: String? = nil, id2: String? = nil) {
            self.requestID = requestID
            self.id2 = id2
        }

        enum CodingKeys: String, CodingKey {
            case requestID = "x-amz-request-id"
            case id2 = "x-amz-id-2"
        }
    }
}
