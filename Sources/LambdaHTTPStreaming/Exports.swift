// A handler that streams is a handler of HTTP requests, and its tests look at heads of streamed responses:
// one import has all that it needs.
@_exported public import LambdaHTTP
@_exported public import LambdaStreaming
