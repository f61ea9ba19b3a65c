public import LambdaJSON

/// What a mobile application sends about itself with an invocation.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>
public struct ClientContext: Codable, Hashable, Sendable {
    /// The application.
    ///
    /// `nil` when the caller did not describe it.
    public var client: Client?

    /// What the application adds for the function.
    ///
    /// Empty when it adds nothing.
    public var custom: [String: JSONValue]

    /// The device.
    ///
    /// Empty when the caller did not describe it.
    public var environment: [String: JSONValue]

    /// The trace context of the caller.
    ///
    /// `nil` when the caller did not send one.
    public var w3c: TraceContext?

    /// Creates a client context.
    ///
    /// Parameters match the properties of the same name.
    public init(
        client: Client? = nil,
        custom: [String: JSONValue] = [:],
        environment: [String: JSONValue] = [:],
        w3c: TraceContext? = nil
    ) {
        self.client = client
        self.custom = custom
        self.environment = environment
        self.w3c = w3c
    }

    enum CodingKeys: String, CodingKey {
        case client
        case custom
        case capitalisedCustom = "Custom"
        case environment = "env"
        case w3c
    }

    /// Decodes a client context.
    ///
    /// Some SDKs spell the key of `custom` with a capital letter.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // A caller can send anything here. What has another shape is left out, so that it does not
        // take the rest with it.
        client = try? container.decodeIfPresent(Client.self, forKey: .client)
        w3c = try? container.decodeIfPresent(TraceContext.self, forKey: .w3c)
        let maps = [CodingKeys.custom, .capitalisedCustom, .environment].map {
            (try? container.decodeIfPresent([String: JSONValue].self, forKey: $0)) ?? [:]
        }
        custom = maps[0].isEmpty ? maps[1] : maps[0]
        environment = maps[2]
    }

    /// Encodes the client context.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(client, forKey: .client)
        if !custom.isEmpty { try container.encode(custom, forKey: .custom) }
        if !environment.isEmpty { try container.encode(environment, forKey: .environment) }
        try container.encodeIfPresent(w3c, forKey: .w3c)
    }
}

extension ClientContext {
    /// A mobile application.
    public struct Client: Codable, Hashable, Sendable {
        /// The identifier of this installation.
        ///
        /// `nil` when the caller did not send it.
        public var installationID: String?
        /// The title of the application.
        ///
        /// `nil` when the caller did not send it.
        public var appTitle: String?
        /// The name of the version.
        ///
        /// `nil` when the caller did not send it.
        public var appVersionName: String?
        /// The code of the version.
        ///
        /// `nil` when the caller did not send it.
        public var appVersionCode: String?
        /// The package of the application.
        ///
        /// `nil` when the caller did not send it.
        public var appPackageName: String?

        /// Creates a client.
        ///
        /// Parameters match the properties of the same name.
        public init(
            installationID: String? = nil,
            appTitle: String? = nil,
            appVersionName: String? = nil,
            appVersionCode: String? = nil,
            appPackageName: String? = nil
        ) {
            self.installationID = installationID
            self.appTitle = appTitle
            self.appVersionName = appVersionName
            self.appVersionCode = appVersionCode
            self.appPackageName = appPackageName
        }

        enum CodingKeys: String, CodingKey {
            case installationID = "installation_id"
            case appTitle = "app_title"
            case appVersionName = "app_version_name"
            case appVersionCode = "app_version_code"
            case appPackageName = "app_package_name"
        }
    }

    /// A W3C trace context.
    public struct TraceContext: Codable, Hashable, Sendable {
        /// The `traceparent` header.
        ///
        /// `nil` when the caller did not send it.
        public var traceparent: String?
        /// The `tracestate` header.
        ///
        /// `nil` when the caller did not send it.
        public var tracestate: String?
        /// The `baggage` header.
        ///
        /// `nil` when the caller did not send it.
        public var baggage: String?

        /// Creates a trace context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            traceparent: String? = nil,
            tracestate: String? = nil,
            baggage: String? = nil
        ) {
            self.traceparent = traceparent
            self.tracestate = tracestate
            self.baggage = baggage
        }
    }
}

/// The Amazon Cognito identity that invoked a function.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>
public struct CognitoIdentity: Codable, Hashable, Sendable {
    /// The identity.
    public var identityID: String
    /// The identity pool.
    public var identityPoolID: String

    /// Creates an identity.
    ///
    /// Parameters match the properties of the same name.
    public init(identityID: String, identityPoolID: String) {
        self.identityID = identityID
        self.identityPoolID = identityPoolID
    }

    enum CodingKeys: String, CodingKey {
        case identityID = "cognitoIdentityId"
        case identityPoolID = "cognitoIdentityPoolId"
    }
}
