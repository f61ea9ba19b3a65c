// A handler of records is written with one import.
@_exported public import LambdaKinesisEvents
@_exported public import LambdaStreamBatch
