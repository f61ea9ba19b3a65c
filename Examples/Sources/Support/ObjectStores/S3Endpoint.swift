import Settings
import Web

/// Where S3 is, and how a bucket is named there.
package enum S3Endpoint: Equatable, Sendable {
    /// S3 in a Region.
    case region(String)

    /// Something that speaks as S3 does, such as moto or MinIO, at an address without a slash at its
    /// end. The bucket is the first segment of the path.
    case custom(String)

    /// Reads the variables that the SDKs of AWS read, too.
    ///
    /// - Throws: `MissingSetting` without a Region, which Lambda sets.
    package init(_ settings: Settings) throws {
        if let url = settings["AWS_ENDPOINT_URL_S3"] ?? settings["AWS_ENDPOINT_URL"] {
            self = .custom(url.hasSuffix("/") ? String(url.dropLast()) : url)
        } else {
            self = .region(try settings.required("AWS_REGION"))
        }
    }

    /// The request for an object, without header fields and body.
    package func request(_ method: String, _ key: String, in bucket: String) -> WebRequest {
        let path = "/" + PercentEncoding.encode(key, keepsSlashes: true)
        let bucketPath = "/" + PercentEncoding.encode(bucket)
        switch self {
        case .custom(let origin):
            return WebRequest(method, origin, bucketPath + path)
        case .region(let region):
            let suffix = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
            let host = "s3.\(region).\(suffix)"
            // The certificate is for one name before that of S3.
            if bucket.contains(".") {
                return WebRequest(method, "https://\(host)", bucketPath + path)
            }
            return WebRequest(method, "https://\(bucket).\(host)", path)
        }
    }
}
