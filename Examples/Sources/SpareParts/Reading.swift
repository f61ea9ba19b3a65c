import LambdaKinesisBatch

/// What a sensor has measured on a part of a machine.
struct Reading: Codable, Equatable, Sendable {
    /// The serial number of the part, and the partition key of the record: all readings of a part
    /// come through one shard, in order.
    var partID: String
    /// How hot the part is, in degrees Celsius.
    var temperature: Double
    var measuredAt: Timestamp

    /// Whether a sensor can have measured this.
    ///
    /// One wild value would be a trend of its own, and sums of such values no numbers any more.
    var isPlausible: Bool {
        1...64 ~= partID.utf8.count && -273.15...2000 ~= temperature
    }
}
