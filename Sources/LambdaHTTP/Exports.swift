// Whoever imports this module writes handlers, and sees what the parts of requests and responses are made of:
// `HTTPMethod`, `HTTPHeaders`, the events of the four services.
@_exported public import LambdaALBEvents
@_exported public import LambdaAPIGatewayEvents
@_exported public import LambdaAPIGatewayV2Events
@_exported public import LambdaEventsShared
@_exported public import LambdaFunctionURLEvents
@_exported public import LambdaHTTPShared
@_exported public import LambdaRuntime
