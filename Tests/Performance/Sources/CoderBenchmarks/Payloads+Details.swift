extension Payloads {
    /// A task of a service on Fargate, with a sidecar.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html>
    static func eventBridgeECSTask() -> String {
        var digits = Digits(seed: 31)
        let arn = "arn:aws:ecs:us-east-1:123456789012"
        let task = "\(arn):task/shop/\(digits.text(32))"
        let attachment = digits.uuid()
        let containers = ["web", "log-router"].map { name in
            #"""
            {"containerArn":"\#(arn):container/shop/\#(digits.text(32))/\#(digits.uuid())","lastStatus":"RUNNING",\#
            "name":"\#(name)","image":"123456789012.dkr.ecr.us-east-1.amazonaws.com/\#(name):1.8.0",\#
            "imageDigest":"sha256:\#(digits.text(64))","runtimeId":"\#(digits.text(32))-0527074092",\#
            "taskArn":"\#(task)","networkInterfaces":[{"attachmentId":"\#(attachment)",\#
            "privateIpv4Address":"192.0.2.17"}],"cpu":"128","memory":"256"}
            """#
        }
        return #"""
            {"version":"0","id":"\#(digits.uuid())","detail-type":"ECS Task State Change","source":"aws.ecs",\#
            "account":"123456789012","time":"2026-11-20T12:00:00Z","region":"us-east-1","resources":["\#(task)"],\#
            "detail":{"attachments":[{"id":"\#(attachment)","type":"eni","status":"ATTACHED","details":[\#
            {"name":"subnetId","value":"subnet-\#(digits.text(17))"},\#
            {"name":"networkInterfaceId","value":"eni-\#(digits.text(17))"},\#
            {"name":"macAddress","value":"02:00:5e:10:00:01"},\#
            {"name":"privateIPv4Address","value":"192.0.2.17"}]}],\#
            "attributes":[{"name":"ecs.cpu-architecture","value":"arm64"}],"availabilityZone":"us-east-1a",\#
            "clusterArn":"\#(arn):cluster/shop","connectivity":"CONNECTED",\#
            "connectivityAt":"2026-11-20T11:59:41.120Z","containers":[\#(containers.joined(separator: ","))],\#
            "cpu":"256","createdAt":"2026-11-20T11:59:34.402Z","desiredStatus":"RUNNING",\#
            "enableExecuteCommand":false,"ephemeralStorage":{"sizeInGiB":20},"group":"service:web",\#
            "launchType":"FARGATE","lastStatus":"RUNNING","memory":"512",\#
            "overrides":{"containerOverrides":[{"name":"web"},{"name":"log-router"}]},\#
            "platformVersion":"1.4.0","pullStartedAt":"2026-11-20T11:59:45.103Z",\#
            "pullStoppedAt":"2026-11-20T11:59:55.103Z","startedAt":"2026-11-20T11:59:58.103Z",\#
            "startedBy":"ecs-svc/1234567890123456789","taskArn":"\#(task)",\#
            "taskDefinitionArn":"\#(arn):task-definition/web:42","updatedAt":"2026-11-20T11:59:58.103Z","version":4}}
            """#
    }

    /// A source action that has fetched a commit.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html>
    static func eventBridgeCodePipeline() -> String {
        var digits = Digits(seed: 32)
        let commit = digits.text(40)
        return #"""
            {"version":"0","id":"\#(digits.uuid())","detail-type":"CodePipeline Action Execution State Change",\#
            "source":"aws.codepipeline","account":"123456789012","time":"2026-11-20T12:00:00Z",\#
            "region":"us-east-1","resources":["arn:aws:codepipeline:us-east-1:123456789012:shop"],\#
            "detail":{"pipeline":"shop","execution-id":"\#(digits.uuid())","start-time":"2026-11-20T11:59:20.107Z",\#
            "stage":"Source","execution-result":{"external-execution-url":\#
            "https://us-east-1.console.aws.amazon.com/codecommit/home#/repository/shop/commit/\#(commit)",\#
            "external-execution-summary":"Speed up the basket","external-execution-id":"\#(commit)"},\#
            "output-artifacts":[{"name":"Source","s3location":{"bucket":"codepipeline-us-east-1-shop",\#
            "key":"shop/Source/\#(digits.text(7))"}}],"action-execution-id":"\#(digits.uuid())",\#
            "action":"Fetch","state":"SUCCEEDED","region":"us-east-1","type":{"owner":"AWS",\#
            "provider":"CodeCommit","category":"Source","version":"1"},"version":3.0,\#
            "pipeline-execution-attempt":1.0}}
            """#
    }
}
