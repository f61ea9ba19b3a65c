public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A certificate of Certificate Manager that is available, about to expire, expired or revoked, or
/// that waits for someone to act.
///
/// The detail type of the event says which. The certificate is the resource of the event.
///
/// AWS documentation: <https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html>
public struct ACMCertificateDetail: Codable, Hashable, Sendable {
    /// How many days the certificate is still good for.
    ///
    /// `nil` if it has expired, or was revoked.
    ///
    /// JSON key: `DaysToExpiry`.
    public var daysToExpiry: Int?

    /// What made the certificate available: `ISSUANCE`, `RENEWAL`, `IMPORT` or `REIMPORT`.
    ///
    /// `nil` for other events.
    ///
    /// JSON key: `Action`.
    public var action: String?

    /// Where the certificate is from: `AMAZON_ISSUED`, `PRIVATE` or `IMPORTED`.
    ///
    /// `nil` for a certificate that is about to expire.
    ///
    /// JSON key: `CertificateType`.
    public var certificateType: String?

    /// The name the certificate is for.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `CommonName`.
    public var commonName: String?

    /// How the domain was validated: `DNS` or `EMAIL`.
    ///
    /// `nil` if it was not.
    ///
    /// JSON key: `DomainValidationMethod`.
    public var domainValidationMethod: String?

    /// Why the certificate is not renewed, such as `CAA_ERROR`.
    ///
    /// `nil` except where someone has to act.
    ///
    /// JSON key: `RenewalStatusReason`.
    public var renewalStatusReason: String?

    /// When the certificate was created.
    ///
    /// `nil` for a certificate that is about to expire.
    ///
    /// JSON key: `CertificateCreatedDate`.
    public var certificateCreatedDate: Timestamp?

    /// When the certificate expires.
    ///
    /// `nil` for a certificate that is about to expire.
    ///
    /// JSON key: `CertificateExpirationDate`.
    public var certificateExpirationDate: Timestamp?

    /// Whether a service uses the certificate.
    ///
    /// `nil` for a certificate that is about to expire.
    ///
    /// JSON key: `InUse`.
    public var inUse: Bool?

    /// Whether the certificate was exported.
    ///
    /// `nil` for a certificate that is about to expire.
    ///
    /// JSON key: `Exported`.
    public var exported: Bool?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        daysToExpiry: Int? = nil,
        action: String? = nil,
        certificateType: String? = nil,
        commonName: String? = nil,
        domainValidationMethod: String? = nil,
        renewalStatusReason: String? = nil,
        certificateCreatedDate: Timestamp? = nil,
        certificateExpirationDate: Timestamp? = nil,
        inUse: Bool? = nil,
        exported: Bool? = nil
    ) {
        self.daysToExpiry = daysToExpiry
        self.action = action
        self.certificateType = certificateType
        self.commonName = commonName
        self.domainValidationMethod = domainValidationMethod
        self.renewalStatusReason = renewalStatusReason
        self.certificateCreatedDate = certificateCreatedDate
        self.certificateExpirationDate = certificateExpirationDate
        self.inUse = inUse
        self.exported = exported
    }

    enum CodingKeys: String, CodingKey {
        case daysToExpiry = "DaysToExpiry"
        case action = "Action"
        case certificateType = "CertificateType"
        case commonName = "CommonName"
        case domainValidationMethod = "DomainValidationMethod"
        case renewalStatusReason = "RenewalStatusReason"
        case certificateCreatedDate = "CertificateCreatedDate"
        case certificateExpirationDate = "CertificateExpirationDate"
        case inUse = "InUse"
        case exported = "Exported"
    }
}

extension ACMCertificateDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.acm] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [
            .acmCertificateApproachingExpiration, .acmCertificateExpired,
            .acmCertificateAvailable, .acmCertificateRenewalActionRequired,
            .acmCertificateRevoked,
        ]
    }
}
