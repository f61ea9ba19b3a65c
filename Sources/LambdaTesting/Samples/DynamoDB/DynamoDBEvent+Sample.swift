public import LambdaEvents

extension DynamoDBEvent {
    /// Makes a batch of one change.
    ///
    /// The images say what happened: a new one alone is an insertion, an old one alone a removal, both
    /// are a modification.
    ///
    /// ```swift
    /// let inserted = try DynamoDBEvent.sample(newImage: order)
    /// let removed = try DynamoDBEvent.sample(oldImage: order)
    /// let shipped = try DynamoDBEvent.sample(newImage: after, oldImage: before, keyNames: ["id", "line"])
    /// ```
    ///
    /// - Parameters:
    ///   - newImage: The item after the change: any `Encodable` whose members are the attributes, or
    ///     a dictionary of `AttributeValue`s.
    ///   - oldImage: The item before the change. Without either, an item with nothing but its key
    ///     was inserted.
    ///   - keyNames: The names of the attributes that are the primary key.
    ///   - streamViewType: What of an item the stream has. The images that it leaves out are not in
    ///     the event.
    ///   - isTimeToLiveDeletion: Whether DynamoDB itself removed the item, as its time had passed.
    ///   - table: The name of the table.
    ///   - time: When the item was changed.
    ///   - region: The region of the table.
    ///   - accountID: The account of the table.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if an image is no item, or has no such key.
    public static func sample(
        newImage: (any Encodable)? = nil,
        oldImage: (any Encodable)? = nil,
        keyNames: [String] = ["id"],
        streamViewType: StreamViewType = .newAndOldImages,
        isTimeToLiveDeletion: Bool = false,
        table: String = "Orders",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> DynamoDBEvent {
        let record = try Record.sample(
            newImage: newImage,
            oldImage: oldImage,
            keyNames: keyNames,
            streamViewType: streamViewType,
            isTimeToLiveDeletion: isTimeToLiveDeletion,
            table: table,
            time: time,
            region: region,
            accountID: accountID
        )
        return DynamoDBEvent(records: [record])
    }

    /// Makes a batch in which several items are inserted.
    ///
    /// - Parameters:
    ///   - newImages: The items: any `Encodable` whose members are the attributes.
    ///   - keyNames: The names of the attributes that are the primary key.
    ///   - streamViewType: What of an item the stream has.
    ///   - table: The name of the table.
    ///   - time: When the items were inserted.
    ///   - region: The region of the table.
    ///   - accountID: The account of the table.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if an image is no item, or has no such key.
    public static func sample(
        newImages: [any Encodable],
        keyNames: [String] = ["id"],
        streamViewType: StreamViewType = .newAndOldImages,
        table: String = "Orders",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> DynamoDBEvent {
        let records = try newImages.enumerated().map { index, image in
            try Record.sample(
                newImage: image,
                keyNames: keyNames,
                streamViewType: streamViewType,
                table: table,
                index: index,
                time: time,
                region: region,
                accountID: accountID
            )
        }
        return DynamoDBEvent(records: records)
    }
}
