// The module is nothing but the handlers of all sources under one name.
//
// Each is a module of its own because a binary keeps every type of a module that it links, and the
// events with it.
@_exported public import LambdaBatchShared
@_exported public import LambdaDynamoDBBatch
@_exported public import LambdaKinesisBatch
@_exported public import LambdaSQSBatch
@_exported public import LambdaStreamBatch
