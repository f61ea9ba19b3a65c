// Whoever imports this module sees the event that carries the details, and the values that all events
// share, such as `Timestamp`.
@_exported public import LambdaEventBridgeEvents
@_exported public import LambdaEventsShared
