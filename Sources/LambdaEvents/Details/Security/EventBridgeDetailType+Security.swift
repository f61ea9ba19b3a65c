public import LambdaEventBridgeEvents
import LambdaEventsShared

extension EventBridgeDetailType {
    /// Sent by GuardDuty when it found something, and when it found more of it.
    public static var guardDutyFinding: Self { "GuardDuty Finding" }
    /// Sent by Amazon WorkSpaces when a user signed in.
    public static var workSpacesAccess: Self { "WorkSpaces Access" }
    /// Sent by IAM Access Analyzer when it found something, and when that changed.
    public static var accessAnalyzerFinding: Self { "Access Analyzer Finding" }
    /// Sent by KMS when the material of a key was rotated.
    public static var kmsKeyRotation: Self { "KMS CMK Rotation" }
    /// Sent by KMS when the imported material of a key expired.
    public static var kmsImportedKeyMaterialExpiration: Self {
        "KMS Imported Key Material Expiration"
    }
    /// Sent by KMS when a key was deleted.
    public static var kmsKeyDeletion: Self { "KMS CMK Deletion" }
    /// Sent by Certificate Manager each day from 45 days before a certificate expires.
    public static var acmCertificateApproachingExpiration: Self {
        "ACM Certificate Approaching Expiration"
    }
    /// Sent by Certificate Manager when a certificate expired.
    public static var acmCertificateExpired: Self { "ACM Certificate Expired" }
    /// Sent by Security Hub for each finding that is new or changed.
    public static var securityHubFindingsImported: Self { "Security Hub Findings - Imported" }
    /// Sent by Security Hub when someone chose findings for a custom action.
    public static var securityHubFindingsCustomAction: Self {
        "Security Hub Findings - Custom Action"
    }
}
