// Whoever imports this module sees the values that all events share, such as `Timestamp`, and the
// contexts of the requests that are authorized.
@_exported public import LambdaAPIGatewayEvents
@_exported public import LambdaAPIGatewayV2Events
@_exported public import LambdaEventsShared
@_exported public import LambdaHTTPShared
