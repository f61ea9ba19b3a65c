import ObjectStores
import Settings
import Testing

struct SettingsStoreTests {
    @Test
    func isAFolderUnlessS3IsAskedFor() async throws {
        let folder = try TemporaryFolder()
        let store = try Settings(["OBJECT_STORE": folder.path]).makeObjectStore()
        try await store.put([1], as: "a", in: "photos", contentType: "text/plain")
        let same = FolderObjectStore(root: folder.path)
        #expect(try same.object("a", in: "photos", upTo: 1) == [1])
        #expect(try Settings([:]).makeObjectStore() is FolderObjectStore)
    }

    #if !HTTPS
    @Test
    func saysThatABuildWithoutHTTPSReachesNoS3() {
        let error = #expect(throws: (any Error).self) {
            try Settings(["OBJECT_STORE": "s3"]).makeObjectStore()
        }
        #expect(
            error.map { "\($0)" } == "This build has no HTTPS. Build it with --traits HTTPS."
        )
    }
    #endif

    @Test
    func guessesNoBucketOfS3() throws {
        #expect(try Settings([:]).bucket("PHOTOS", locally: "photos") == "photos")
        #expect(try Settings(["PHOTOS": "mine"]).bucket("PHOTOS", locally: "photos") == "mine")
        #expect(throws: MissingSetting(name: "PHOTOS")) {
            try Settings(["OBJECT_STORE": "s3"]).bucket("PHOTOS", locally: "photos")
        }
    }

    @Test(arguments: [
        (["AWS_REGION": "eu-west-1"], S3Endpoint.region("eu-west-1")),
        (["AWS_REGION": "eu-west-1", "AWS_ENDPOINT_URL": "http://a:1/"], .custom("http://a:1")),
        (["AWS_ENDPOINT_URL": "http://a", "AWS_ENDPOINT_URL_S3": "http://b"], .custom("http://b")),
    ])
    func readsTheEndpoint(values: [String: String], endpoint: S3Endpoint) throws {
        #expect(try S3Endpoint(Settings(values)) == endpoint)
    }
}
