// Whoever imports this module sees the values that all events share, such as `Timestamp`, and those
// of HTTP, such as `HTTPHeaders`.
@_exported public import LambdaEventsShared
@_exported public import LambdaHTTPShared
