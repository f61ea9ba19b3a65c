// Whoever imports this module sees the values that all events share, such as `Timestamp`, and the
// responses that all streams share.
@_exported public import LambdaEventsShared
@_exported public import LambdaStreamsShared
