import LambdaEventsCoding
public import LambdaEventsShared

/// A status of a stack, of a resource, or of what belongs to a stack set.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html>
public struct CloudFormationStatusDetails: Codable, Hashable, Sendable {
    /// The status.
    public var status: Status

    /// Why it is in that status.
    ///
    /// `nil` for stack sets that are well.
    ///
    /// Empty if there is no reason to give.
    public var statusReason: String?

    /// The status in more detail.
    ///
    /// `nil` if there is no more detail.
    public var detailedStatus: String?

    /// Creates a status.
    ///
    /// Parameters match the properties of the same name.
    public init(status: Status, statusReason: String? = nil, detailedStatus: String? = nil) {
        self.status = status
        self.statusReason = statusReason
        self.detailedStatus = detailedStatus
    }

    enum CodingKeys: String, CodingKey {
        case status
        case statusReason = "status-reason"
        case detailedStatus = "detailed-status"
    }
}

extension CloudFormationStatusDetails {
    /// A status of CloudFormation, such as `CREATE_COMPLETE` or `UPDATE_ROLLBACK_FAILED`.
    public struct Status: OpenValue {
        /// The text CloudFormation uses for the status.
        public let rawValue: String

        /// Creates a status from the text CloudFormation uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It is being created.
        public static var createInProgress: Self { Self(rawValue: "CREATE_IN_PROGRESS") }
        /// It was created.
        public static var createComplete: Self { Self(rawValue: "CREATE_COMPLETE") }
        /// It could not be created.
        public static var createFailed: Self { Self(rawValue: "CREATE_FAILED") }
        /// It is being updated.
        public static var updateInProgress: Self { Self(rawValue: "UPDATE_IN_PROGRESS") }
        /// It was updated.
        public static var updateComplete: Self { Self(rawValue: "UPDATE_COMPLETE") }
        /// It could not be updated.
        public static var updateFailed: Self { Self(rawValue: "UPDATE_FAILED") }
        /// It was updated, and what is no longer needed is being deleted.
        public static var updateCompleteCleanupInProgress: Self {
            Self(rawValue: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        }
        /// It is being deleted.
        public static var deleteInProgress: Self { Self(rawValue: "DELETE_IN_PROGRESS") }
        /// It was deleted.
        public static var deleteComplete: Self { Self(rawValue: "DELETE_COMPLETE") }
        /// It could not be deleted.
        public static var deleteFailed: Self { Self(rawValue: "DELETE_FAILED") }
        /// It is kept although its stack is gone.
        public static var deleteSkipped: Self { Self(rawValue: "DELETE_SKIPPED") }
        /// It is being removed because it could not be created.
        public static var rollbackInProgress: Self { Self(rawValue: "ROLLBACK_IN_PROGRESS") }
        /// It was removed because it could not be created.
        public static var rollbackComplete: Self { Self(rawValue: "ROLLBACK_COMPLETE") }
        /// It could be neither created nor removed.
        public static var rollbackFailed: Self { Self(rawValue: "ROLLBACK_FAILED") }
        /// It is being put back because it could not be updated.
        public static var updateRollbackInProgress: Self {
            Self(rawValue: "UPDATE_ROLLBACK_IN_PROGRESS")
        }
        /// It was put back because it could not be updated.
        public static var updateRollbackComplete: Self {
            Self(rawValue: "UPDATE_ROLLBACK_COMPLETE")
        }
        /// It was put back, and what is no longer needed is being deleted.
        public static var updateRollbackCompleteCleanupInProgress: Self {
            Self(rawValue: "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
        }
        /// It could be neither updated nor put back.
        public static var updateRollbackFailed: Self { Self(rawValue: "UPDATE_ROLLBACK_FAILED") }
        /// It waits for its change set to be executed.
        public static var reviewInProgress: Self { Self(rawValue: "REVIEW_IN_PROGRESS") }
        /// It is being imported.
        public static var importInProgress: Self { Self(rawValue: "IMPORT_IN_PROGRESS") }
        /// It was imported.
        public static var importComplete: Self { Self(rawValue: "IMPORT_COMPLETE") }
        /// It could not be imported.
        public static var importFailed: Self { Self(rawValue: "IMPORT_FAILED") }
        /// It is being let go because it could not be imported.
        public static var importRollbackInProgress: Self {
            Self(rawValue: "IMPORT_ROLLBACK_IN_PROGRESS")
        }
        /// It was let go because it could not be imported.
        public static var importRollbackComplete: Self {
            Self(rawValue: "IMPORT_ROLLBACK_COMPLETE")
        }
        /// It could be neither imported nor let go.
        public static var importRollbackFailed: Self { Self(rawValue: "IMPORT_ROLLBACK_FAILED") }

        /// Whether something goes on, so that another status is to come.
        public var isInProgress: Bool {
            rawValue.hasSuffix("_IN_PROGRESS") || rawValue == "RUNNING"
        }

        /// Whether what was asked for did not happen: it failed, or was or is being rolled back.
        public var isFailure: Bool {
            rawValue.hasSuffix("FAILED") || rawValue.hasPrefix("ROLLBACK_")
                || rawValue.hasPrefix("UPDATE_ROLLBACK_") || rawValue.hasPrefix("IMPORT_ROLLBACK_")
        }
    }
}
