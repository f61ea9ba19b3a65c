@_exported public import LambdaBatchShared
@_exported public import LambdaStreamsShared
