import LambdaEventsCoding
public import LambdaJSON

extension CodeBuildInformation {
    /// Where the source of a build comes from.
    public struct Source: Codable, Hashable, Sendable {
        /// The kind of place, such as `S3`, `CODEPIPELINE` or `GITHUB`.
        ///
        /// `nil` if CodeBuild does not say.
        public var type: String?

        /// Where it is.
        ///
        /// `nil` for a build of a pipeline.
        public var location: String?

        /// The buildspec, or where it is.
        ///
        /// `nil` if it is in its usual place.
        public var buildspec: String?

        /// How CodeBuild signs in, as CodeBuild sends it.
        ///
        /// `nil` if there is none.
        public var auth: JSONValue?

        /// How many commits are cloned.
        ///
        /// `nil` if all are.
        public var gitCloneDepth: Int?

        /// Whether the provider of the source is told of the build.
        ///
        /// `nil` if CodeBuild does not say.
        public var reportBuildStatus: Bool?

        /// Whether certificates go unchecked.
        ///
        /// `nil` if CodeBuild does not say.
        public var insecureSSL: Bool?

        /// The name of the source among several.
        ///
        /// `nil` for the first.
        public var sourceIdentifier: String?

        /// Whether submodules are fetched, as CodeBuild sends it.
        ///
        /// `nil` if there is none.
        public var gitSubmodulesConfig: JSONValue?

        /// Creates a source.
        ///
        /// Parameters match the properties of the same name.
        public init(
            type: String? = nil,
            location: String? = nil,
            buildspec: String? = nil,
            auth: JSONValue? = nil,
            gitCloneDepth: Int? = nil,
            reportBuildStatus: Bool? = nil,
            insecureSSL: Bool? = nil,
            sourceIdentifier: String? = nil,
            gitSubmodulesConfig: JSONValue? = nil
        ) {
            self.type = type
            self.location = location
            self.buildspec = buildspec
            self.auth = auth
            self.gitCloneDepth = gitCloneDepth
            self.reportBuildStatus = reportBuildStatus
            self.insecureSSL = insecureSSL
            self.sourceIdentifier = sourceIdentifier
            self.gitSubmodulesConfig = gitSubmodulesConfig
        }

        enum CodingKeys: String, CodingKey {
            case type
            case location
            case buildspec
            case auth
            case gitCloneDepth = "git-clone-depth"
            case reportBuildStatus = "report-build-status"
            case insecureSSL = "insecure-ssl"
            case sourceIdentifier = "source-identifier"
            case gitSubmodulesConfig = "git-submodules-config"
        }
    }

    /// What a build made.
    public struct Artifact: Codable, Hashable, Sendable {
        /// The ARN of the object.
        ///
        /// `nil` or empty if the build makes nothing.
        public var location: String?

        /// The MD5 digest.
        ///
        /// `nil` before there is one.
        public var md5Sum: String?

        /// The SHA-256 digest.
        ///
        /// `nil` before there is one.
        public var sha256Sum: String?

        /// The name of the artifact among several.
        ///
        /// `nil` for the first.
        public var artifactIdentifier: String?

        /// Whether the artifact is not encrypted.
        ///
        /// `nil` if CodeBuild does not say.
        public var encryptionDisabled: Bool?

        /// Whether the buildspec names the artifact.
        ///
        /// `nil` if CodeBuild does not say.
        public var overrideArtifactName: Bool?

        /// Creates an artifact.
        ///
        /// Parameters match the properties of the same name.
        public init(
            location: String? = nil,
            md5Sum: String? = nil,
            sha256Sum: String? = nil,
            artifactIdentifier: String? = nil,
            encryptionDisabled: Bool? = nil,
            overrideArtifactName: Bool? = nil
        ) {
            self.location = location
            self.md5Sum = md5Sum
            self.sha256Sum = sha256Sum
            self.artifactIdentifier = artifactIdentifier
            self.encryptionDisabled = encryptionDisabled
            self.overrideArtifactName = overrideArtifactName
        }

        enum CodingKeys: String, CodingKey {
            case location
            case md5Sum = "md5sum"
            case sha256Sum = "sha256sum"
            case artifactIdentifier = "artifact-identifier"
            case encryptionDisabled = "encryption-disabled"
            case overrideArtifactName = "override-artifact-name"
        }
    }

    /// What a build runs in.
    public struct Environment: Codable, Hashable, Sendable {
        /// The image of the container.
        ///
        /// `nil` if CodeBuild does not say.
        public var image: String?

        /// The kind of environment, such as `LINUX_CONTAINER`.
        ///
        /// `nil` if CodeBuild does not say.
        public var type: String?

        /// The size of the environment, such as `BUILD_GENERAL1_SMALL`.
        ///
        /// `nil` if CodeBuild does not say.
        public var computeType: String?

        /// Whether the container can run containers.
        ///
        /// `nil` if CodeBuild does not say.
        public var privilegedMode: Bool?

        /// Whose credentials the image is pulled with: `CODEBUILD` or `SERVICE_ROLE`.
        ///
        /// `nil` if CodeBuild does not say.
        public var imagePullCredentialsType: String?

        /// The environment variables.
        ///
        /// Empty if there are none.
        public var environmentVariables: [EnvironmentVariable]

        /// Where the certificate of the registry is.
        ///
        /// `nil` if it needs none.
        public var certificate: String?

        /// The credentials of the registry, as CodeBuild sends it.
        ///
        /// `nil` if there is none.
        public var registryCredential: JSONValue?

        /// The reserved capacity the build runs on, as CodeBuild sends it.
        ///
        /// `nil` if there is none.
        public var fleet: JSONValue?

        /// Creates an environment.
        ///
        /// Parameters match the properties of the same name.
        public init(
            image: String? = nil,
            type: String? = nil,
            computeType: String? = nil,
            privilegedMode: Bool? = nil,
            imagePullCredentialsType: String? = nil,
            environmentVariables: [EnvironmentVariable] = [],
            certificate: String? = nil,
            registryCredential: JSONValue? = nil,
            fleet: JSONValue? = nil
        ) {
            self.image = image
            self.type = type
            self.computeType = computeType
            self.privilegedMode = privilegedMode
            self.imagePullCredentialsType = imagePullCredentialsType
            self.environmentVariables = environmentVariables
            self.certificate = certificate
            self.registryCredential = registryCredential
            self.fleet = fleet
        }

        enum CodingKeys: String, WritesEmptyCollections {
            case image
            case type
            case computeType = "compute-type"
            case privilegedMode = "privileged-mode"
            case imagePullCredentialsType = "image-pull-credentials-type"
            case environmentVariables = "environment-variables"
            case certificate
            case registryCredential = "registry-credential"
            case fleet
        }
    }

    /// An environment variable of a build.
    public struct EnvironmentVariable: Codable, Hashable, Sendable {
        /// The name.
        ///
        /// `nil` if CodeBuild does not say.
        public var name: String?

        /// What the value is: `PLAINTEXT`, `PARAMETER_STORE` or `SECRETS_MANAGER`.
        ///
        /// `nil` if CodeBuild does not say.
        public var type: String?

        /// The value, or where it is.
        ///
        /// `nil` if CodeBuild does not say.
        public var value: String?

        /// Creates a variable.
        ///
        /// Parameters match the properties of the same name.
        public init(name: String? = nil, type: String? = nil, value: String? = nil) {
            self.name = name
            self.type = type
            self.value = value
        }
    }
}
