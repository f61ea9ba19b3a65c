public import LambdaEvents

extension DynamoDBEvent.Record {
    /// Makes a change, for a batch of several.
    ///
    /// ```swift
    /// let event = DynamoDBEvent(records: [
    ///     try .sample(newImage: order, index: 0),
    ///     try .sample(oldImage: order, index: 1),
    /// ])
    /// ```
    ///
    /// - Parameters:
    ///   - newImage: The item after the change: any `Encodable` whose members are the attributes, or
    ///     a dictionary of `AttributeValue`s.
    ///   - oldImage: The item before the change. Without either, an item with nothing but its key
    ///     was inserted.
    ///   - keyNames: The names of the attributes that are the primary key.
    ///   - streamViewType: What of an item the stream has.
    ///   - isTimeToLiveDeletion: Whether DynamoDB itself removed the item, as its time had passed.
    ///   - table: The name of the table.
    ///   - index: The place of the change in its batch. ID and sequence number follow from it.
    ///   - time: When the item was changed.
    ///   - region: The region of the table.
    ///   - accountID: The account of the table.
    /// - Returns: The record.
    /// - Throws: ``LambdaTestError`` if an image is no item, or has no such key.
    public static func sample(
        newImage: (any Encodable)? = nil,
        oldImage: (any Encodable)? = nil,
        keyNames: [String] = ["id"],
        streamViewType: DynamoDBEvent.StreamViewType = .newAndOldImages,
        isTimeToLiveDeletion: Bool = false,
        table: String = "Orders",
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> DynamoDBEvent.Record {
        let change = try SampleChange(from: oldImage, to: newImage, keyNames: keyNames)
        let hasNewImage = streamViewType != .keysOnly && streamViewType != .oldImage
        let hasOldImage = streamViewType != .keysOnly && streamViewType != .newImage
        return DynamoDBEvent.Record(
            eventID: "014c7719c2235e8a2d9be2d6" + SampleID.hexadecimal(index, digits: 8),
            eventName: change.eventName,
            awsRegion: region.rawValue,
            dynamodb: DynamoDBEvent.StreamRecord(
                approximateCreationDateTime: time.asSeconds,
                keys: change.keys,
                newImage: hasNewImage ? change.newImage : nil,
                oldImage: hasOldImage ? change.oldImage : nil,
                sequenceNumber: SequenceNumber(
                    rawValue: "44215845000000000174" + SampleID.decimal(index + 1, digits: 8)
                ),
                sizeBytes: change.size,
                streamViewType: streamViewType
            ),
            eventSourceARN: region.arn(
                "dynamodb",
                accountID,
                "table/\(table)/stream/2026-01-01T09:30:00.123"
            ),
            userIdentity: isTimeToLiveDeletion ? .timeToLive : nil
        )
    }
}
