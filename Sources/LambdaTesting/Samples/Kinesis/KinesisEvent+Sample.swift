public import LambdaEvents

extension KinesisEvent {
    /// Makes a batch of one record.
    ///
    /// ```swift
    /// let event = try KinesisEvent.sample(data: Click(page: "/"), partitionKey: "visitor-17")
    /// ```
    ///
    /// - Parameters:
    ///   - data: The data: a `String` and a `[UInt8]` as they are, any other `Encodable` as JSON.
    ///     The event has them in Base64.
    ///   - partitionKey: The key that decided to which shard the record went.
    ///   - stream: The name of the stream.
    ///   - shardID: The shard.
    ///   - time: When the stream received the record.
    ///   - region: The region of the stream.
    ///   - accountID: The account of the stream.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the data do not encode.
    public static func sample(
        data: any Encodable = "Hello",
        partitionKey: String = "partition-1",
        stream: String = "clicks",
        shardID: String = "shardId-000000000000",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> KinesisEvent {
        try sample(
            dataOfRecords: [data],
            partitionKey: partitionKey,
            stream: stream,
            shardID: shardID,
            time: time,
            region: region,
            accountID: accountID
        )
    }

    /// Makes a batch of several records of one shard, in their order.
    ///
    /// ```swift
    /// let event = try KinesisEvent.sample(dataOfRecords: [Click(page: "/"), Click(page: "/shop")])
    /// ```
    ///
    /// - Parameters:
    ///   - dataOfRecords: The data of each record: a `String` and a `[UInt8]` as they are, any other
    ///     `Encodable` as JSON.
    ///   - partitionKey: The partition key of all records.
    ///   - stream: The name of the stream.
    ///   - shardID: The shard.
    ///   - time: When the stream received the records.
    ///   - region: The region of the stream.
    ///   - accountID: The account of the stream.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the data of a record do not encode.
    public static func sample(
        dataOfRecords: [any Encodable],
        partitionKey: String = "partition-1",
        stream: String = "clicks",
        shardID: String = "shardId-000000000000",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> KinesisEvent {
        let records = try dataOfRecords.enumerated().map { index, data in
            try Record.sample(
                data: data,
                partitionKey: partitionKey,
                stream: stream,
                shardID: shardID,
                index: index,
                time: time,
                region: region,
                accountID: accountID
            )
        }
        return KinesisEvent(records: records)
    }
}
