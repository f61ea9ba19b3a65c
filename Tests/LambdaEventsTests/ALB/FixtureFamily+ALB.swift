import LambdaEvents

extension FixtureFamily {
    static let alb = FixtureFamily(
        fixtures: [
            FixtureCase("alb/get", ALBRequest.self),
            FixtureCase("alb/get-escapes", ALBRequest.self),
            FixtureCase(
                "alb/handwritten",
                ALBRequest.self,
                dropped: ["body", "queryStringParameters"],
                added: ["isBase64Encoded"]
            ),
            FixtureCase("alb/health-check", ALBRequest.self),
            FixtureCase("alb/health-check-multi-value", ALBRequest.self),
            FixtureCase("alb/multi-value", ALBRequest.self),
            FixtureCase("alb/multi-value-empty-query", ALBRequest.self),
            FixtureCase("alb/post-base64", ALBRequest.self),
            FixtureCase("alb/post-form", ALBRequest.self),
            FixtureCase("alb/post-json", ALBRequest.self),
            FixtureCase("alb/response", ALBResponse.self),
            FixtureCase("alb/response-binary", ALBResponse.self),
            FixtureCase(
                "alb/response-minimal",
                ALBResponse.self,
                added: ["isBase64Encoded"]
            ),
            FixtureCase("alb/response-multi-value", ALBResponse.self),
        ],
        corpus: ["alb_*": ALBRequest.self, "alb-response": ALBResponse.self],
        maps: [
            "headers", "multiValueHeaders", "multiValueQueryStringParameters",
            "queryStringParameters",
        ]
    )
}
