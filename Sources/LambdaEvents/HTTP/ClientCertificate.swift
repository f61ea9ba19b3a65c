import LambdaEventsCoding
import LambdaEventsShared

/// The certificate with which a client identified itself in mutual TLS.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html>
public struct ClientCertificate: Codable, Hashable, Sendable {
    /// The certificate in PEM.
    ///
    /// JSON key: `clientCertPem`.
    public var pem: String

    /// The distinguished name of the client.
    ///
    /// `nil` if the gateway sends only the certificate.
    public var subjectDN: String?

    /// The distinguished name of the authority that issued the certificate.
    ///
    /// `nil` if the gateway sends only the certificate.
    public var issuerDN: String?

    /// The serial number of the certificate.
    ///
    /// `nil` if the gateway sends only the certificate.
    public var serialNumber: String?

    /// When the certificate is valid.
    ///
    /// `nil` if the gateway sends only the certificate.
    public var validity: Validity?

    /// Creates a certificate.
    ///
    /// Parameters match the properties of the same name.
    public init(
        pem: String,
        subjectDN: String? = nil,
        issuerDN: String? = nil,
        serialNumber: String? = nil,
        validity: Validity? = nil
    ) {
        self.pem = pem
        self.subjectDN = subjectDN
        self.issuerDN = issuerDN
        self.serialNumber = serialNumber
        self.validity = validity
    }

    enum CodingKeys: String, CodingKey {
        case pem = "clientCertPem"
        case subjectDN
        case issuerDN
        case serialNumber
        case validity
    }

    /// When a certificate is valid.
    public struct Validity: Codable, Hashable, Sendable {
        /// The first second, in the text of OpenSSL: `May 28 12:30:02 2019 GMT`.
        ///
        /// `nil` if the gateway does not send it.
        public var notBefore: String?

        /// The last second, in the text of OpenSSL: `Aug  5 09:36:04 2021 GMT`.
        ///
        /// `nil` if the gateway does not send it.
        public var notAfter: String?

        /// Creates a validity.
        ///
        /// Parameters match the properties of the same name.
        public init(notBefore: String? = nil, notAfter: String? = nil) {
            self.notBefore = notBefore
            self.notAfter = notAfter
        }
    }
}
