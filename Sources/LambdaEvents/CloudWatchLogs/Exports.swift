// Whoever imports this module sees the values that all events share, such as `Timestamp`.
@_exported public import LambdaEventsShared
