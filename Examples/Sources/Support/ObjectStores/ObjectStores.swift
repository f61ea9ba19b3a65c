import AWSSigning
import Settings
import Web

extension Settings {
    /// The store that `OBJECT_STORE` names: `s3`, or a folder.
    ///
    /// Without it, the folder `buckets`. On Lambda that fails, as nothing can be written there: what
    /// is not configured is not lost.
    ///
    /// - Throws: `MissingSetting` if something of S3 is missing, `WebError` without HTTPS.
    package func makeObjectStore() throws -> any ObjectStore {
        guard isS3 else { return FolderObjectStore(root: self["OBJECT_STORE"] ?? "buckets") }
        return S3ObjectStore(
            client: try makeWebClient(),
            signer: RequestSigner(
                try AWSCredentials(self),
                region: try required("AWS_REGION"),
                service: "s3"
            ),
            endpoint: try S3Endpoint(self)
        )
    }

    /// The name of a bucket.
    ///
    /// - Parameters:
    ///   - variable: The variable that has it.
    ///   - local: What it is otherwise, in a folder. In S3, it would be somebody's.
    /// - Returns: The name.
    /// - Throws: `MissingSetting` if it has to be set.
    package func bucket(_ variable: String, locally local: String) throws -> String {
        isS3 ? try required(variable) : self[variable] ?? local
    }

    private var isS3: Bool { self["OBJECT_STORE"] == "s3" }
}
