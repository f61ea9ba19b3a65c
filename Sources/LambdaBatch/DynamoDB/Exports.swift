// A handler of changes is written with one import.
@_exported public import LambdaDynamoDBEvents
@_exported public import LambdaStreamBatch
