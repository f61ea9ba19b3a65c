public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A certificate of Certificate Manager that is about to expire, or has expired.
///
/// AWS documentation: <https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html>
public struct ACMCertificateExpirationDetail: Codable, Hashable, Sendable {
    /// How many days the certificate is still good for.
    ///
    /// `nil` if it has expired.
    ///
    /// JSON key: `DaysToExpiry`.
    public var daysToExpiry: Int?

    /// The name the certificate is for.
    ///
    /// `nil` if ACM does not say.
    ///
    /// JSON key: `CommonName`.
    public var commonName: String?

    /// Where the certificate is from, such as `AMAZON_ISSUED`.
    ///
    /// `nil` if ACM does not say.
    ///
    /// JSON key: `CertificateType`.
    public var certificateType: String?

    /// When the certificate expires.
    ///
    /// `nil` if ACM does not say.
    ///
    /// JSON key: `CertificateExpirationDate`.
    public var certificateExpirationDate: Timestamp?

    /// The domain the certificate is for.
    ///
    /// `nil` if ACM does not say.
    ///
    /// JSON key: `DomainName`.
    public var domainName: String?

    /// Whether a service uses the certificate.
    ///
    /// `nil` if ACM does not say.
    ///
    /// JSON key: `InUse`.
    public var inUse: Bool?

    /// Whether the certificate was exported.
    ///
    /// `nil` if ACM does not say.
    ///
    /// JSON key: `Exported`.
    public var exported: Bool?

    /// What ACM did, such as `EXPIRED` or `RENEWAL`.
    ///
    /// `nil` for a certificate that is about to expire.
    ///
    /// JSON key: `Action`.
    public var action: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        daysToExpiry: Int? = nil,
        commonName: String? = nil,
        certificateType: String? = nil,
        certificateExpirationDate: Timestamp? = nil,
        domainName: String? = nil,
        inUse: Bool? = nil,
        exported: Bool? = nil,
        action: String? = nil
    ) {
        self.daysToExpiry = daysToExpiry
        self.commonName = commonName
        self.certificateType = certificateType
        self.certificateExpirationDate = certificateExpirationDate
        self.domainName = domainName
        self.inUse = inUse
        self.exported = exported
        self.action = action
    }

    enum CodingKeys: String, CodingKey {
        case daysToExpiry = "DaysToExpiry"
        case commonName = "CommonName"
        case certificateType = "CertificateType"
        case certificateExpirationDate = "CertificateExpirationDate"
        case domainName = "DomainName"
        case inUse = "InUse"
        case exported = "Exported"
        case action = "Action"
    }
}

extension ACMCertificateExpirationDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.acm] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.acmCertificateApproachingExpiration, .acmCertificateExpired]
    }
}
