import LambdaEvents

extension FixtureCase {
    /// Every fixture.
    ///
    /// A file that is not here fails a test.
    static let all = s3 + sqs + apiGatewayV2

    static let s3: [FixtureCase] = [
        FixtureCase("s3/empty", S3Event.self),
        FixtureCase("s3/handwritten", S3Event.self),
        FixtureCase("s3/intelligent-tiering", S3Event.self),
        FixtureCase("s3/lifecycle-expiration", S3Event.self),
        FixtureCase("s3/lifecycle-transition", S3Event.self),
        FixtureCase(
            "s3/nulls",
            S3Event.self,
            dropped: [
                "Records[].glacierEventData",
                "Records[].intelligentTieringEventData",
                "Records[].lifecycleEventData",
                "Records[].objectRetentionEventData",
                "Records[].replicationEventData",
                "Records[].responseElements.x-amz-id-2",
                "Records[].responseElements.x-amz-request-id",
                "Records[].s3.bucket.awsGeneratedTags.aws:cloudformation:stack-name",
                "Records[].s3.object.eTag",
                "Records[].s3.object.hasObjectAnnotation",
                "Records[].s3.object.size",
                "Records[].s3.object.versionId",
            ]
        ),
        FixtureCase("s3/object-acl", S3Event.self),
        FixtureCase("s3/object-annotation-delete", S3Event.self),
        FixtureCase("s3/object-annotation-put", S3Event.self),
        FixtureCase("s3/object-created", S3Event.self),
        FixtureCase("s3/object-created-2.0", S3Event.self),
        FixtureCase("s3/object-created-copy", S3Event.self),
        FixtureCase("s3/object-created-versioned", S3Event.self),
        FixtureCase("s3/object-removed", S3Event.self),
        FixtureCase("s3/object-removed-delete-marker", S3Event.self),
        FixtureCase("s3/object-restore-completed", S3Event.self),
        FixtureCase("s3/object-restore-completed-tiering", S3Event.self),
        FixtureCase("s3/object-restore-delete", S3Event.self),
        FixtureCase("s3/object-restore-post", S3Event.self),
        FixtureCase("s3/object-retention", S3Event.self),
        FixtureCase("s3/object-retention-event-hold", S3Event.self),
        FixtureCase("s3/object-tagging", S3Event.self),
        FixtureCase("s3/reduced-redundancy-lost", S3Event.self),
        FixtureCase("s3/replication-after-threshold", S3Event.self),
        FixtureCase("s3/replication-failed", S3Event.self),
        FixtureCase("s3/replication-missed-threshold", S3Event.self),
        FixtureCase("s3/test-event", S3Event.self),
    ]

    static let sqs: [FixtureCase] = [
        FixtureCase("sqs/batch-response", SQSBatchResponse.self),
        FixtureCase("sqs/batch-response-success", SQSBatchResponse.self),
        FixtureCase("sqs/binary-attributes", SQSEvent.self),
        FixtureCase("sqs/fifo", SQSEvent.self),
        FixtureCase(
            "sqs/handwritten",
            SQSEvent.self,
            dropped: ["Records[].messageAttributes"],
            added: ["Records[].body", "Records[].messageAttributes"]
        ),
        FixtureCase("sqs/message-attributes", SQSEvent.self),
        FixtureCase(
            "sqs/null-members",
            SQSEvent.self,
            dropped: [
                "Records[].md5OfMessageAttributes",
                "Records[].messageAttributes.customer.binaryListValues",
                "Records[].messageAttributes.customer.binaryValue",
                "Records[].messageAttributes.customer.stringListValues",
            ]
        ),
        FixtureCase("sqs/redriven", SQSEvent.self),
        FixtureCase("sqs/s3-notification", SQSEvent.self),
        FixtureCase("sqs/standard", SQSEvent.self),
    ]

    static let apiGatewayV2: [FixtureCase] = [
        FixtureCase(
            "apigateway-v2/console-nulls",
            APIGatewayV2Request.self,
            dropped: [
                "body", "cookies", "headers", "pathParameters", "queryStringParameters",
                "requestContext.authentication", "requestContext.authorizer", "stageVariables",
            ]
        ),
        FixtureCase("apigateway-v2/cookies", APIGatewayV2Request.self),
        FixtureCase(
            "apigateway-v2/function-url-sample",
            APIGatewayV2Request.self,
            dropped: ["pathParameters", "requestContext.authentication", "stageVariables"],
            added: ["requestContext.stage", "routeKey"]
        ),
        FixtureCase("apigateway-v2/get", APIGatewayV2Request.self),
        FixtureCase(
            "apigateway-v2/handwritten",
            APIGatewayV2Request.self,
            added: ["isBase64Encoded"]
        ),
        FixtureCase(
            "apigateway-v2/iam-authorizer",
            APIGatewayV2Request.self,
            dropped: ["requestContext.authorizer.iam.cognitoIdentity"]
        ),
        FixtureCase(
            "apigateway-v2/iam-authorizer-cognito",
            APIGatewayV2Request.self,
            dropped: ["requestContext.authorizer.iam.principalOrgId"]
        ),
        FixtureCase("apigateway-v2/jwt-authorizer", APIGatewayV2Request.self),
        FixtureCase(
            "apigateway-v2/jwt-authorizer-typed-claims",
            APIGatewayV2Request.self,
            dropped: ["requestContext.authorizer.jwt.scopes"]
        ),
        FixtureCase("apigateway-v2/lambda-authorizer", APIGatewayV2Request.self),
        FixtureCase(
            "apigateway-v2/lambda-authorizer-without-context",
            APIGatewayV2Request.self,
            dropped: ["requestContext.authorizer.lambda"]
        ),
        FixtureCase("apigateway-v2/minimal", APIGatewayV2Request.self),
        FixtureCase("apigateway-v2/mutual-tls", APIGatewayV2Request.self),
        FixtureCase("apigateway-v2/mutual-tls-pem-only", APIGatewayV2Request.self),
        FixtureCase("apigateway-v2/post-base64", APIGatewayV2Request.self),
        FixtureCase("apigateway-v2/post-json", APIGatewayV2Request.self),
        FixtureCase("apigateway-v2/response", APIGatewayV2Response.self),
        FixtureCase("apigateway-v2/response-binary", APIGatewayV2Response.self),
        FixtureCase(
            "apigateway-v2/response-minimal",
            APIGatewayV2Response.self,
            added: ["isBase64Encoded"]
        ),
        FixtureCase(
            "apigateway-v2/sam-local",
            APIGatewayV2Request.self,
            dropped: ["pathParameters", "queryStringParameters", "stageVariables"]
        ),
    ]
}
