public import LambdaEvents

extension KinesisEvent.Record {
    /// Makes a record, for a batch whose records differ in more than their data.
    ///
    /// - Parameters:
    ///   - data: The data: a `String` and a `[UInt8]` as they are, any other `Encodable` as JSON.
    ///     The record has them in Base64.
    ///   - partitionKey: The key that decided to which shard the record went.
    ///   - stream: The name of the stream.
    ///   - shardID: The shard.
    ///   - index: The place of the record in its batch. The sequence number follows from it.
    ///   - time: When the stream received the record.
    ///   - region: The region of the stream.
    ///   - accountID: The account of the stream.
    /// - Returns: The record.
    /// - Throws: ``LambdaTestError`` if the data do not encode.
    public static func sample(
        data: any Encodable = "Hello",
        partitionKey: String = "partition-1",
        stream: String = "clicks",
        shardID: String = "shardId-000000000000",
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> KinesisEvent.Record {
        let sequenceNumber = SequenceNumber(
            rawValue: "4967124666751900453178613490509376483810621457"
                + SampleID.decimal(index + 1, digits: 10)
        )
        return KinesisEvent.Record(
            kinesis: KinesisEvent.StreamRecord(
                partitionKey: partitionKey,
                sequenceNumber: sequenceNumber,
                dataBytes: try SampleContent.bytes(of: data),
                approximateArrivalTimestamp: time.asSecondsWithMilliseconds
            ),
            eventID: "\(shardID):\(sequenceNumber)",
            invokeIdentityARN: "arn:\(region.partition):iam::\(accountID):role/\(stream)-reader",
            awsRegion: region.rawValue,
            eventSourceARN: region.arn("kinesis", accountID, "stream/\(stream)")
        )
    }
}
