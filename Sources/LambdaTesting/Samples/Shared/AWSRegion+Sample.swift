import LambdaEvents

extension AWSRegion {
    /// The first part of the ARNs of the region.
    var partition: String {
        if rawValue.hasPrefix("cn-") { return "aws-cn" }
        if rawValue.hasPrefix("us-gov-") { return "aws-us-gov" }
        return rawValue.hasPrefix("eusc-") ? "aws-eusc" : "aws"
    }

    /// The domain of the services of the region.
    var domain: String {
        switch partition {
        case "aws-cn": "\(self).amazonaws.com.cn"
        case "aws-eusc": "\(self).amazonaws.eu"
        default: "\(self).amazonaws.com"
        }
    }

    /// The ARN of something in the region.
    func arn(_ service: String, _ accountID: String, _ resource: String) -> String {
        "arn:\(partition):\(service):\(self):\(accountID):\(resource)"
    }
}
