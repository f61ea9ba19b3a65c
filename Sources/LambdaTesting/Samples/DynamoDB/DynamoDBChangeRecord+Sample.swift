public import LambdaEvents

extension DynamoDBChangeRecord {
    /// Makes the change of an item as DynamoDB writes it to a Kinesis data stream.
    ///
    /// ```swift
    /// let event = try KinesisEvent.sample(data: DynamoDBChangeRecord.sample(newImage: order))
    /// ```
    ///
    /// The images say what happened, as in `DynamoDBEvent.sample`.
    ///
    /// - Parameters:
    ///   - newImage: The item after the change: any `Encodable` whose members are the attributes, or
    ///     a dictionary of `AttributeValue`s.
    ///   - oldImage: The item before the change. Without either, an item with nothing but its key
    ///     was inserted.
    ///   - keyNames: The names of the attributes that are the primary key.
    ///   - isTimeToLiveDeletion: Whether DynamoDB itself removed the item, as its time had passed.
    ///   - table: The name of the table.
    ///   - index: The place of the change among those of a test. Its ID follows from it.
    ///   - time: When the item was changed.
    ///   - region: The region of the table.
    /// - Returns: The record.
    /// - Throws: ``LambdaTestError`` if an image is no item, or has no such key.
    public static func sample(
        newImage: (any Encodable)? = nil,
        oldImage: (any Encodable)? = nil,
        keyNames: [String] = ["id"],
        isTimeToLiveDeletion: Bool = false,
        table: String = "Orders",
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1
    ) throws -> DynamoDBChangeRecord {
        let change = try SampleChange(from: oldImage, to: newImage, keyNames: keyNames)
        return DynamoDBChangeRecord(
            awsRegion: region.rawValue,
            eventID: SampleID.uuid("5b2c7c8e", index),
            eventName: change.eventName,
            userIdentity: isTimeToLiveDeletion ? .timeToLive : nil,
            tableName: table,
            dynamodb: Change(
                approximateCreationDateTime: time.asMilliseconds,
                keys: change.keys,
                newImage: change.newImage,
                oldImage: change.oldImage,
                sizeBytes: change.size
            )
        )
    }
}
