import LambdaEventsCoding
import LambdaEventsShared
public import LambdaJSON

/// Who made a call that CloudTrail recorded.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
public struct CloudTrailIdentity: Codable, Hashable, Sendable {
    /// What kind of identity it is.
    ///
    /// `nil` for what a service did on its own.
    public var type: IdentityType?

    /// The unique ID of the identity.
    ///
    /// `nil` if CloudTrail does not say.
    ///
    /// JSON key: `principalId`.
    public var principalID: String?

    /// The ARN of the identity.
    ///
    /// `nil` if it has none, such as a service.
    public var arn: String?

    /// The ID of the account of the identity.
    ///
    /// `nil` if CloudTrail does not say.
    ///
    /// JSON key: `accountId`.
    public var accountID: String?

    /// The ID of the access key the call was signed with.
    ///
    /// `nil` if it was not; empty for some sign-ins.
    ///
    /// JSON key: `accessKeyId`.
    public var accessKeyID: String?

    /// The name of the identity.
    ///
    /// `nil` if it has none.
    public var userName: String?

    /// The session, for temporary credentials.
    ///
    /// `nil` for others.
    public var sessionContext: SessionContext?

    /// The service that made the call on someone's behalf.
    ///
    /// `nil` if none did.
    public var invokedBy: String?

    /// Who vouched for the identity.
    ///
    /// `nil` except for SAML and web identities.
    public var identityProvider: String?

    /// The ID of the credential of the session.
    ///
    /// `nil` except for IAM Identity Center.
    ///
    /// JSON key: `credentialId`.
    public var credentialID: String?

    /// The user of IAM Identity Center the call was made for.
    ///
    /// `nil` for others.
    public var onBehalfOf: JSONValue?

    /// The resource the credentials were given to.
    ///
    /// `nil` if CloudTrail does not say.
    public var inScopeOf: JSONValue?

    /// Creates an identity.
    ///
    /// Parameters match the properties of the same name.
    public init(
        type: IdentityType? = nil,
        principalID: String? = nil,
        arn: String? = nil,
        accountID: String? = nil,
        accessKeyID: String? = nil,
        userName: String? = nil,
        sessionContext: SessionContext? = nil,
        invokedBy: String? = nil,
        identityProvider: String? = nil,
        credentialID: String? = nil,
        onBehalfOf: JSONValue? = nil,
        inScopeOf: JSONValue? = nil
    ) {
        self.type = type
        self.principalID = principalID
        self.arn = arn
        self.accountID = accountID
        self.accessKeyID = accessKeyID
        self.userName = userName
        self.sessionContext = sessionContext
        self.invokedBy = invokedBy
        self.identityProvider = identityProvider
        self.credentialID = credentialID
        self.onBehalfOf = onBehalfOf
        self.inScopeOf = inScopeOf
    }

    enum CodingKeys: String, CodingKey {
        case type
        case principalID = "principalId"
        case arn
        case accountID = "accountId"
        case accessKeyID = "accessKeyId"
        case userName
        case sessionContext
        case invokedBy
        case identityProvider
        case credentialID = "credentialId"
        case onBehalfOf
        case inScopeOf
    }
}
