import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension CloudTrailIdentity {
    /// The session of temporary credentials.
    public struct SessionContext: Codable, Hashable, Sendable {
        /// Who gave the credentials.
        ///
        /// `nil` for sessions of the root user and of IAM users.
        public var sessionIssuer: SessionIssuer?

        /// Who vouched for a web identity.
        ///
        /// `nil` for other identities.
        ///
        /// JSON key: `webIdFederationData`.
        public var webIDFederationData: JSONValue?

        /// When the session began, and how.
        ///
        /// `nil` if CloudTrail does not say.
        public var attributes: Attributes?

        /// Who was behind the first of a chain of roles.
        ///
        /// `nil` if they did not say.
        public var sourceIdentity: String?

        /// The version of the instance metadata service that gave the credentials, such as `2.0`.
        ///
        /// `nil` for credentials of another origin.
        public var ec2RoleDelivery: String?

        /// The ID of the VPC the credentials were issued in.
        ///
        /// `nil` for credentials of another origin.
        ///
        /// JSON key: `ec2IssuedInVpc`.
        public var ec2IssuedInVPC: String?

        /// Whether the session is one of the root user that was assumed: `"true"` if so.
        ///
        /// `nil` otherwise.
        public var assumedRoot: JSONValue?

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            sessionIssuer: SessionIssuer? = nil,
            webIDFederationData: JSONValue? = nil,
            attributes: Attributes? = nil,
            sourceIdentity: String? = nil,
            ec2RoleDelivery: String? = nil,
            ec2IssuedInVPC: String? = nil,
            assumedRoot: JSONValue? = nil
        ) {
            self.sessionIssuer = sessionIssuer
            self.webIDFederationData = webIDFederationData
            self.attributes = attributes
            self.sourceIdentity = sourceIdentity
            self.ec2RoleDelivery = ec2RoleDelivery
            self.ec2IssuedInVPC = ec2IssuedInVPC
            self.assumedRoot = assumedRoot
        }

        enum CodingKeys: String, CodingKey {
            case sessionIssuer
            case webIDFederationData = "webIdFederationData"
            case attributes
            case sourceIdentity
            case ec2RoleDelivery
            case ec2IssuedInVPC = "ec2IssuedInVpc"
            case assumedRoot
        }
    }

    /// Who gave the credentials of a session.
    public struct SessionIssuer: Codable, Hashable, Sendable {
        /// What kind of identity it is, such as `Role`.
        ///
        /// `nil` if CloudTrail does not say.
        public var type: String?

        /// The unique ID of the identity.
        ///
        /// `nil` if CloudTrail does not say.
        ///
        /// JSON key: `principalId`.
        public var principalID: String?

        /// The ARN of the identity.
        ///
        /// `nil` if CloudTrail does not say.
        public var arn: String?

        /// The ID of the account of the identity.
        ///
        /// `nil` if CloudTrail does not say.
        ///
        /// JSON key: `accountId`.
        public var accountID: String?

        /// The name of the role or the user.
        ///
        /// `nil` if CloudTrail does not say.
        public var userName: String?

        /// Creates an issuer.
        ///
        /// Parameters match the properties of the same name.
        public init(
            type: String? = nil,
            principalID: String? = nil,
            arn: String? = nil,
            accountID: String? = nil,
            userName: String? = nil
        ) {
            self.type = type
            self.principalID = principalID
            self.arn = arn
            self.accountID = accountID
            self.userName = userName
        }

        enum CodingKeys: String, CodingKey {
            case type
            case principalID = "principalId"
            case arn
            case accountID = "accountId"
            case userName
        }
    }

    /// When a session began, and how.
    public struct Attributes: Codable, Hashable, Sendable {
        /// When the credentials were issued.
        ///
        /// `nil` if CloudTrail does not say.
        public var creationDate: Timestamp?

        /// Whether the session began with a second factor: `true` or `false` in a string.
        ///
        /// `nil` if CloudTrail does not say. Use ``isMFAAuthenticated``.
        public var mfaAuthenticated: String?

        /// Creates the attributes.
        ///
        /// Parameters match the properties of the same name.
        public init(
            creationDate: Timestamp? = nil,
            mfaAuthenticated: String? = nil
        ) {
            self.creationDate = creationDate
            self.mfaAuthenticated = mfaAuthenticated
        }

        /// Whether the session began with a second factor.
        public var isMFAAuthenticated: Bool { mfaAuthenticated == "true" }
    }

    /// What kind of identity made a call.
    public struct IdentityType: OpenValue {
        /// The text AWS uses for the kind of identity.
        public let rawValue: String

        /// Creates a kind of identity from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The root user of an account.
        public static var root: Self { Self(rawValue: "Root") }
        /// A user of IAM.
        public static var iamUser: Self { Self(rawValue: "IAMUser") }
        /// A session of a role.
        public static var assumedRole: Self { Self(rawValue: "AssumedRole") }
        /// A role.
        public static var role: Self { Self(rawValue: "Role") }
        /// A user with a federation token.
        public static var federatedUser: Self { Self(rawValue: "FederatedUser") }
        /// A user of a directory.
        public static var directory: Self { Self(rawValue: "Directory") }
        /// Another account.
        public static var awsAccount: Self { Self(rawValue: "AWSAccount") }
        /// A service of AWS.
        public static var awsService: Self { Self(rawValue: "AWSService") }
        /// A user of IAM Identity Center.
        public static var identityCenterUser: Self { Self(rawValue: "IdentityCenterUser") }
        /// A user with a SAML assertion.
        public static var samlUser: Self { Self(rawValue: "SAMLUser") }
        /// A user of a web identity provider.
        public static var webIdentityUser: Self { Self(rawValue: "WebIdentityUser") }
        /// CloudTrail cannot tell.
        public static var unknown: Self { Self(rawValue: "Unknown") }
    }
}
