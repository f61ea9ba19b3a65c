public import LambdaEventsShared

/// The time window that a batch of a stream belongs to.
///
/// Windows of one event source mapping follow each other without gaps. A record belongs to the
/// window its stream received it in.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html>
public struct TimeWindow: Codable, Hashable, Sendable {
    /// The first instant of the window.
    public var start: Timestamp

    /// The first instant after the window.
    public var end: Timestamp

    /// Creates a window.
    ///
    /// Parameters match the properties of the same name.
    public init(start: Timestamp, end: Timestamp) {
        self.start = start
        self.end = end
    }

    /// The length of the window, at most 15 minutes.
    public var duration: Duration { end - start }
}
