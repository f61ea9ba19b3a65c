import LambdaEventsCoding
public import LambdaEventsShared

extension CloudTrailDetail {
    /// A resource a call used.
    public struct Resource: Codable, Hashable, Sendable {
        /// The ARN of the resource.
        ///
        /// `nil` if CloudTrail says only a part of it.
        ///
        /// JSON key: `ARN`.
        public var arn: String?

        /// The beginning of the ARNs of the resources.
        ///
        /// `nil` if there is one resource.
        ///
        /// JSON key: `ARNPrefix`.
        public var arnPrefix: String?

        /// The ID of the account that owns the resource.
        ///
        /// `nil` if CloudTrail does not say.
        ///
        /// JSON key: `accountId`.
        public var accountID: String?

        /// The type of the resource, such as `AWS::S3::Bucket`.
        ///
        /// `nil` if CloudTrail does not say.
        public var type: String?

        /// Creates a resource.
        ///
        /// Parameters match the properties of the same name.
        public init(
            arn: String? = nil,
            arnPrefix: String? = nil,
            accountID: String? = nil,
            type: String? = nil
        ) {
            self.arn = arn
            self.arnPrefix = arnPrefix
            self.accountID = accountID
            self.type = type
        }

        enum CodingKeys: String, CodingKey {
            case arn = "ARN"
            case arnPrefix = "ARNPrefix"
            case accountID = "accountId"
            case type
        }
    }

    /// How the connection of a call was encrypted.
    public struct TLSDetails: Codable, Hashable, Sendable {
        /// The version of TLS, such as `TLSv1.3`.
        ///
        /// `nil` if CloudTrail does not say.
        public var tlsVersion: String?

        /// The algorithms.
        ///
        /// `nil` if CloudTrail does not say.
        public var cipherSuite: String?

        /// The host name the client asked for.
        ///
        /// `nil` if CloudTrail does not say.
        public var clientProvidedHostHeader: String?

        /// The algorithm the keys were exchanged with.
        ///
        /// `nil` if CloudTrail does not say.
        public var keyExchange: String?

        /// Creates the details.
        ///
        /// Parameters match the properties of the same name.
        public init(
            tlsVersion: String? = nil,
            cipherSuite: String? = nil,
            clientProvidedHostHeader: String? = nil,
            keyExchange: String? = nil
        ) {
            self.tlsVersion = tlsVersion
            self.cipherSuite = cipherSuite
            self.clientProvidedHostHeader = clientProvidedHostHeader
            self.keyExchange = keyExchange
        }
    }

    /// What kind of record CloudTrail wrote.
    public struct EventType: OpenValue {
        /// The text AWS uses for the kind of record.
        public let rawValue: String

        /// Creates a kind of record from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An API was called.
        public static var awsAPICall: Self { Self(rawValue: "AwsApiCall") }
        /// A service did something on its own.
        public static var awsServiceEvent: Self { Self(rawValue: "AwsServiceEvent") }
        /// Someone did something in the console that is no call to an API.
        public static var awsConsoleAction: Self { Self(rawValue: "AwsConsoleAction") }
        /// Someone signed in to the console, or tried to.
        public static var awsConsoleSignIn: Self { Self(rawValue: "AwsConsoleSignIn") }
        /// A call went through a VPC endpoint.
        public static var awsVPCEEvent: Self { Self(rawValue: "AwsVpceEvent") }
    }
}
