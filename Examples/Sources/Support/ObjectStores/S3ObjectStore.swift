import AWSSigning
import Web

/// Objects in S3.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html>
package struct S3ObjectStore: ObjectStore {
    private let client: any WebClient
    private let signer: RequestSigner
    private let endpoint: S3Endpoint
    private let now: @Sendable () -> SigningTime

    /// Creates a store.
    ///
    /// - Parameters:
    ///   - client: What sends the requests.
    ///   - signer: What signs them.
    ///   - endpoint: Where S3 is.
    ///   - now: The time, for signatures.
    package init(
        client: any WebClient,
        signer: RequestSigner,
        endpoint: S3Endpoint,
        now: @escaping @Sendable () -> SigningTime = { .now }
    ) {
        self.client = client
        self.signer = signer
        self.endpoint = endpoint
        self.now = now
    }

    package func object(_ key: String, in bucket: String, upTo limit: Int) async throws -> [UInt8]?
    {
        // One byte more than is taken: it tells an object of that size from a larger one, of which
        // no more is sent.
        let response = try await send(
            "GET",
            key,
            in: bucket,
            headers: ["range": "bytes=0-\(limit)"]
        )
        switch response.status {
        case 200, 206:
            guard response.body.count <= limit else { throw ObjectStoreError.tooLarge(limit) }
            return response.body
        // No range of an object without content can be had.
        case 416: return []
        // Without the permission s3:ListBucket, S3 says 403 instead, and one cannot tell.
        case 404 where errorCode(in: response) == "NoSuchKey": return nil
        default: throw failure("GET", response)
        }
    }

    package func put(
        _ content: [UInt8],
        as key: String,
        in bucket: String,
        contentType: String
    ) async throws {
        let response = try await send(
            "PUT",
            key,
            in: bucket,
            headers: ["content-type": contentType],
            body: content
        )
        guard response.isSuccess else { throw failure("PUT", response) }
    }

    private func send(
        _ method: String,
        _ key: String,
        in bucket: String,
        headers: [String: String],
        body: [UInt8] = []
    ) async throws -> WebResponse {
        // Whoever meets such segments in a URL, takes them for steps and leads to another object.
        guard key.split(separator: "/").allSatisfy({ $0 != "." && $0 != ".." }) else {
            throw ObjectStoreError(.invalidKey, "A segment of the key is made of dots alone.")
        }
        var request = endpoint.request(method, key, in: bucket)
        request.headers = headers
        request.body = body
        signer.sign(&request, at: now())
        return try await client.send(request)
    }

    private func failure(_ method: String, _ response: WebResponse) -> ObjectStoreError {
        let code = errorCode(in: response).map { " (\($0))" } ?? ""
        return ObjectStoreError(
            .failed,
            "\(method) of an object returned status \(response.status)\(code). Expected 200."
        )
    }

    /// What S3 says in the XML of an error, such as `AccessDenied`.
    private func errorCode(in response: WebResponse) -> String? {
        // The elements have no attributes, and the code is a word.
        var parts = response.body.prefix(4096).split(separator: UInt8(ascii: "<"))[...]
        parts = parts.drop { !$0.starts(with: "Code>".utf8) }
        guard let code = parts.first?.dropFirst(5), !code.isEmpty, code.count <= 64 else {
            return nil
        }
        return String(decoding: code, as: UTF8.self)
    }
}
