// The module is nothing but all the families under one name.
//
// Each family is a module of its own because a binary keeps every type of a module that it links:
// a function that depends on one family does not pay for the others.
@_exported public import LambdaALBEvents
@_exported public import LambdaAPIGatewayEvents
@_exported public import LambdaAPIGatewayV2Events
@_exported public import LambdaAuthorizerEvents
@_exported public import LambdaCloudWatchLogsEvents
@_exported public import LambdaComputeDetails
@_exported public import LambdaConfigEvents
@_exported public import LambdaDeveloperToolsDetails
@_exported public import LambdaDynamoDBEvents
@_exported public import LambdaEventBridgeEvents
@_exported public import LambdaEventsShared
@_exported public import LambdaFunctionURLEvents
@_exported public import LambdaHTTPShared
@_exported public import LambdaKinesisEvents
@_exported public import LambdaMachineLearningDetails
@_exported public import LambdaOperationsDetails
@_exported public import LambdaS3Details
@_exported public import LambdaS3Events
@_exported public import LambdaSNSEvents
@_exported public import LambdaSQSEvents
@_exported public import LambdaSecurityDetails
@_exported public import LambdaStreamsShared
