// A handler of records is a handler of the runtime: whoever imports one of these modules can write
// `@main` and `LambdaContext` without a second import.
@_exported public import LambdaRuntime
