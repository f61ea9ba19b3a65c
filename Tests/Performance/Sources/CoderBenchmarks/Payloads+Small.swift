extension Payloads {
    /// A message from a client of a WebSocket API.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html>
    var webSocket: String {
        #"""
        {"requestContext":{"routeKey":"say","eventType":"MESSAGE","extendedRequestId":"WuVvOHHOIAMEb3A=","reques\#
        tTime":"01/Mar/2026:12:00:00 +0000","messageDirection":"IN","stage":"prod","connectedAt":1772366399100,"\#
        requestTimeEpoch":1772366400250,"identity":{"userAgent":"Mozilla/5.0","sourceIp":"203.0.113.10"},"reques\#
        tId":"WuVvOHHOIAMEb3A=","domainName":"a1b2c3d4e5.execute-api.us-east-1.amazonaws.com","connectionId":"Wu\#
        VvNcsQIAMCJPQ=","apiId":"a1b2c3d4e5","messageId":"WuVvOcBnoAMCJPQ="},"body":"{\"action\":\"say\",\"text\#
        \":\"Hello\"}","isBase64Encoded":false}
        """#
    }

    /// An alarm that went off, through EventBridge.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html>
    var eventBridgeAlarm: String {
        #"""
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703460019","detail-type":"CloudWatch Alarm State Change"\#
        ,"source":"aws.cloudwatch","account":"123456789012","time":"2026-03-01T12:00:00Z","region":"us-east-1","\#
        resources":["arn:aws:cloudwatch:us-east-1:123456789012:alarm:cpu-too-high"],"detail":{"alarmName":"cpu-t\#
        oo-high","configuration":{"description":"The machine is busy.","metrics":[{"id":"cpu","metricStat":{"met\#
        ric":{"namespace":"AWS/EC2","name":"CPUUtilization","dimensions":{"InstanceId":"i-1234567890abcdef0"}},"\#
        period":300,"stat":"Average"},"returnData":true}]},"previousState":{"reason":"Threshold Crossed: 1 datap\#
        oint was not greater than the threshold (50.0).","reasonData":"{\"version\":\"1.0\",\"threshold\":50.0,\#
        \"recentDatapoints\":[12.5]}","timestamp":"2026-03-01T11:50:00.987+0000","value":"OK"},"state":{"reason"\#
        :"Threshold Crossed: 1 datapoint was greater than the threshold (50.0).","reasonData":"{\"version\":\"1.\#
        0\",\"threshold\":50.0,\"recentDatapoints\":[99.5]}","timestamp":"2026-03-01T12:00:00.989+0000","value":\#
        "ALARM"}}}
        """#
    }

    /// A finding of GuardDuty, through EventBridge.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html>
    var eventBridgeFinding: String {
        #"""
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703460024","detail-type":"GuardDuty Finding","source":"a\#
        ws.guardduty","account":"123456789012","time":"2026-03-01T12:00:00Z","region":"us-east-1","resources":[]\#
        ,"detail":{"schemaVersion":"2.0","accountId":"123456789012","region":"us-east-1","partition":"aws","id":\#
        "16afba5c5c43e07c9e3e5e2e544e95df","arn":"arn:aws:guardduty:us-east-1:123456789012:detector/12abc34d567e\#
        8fa901bc2d34e56789f0/finding/16afba5c5c43e07c9e3e5e2e544e95df","type":"UnauthorizedAccess:EC2/SSHBruteFo\#
        rce","resource":{"resourceType":"Instance","instanceDetails":{"instanceId":"i-1234567890abcdef0","tags":\#
        [{"key":"stage","value":"test"}],"outpostArn":null}},"service":{"serviceName":"guardduty","detectorId":"\#
        12abc34d567e8fa901bc2d34e56789f0","action":{"actionType":"NETWORK_CONNECTION","networkConnectionAction":\#
        {"connectionDirection":"INBOUND","localPortDetails":{"port":22,"portName":"SSH"},"remoteIpDetails":{"ipA\#
        ddressV4":"198.51.100.7"},"blocked":false}},"resourceRole":"TARGET","additionalInfo":{"value":"{}","type\#
        ":"default"},"eventFirstSeen":"2026-03-01T11:00:00.000Z","eventLastSeen":"2026-03-01T11:59:00.000Z","arc\#
        hived":false,"count":3},"severity":5.5,"createdAt":"2026-03-01T11:10:00.123Z","updatedAt":"2026-03-01T12\#
        :00:00.123Z","title":"198.51.100.7 is trying passwords.","description":"198.51.100.7 is trying passwords\#
         on i-1234567890abcdef0."}}
        """#
    }

    /// A training job of SageMaker, through EventBridge.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html>
    var eventBridgeTraining: String {
        #"""
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703460030","detail-type":"SageMaker Training Job State C\#
        hange","source":"aws.sagemaker","account":"123456789012","time":"2026-03-01T12:00:00Z","region":"us-east\#
        -1","resources":["arn:aws:sagemaker:us-east-1:123456789012:training-job/kmeans-1"],"detail":{"TrainingJo\#
        bName":"kmeans-1","TrainingJobArn":"arn:aws:sagemaker:us-east-1:123456789012:training-job/kmeans-1","Tra\#
        iningJobStatus":"Completed","SecondaryStatus":"Completed","HyperParameters":{"k":"10"},"AlgorithmSpecifi\#
        cation":{"TrainingImage":"kmeans:1","TrainingInputMode":"File"},"RoleArn":"arn:aws:iam::123456789012:rol\#
        e/training","InputDataConfig":[{"ChannelName":"train","DataSource":{"S3DataSource":{"S3Uri":"s3://amzn-s\#
        3-demo-bucket/train"}}}],"OutputDataConfig":{"S3OutputPath":"s3://amzn-s3-demo-bucket/models"},"Resource\#
        Config":{"InstanceType":"ml.m5.large","InstanceCount":3,"VolumeSizeInGB":20},"VpcConfig":{},"StoppingCon\#
        dition":{"MaxRuntimeInSeconds":3600},"CreationTime":"1772362800000","TrainingStartTime":"1772363100000",\#
        "TrainingEndTime":"1772366400000","LastModifiedTime":"1772366400000","SecondaryStatusTransitions":[{"Sta\#
        tus":"Training","StartTime":1772363100000}],"Tags":{}}}
        """#
    }
}
