import Web

/// Signs requests to AWS with Signature Version 4.
///
/// The signature is over a text with all that matters of a request, under a key that is made of the
/// secret, the day, the Region and the service:
///
/// ```
/// PUT                                             method
/// /2026/red%20flower.bmp                          path
///                                                 query
/// host:photos.s3.us-east-1.amazonaws.com          header fields, by name
/// x-amz-content-sha256:44ce7dd6…
/// x-amz-date:20261120T120000Z
///
/// host;x-amz-content-sha256;x-amz-date            their names
/// 44ce7dd6…                                       hash of the body
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
package struct RequestSigner: Sendable {
    private let credentials: AWSCredentials
    private let region: String
    private let service: String

    /// Creates a signer.
    ///
    /// - Parameters:
    ///   - credentials: Who signs.
    ///   - region: The Region that the service is in.
    ///   - service: The name of the service in signatures, such as `s3`.
    package init(_ credentials: AWSCredentials, region: String, service: String) {
        self.credentials = credentials
        self.region = region
        self.service = service
    }

    /// Adds the signature to a request, over all its header fields.
    ///
    /// Parameters of the query have to be in the order of their names.
    package func sign(_ request: inout WebRequest, at time: SigningTime) {
        let bodyHash = Self.hexadecimal(SHA256.hash(request.body))
        request.headers["x-amz-date"] = time.text
        request.headers["x-amz-security-token"] = credentials.sessionToken
        // S3 demands the field, others do without.
        if service == "s3" { request.headers["x-amz-content-sha256"] = bodyHash }

        var signed = request.headers
        signed["host"] = request.host
        let names = signed.keys.sorted()
        let fields = names.map { "\($0):\(Self.folded(signed[$0] ?? ""))\n" }.joined()
        let signedNames = names.joined(separator: ";")
        // S3 has the path in the signature as it is sent, all others encode it once more.
        let path =
            service == "s3"
            ? request.path : PercentEncoding.encode(request.path, keepsSlashes: true)
        let canonical = [
            request.method, path, request.query, fields, signedNames, bodyHash,
        ].joined(separator: "\n")

        let scope = "\(time.day)/\(region)/\(service)/aws4_request"
        let canonicalHash = Self.hexadecimal(SHA256.hash(Array(canonical.utf8)))
        let text = "AWS4-HMAC-SHA256\n\(time.text)\n\(scope)\n\(canonicalHash)"
        var key = Array("AWS4\(credentials.secretAccessKey)".utf8)
        for part in [time.day, region, service, "aws4_request"] {
            key = SHA256.authenticationCode(of: Array(part.utf8), key: key)
        }
        let signature = SHA256.authenticationCode(of: Array(text.utf8), key: key)
        request.headers["authorization"] =
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), "
            + "SignedHeaders=\(signedNames), Signature=\(Self.hexadecimal(signature))"
    }

    /// A value without spaces around it, and one for each run of them within.
    private static func folded(_ value: String) -> String {
        value.split(separator: " ").joined(separator: " ")
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
