// A function that streams is a function of the runtime: one import has all that it needs.
@_exported public import LambdaRuntime
