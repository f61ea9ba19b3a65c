// A handler of messages is written with one import.
@_exported public import LambdaBatchShared
@_exported public import LambdaSQSEvents
