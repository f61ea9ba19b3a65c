public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A version of a package that was created, changed or deleted.
///
/// AWS documentation: <https://docs.aws.amazon.com/codeartifact/latest/ug/service-event-format-example.html>
public struct CodeArtifactPackageVersionDetail: Codable, Hashable, Sendable {
    /// The name of the domain.
    public var domainName: String

    /// The account the domain belongs to.
    ///
    /// `nil` if CodeArtifact does not say.
    public var domainOwner: String?

    /// The name of the repository.
    public var repositoryName: String

    /// The account that looks after the repository.
    ///
    /// `nil` if CodeArtifact does not say.
    public var repositoryAdministrator: String?

    /// The format of the package, such as `npm`, `maven` or `swift`.
    ///
    /// `nil` if CodeArtifact does not say.
    public var packageFormat: String?

    /// The namespace of the package.
    ///
    /// `nil` for packages that have none.
    public var packageNamespace: String?

    /// The name of the package.
    public var packageName: String

    /// The version of the package.
    public var packageVersion: String

    /// The state the version is in now.
    ///
    /// `nil` if CodeArtifact does not say.
    public var packageVersionState: State?

    /// What changes whenever the assets or the metadata of the version do.
    ///
    /// `nil` if CodeArtifact does not say.
    public var packageVersionRevision: String?

    /// What changed.
    ///
    /// `nil` if CodeArtifact does not say.
    public var changes: Changes?

    /// Whether the version was created, changed or deleted.
    ///
    /// `nil` if CodeArtifact does not say.
    public var operationType: OperationType?

    /// What orders the events of a package, which may come out of order.
    ///
    /// `nil` if CodeArtifact does not say.
    public var sequenceNumber: Int?

    /// What tells the same event that comes twice.
    ///
    /// `nil` if CodeArtifact does not say.
    public var eventDeduplicationID: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        domainName: String,
        domainOwner: String? = nil,
        repositoryName: String,
        repositoryAdministrator: String? = nil,
        packageFormat: String? = nil,
        packageNamespace: String? = nil,
        packageName: String,
        packageVersion: String,
        packageVersionState: State? = nil,
        packageVersionRevision: String? = nil,
        changes: Changes? = nil,
        operationType: OperationType? = nil,
        sequenceNumber: Int? = nil,
        eventDeduplicationID: String? = nil
    ) {
        self.domainName = domainName
        self.domainOwner = domainOwner
        self.repositoryName = repositoryName
        self.repositoryAdministrator = repositoryAdministrator
        self.packageFormat = packageFormat
        self.packageNamespace = packageNamespace
        self.packageName = packageName
        self.packageVersion = packageVersion
        self.packageVersionState = packageVersionState
        self.packageVersionRevision = packageVersionRevision
        self.changes = changes
        self.operationType = operationType
        self.sequenceNumber = sequenceNumber
        self.eventDeduplicationID = eventDeduplicationID
    }

    enum CodingKeys: String, CodingKey {
        case domainName
        case domainOwner
        case repositoryName
        case repositoryAdministrator
        case packageFormat
        case packageNamespace
        case packageName
        case packageVersion
        case packageVersionState
        case packageVersionRevision
        case changes
        case operationType
        case sequenceNumber
        case eventDeduplicationID = "eventDeduplicationId"
    }
}

extension CodeArtifactPackageVersionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { ["aws.codeartifact"] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.codeArtifactPackageVersionStateChange]
    }
}

extension CodeArtifactPackageVersionDetail {
    /// A state of a version of a package.
    public struct State: OpenValue {
        /// The text CodeArtifact uses for the state.
        public let rawValue: String

        /// Creates a state from the text CodeArtifact uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Not all assets are there yet.
        public static var unfinished: Self { Self(rawValue: "Unfinished") }
        /// The version can be used.
        public static var published: Self { Self(rawValue: "Published") }
        /// The version can be used, and is not listed.
        public static var unlisted: Self { Self(rawValue: "Unlisted") }
        /// The assets cannot be downloaded.
        public static var archived: Self { Self(rawValue: "Archived") }
        /// The assets are gone.
        public static var disposed: Self { Self(rawValue: "Disposed") }
        /// The version is gone.
        public static var deleted: Self { Self(rawValue: "Deleted") }
    }

    /// What was done to a version of a package.
    public struct OperationType: OpenValue {
        /// The text CodeArtifact uses for the operation.
        public let rawValue: String

        /// Creates an operation from the text CodeArtifact uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It was created.
        public static var created: Self { Self(rawValue: "Created") }
        /// It was changed.
        public static var updated: Self { Self(rawValue: "Updated") }
        /// It was deleted.
        public static var deleted: Self { Self(rawValue: "Deleted") }
    }

    /// What changed of a version of a package.
    public struct Changes: Codable, Hashable, Sendable {
        /// How many assets were added.
        ///
        /// `nil` if CodeArtifact does not say.
        public var assetsAdded: Int?

        /// How many assets were removed.
        ///
        /// `nil` if CodeArtifact does not say.
        public var assetsRemoved: Int?

        /// How many assets were changed.
        ///
        /// `nil` if CodeArtifact does not say.
        public var assetsUpdated: Int?

        /// Whether the metadata changed.
        ///
        /// `nil` if CodeArtifact does not say.
        public var metadataUpdated: Bool?

        /// Whether the state changed.
        ///
        /// `nil` if CodeArtifact does not say.
        public var statusChanged: Bool?

        /// Creates the changes.
        ///
        /// Parameters match the properties of the same name.
        public init(
            assetsAdded: Int? = nil,
            assetsRemoved: Int? = nil,
            assetsUpdated: Int? = nil,
            metadataUpdated: Bool? = nil,
            statusChanged: Bool? = nil
        ) {
            self.assetsAdded = assetsAdded
            self.assetsRemoved = assetsRemoved
            self.assetsUpdated = assetsUpdated
            self.metadataUpdated = metadataUpdated
            self.statusChanged = statusChanged
        }
    }
}
