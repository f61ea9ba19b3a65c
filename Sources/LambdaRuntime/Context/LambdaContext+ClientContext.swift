public import LambdaJSON

// Few functions look into a client context. What can be is compiled where it is used, and nowhere else.

extension LambdaContext {
    /// What a mobile application sends about itself with an invocation.
    ///
    /// It is kept as the JSON object that was sent, of which the properties are views: a caller can send
    /// anything here, and what has another shape than expected is simply not there.
    ///
    /// AWS documentation:
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>
    public struct ClientContext: Hashable, Sendable {
        /// The whole object, with members that have no property here.
        public var json: JSONValue

        /// Creates a client context from the object that a caller would send.
        public init(json: JSONValue) {
            self.json = json
        }

        /// Creates a client context.
        ///
        /// Parameters match the properties of the same name.
        @_alwaysEmitIntoClient
        public init(
            client: Client? = nil,
            custom: [String: JSONValue] = [:],
            environment: [String: JSONValue] = [:],
            w3c: TraceContext? = nil
        ) {
            var members: [String: JSONValue] = [:]
            members["client"] = client?.json
            if !custom.isEmpty { members["custom"] = .object(custom) }
            if !environment.isEmpty { members["env"] = .object(environment) }
            members["w3c"] = w3c?.json
            json = .object(members)
        }

        /// The application.
        ///
        /// `nil` when the caller did not describe it.
        @_alwaysEmitIntoClient
        public var client: Client? {
            json["client"]?.objectValue == nil ? nil : json["client"].map { Client(json: $0) }
        }

        /// What the application adds for the function.
        ///
        /// Empty when it adds nothing.
        ///
        /// Some SDKs spell the key with a capital letter.
        @_alwaysEmitIntoClient
        public var custom: [String: JSONValue] {
            json["custom"]?.objectValue ?? json["Custom"]?.objectValue ?? [:]
        }

        /// The device.
        ///
        /// Empty when the caller did not describe it.
        ///
        /// JSON key: `env`.
        @_alwaysEmitIntoClient
        public var environment: [String: JSONValue] { json["env"]?.objectValue ?? [:] }

        /// The trace context of the caller.
        ///
        /// `nil` when the caller did not send one.
        @_alwaysEmitIntoClient
        public var w3c: TraceContext? {
            json["w3c"]?.objectValue == nil ? nil : json["w3c"].map { TraceContext(json: $0) }
        }
    }
}

extension LambdaContext.ClientContext {
    /// A mobile application.
    public struct Client: Hashable, Sendable {
        @usableFromInline
        let json: JSONValue

        @usableFromInline
        init(json: JSONValue) {
            self.json = json
        }

        /// Creates a client.
        ///
        /// Parameters match the properties of the same name.
        @_alwaysEmitIntoClient
        public init(
            installationID: String? = nil,
            appTitle: String? = nil,
            appVersionName: String? = nil,
            appVersionCode: String? = nil,
            appPackageName: String? = nil
        ) {
            json = JSONValue(texts: [
                ("installation_id", installationID),
                ("app_title", appTitle),
                ("app_version_name", appVersionName),
                ("app_version_code", appVersionCode),
                ("app_package_name", appPackageName),
            ])
        }

        /// The identifier of this installation.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var installationID: String? { json["installation_id"]?.stringValue }
        /// The title of the application.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var appTitle: String? { json["app_title"]?.stringValue }
        /// The name of the version.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var appVersionName: String? { json["app_version_name"]?.stringValue }
        /// The code of the version.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var appVersionCode: String? { json["app_version_code"]?.stringValue }
        /// The package of the application.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var appPackageName: String? { json["app_package_name"]?.stringValue }
    }

    /// A W3C trace context.
    public struct TraceContext: Hashable, Sendable {
        @usableFromInline
        let json: JSONValue

        @usableFromInline
        init(json: JSONValue) {
            self.json = json
        }

        /// Creates a trace context.
        ///
        /// Parameters match the properties of the same name.
        @_alwaysEmitIntoClient
        public init(
            traceparent: String? = nil,
            tracestate: String? = nil,
            baggage: String? = nil
        ) {
            json = JSONValue(texts: [
                ("traceparent", traceparent),
                ("tracestate", tracestate),
                ("baggage", baggage),
            ])
        }

        /// The `traceparent` header.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var traceparent: String? { json["traceparent"]?.stringValue }
        /// The `tracestate` header.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var tracestate: String? { json["tracestate"]?.stringValue }
        /// The `baggage` header.
        ///
        /// `nil` when the caller did not send it.
        @_alwaysEmitIntoClient
        public var baggage: String? { json["baggage"]?.stringValue }
    }
}

extension LambdaContext {
    /// The Amazon Cognito identity that invoked a function.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>
    public struct CognitoIdentity: Hashable, Sendable {
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

        /// Creates an identity from the object that the service sends, `nil` if a part is missing.
        init?(json: JSONValue) {
            guard let identity = json["cognitoIdentityId"]?.stringValue,
                let pool = json["cognitoIdentityPoolId"]?.stringValue
            else { return nil }
            self.init(identityID: identity, identityPoolID: pool)
        }

        var json: JSONValue {
            JSONValue(texts: [
                ("cognitoIdentityId", identityID),
                ("cognitoIdentityPoolId", identityPoolID),
            ])
        }
    }
}

extension JSONValue {
    /// Creates an object of texts, without those that are `nil`.
    @usableFromInline
    init(texts: [(String, String?)]) {
        var members: [String: JSONValue] = [:]
        for (name, text) in texts {
            if let text { members[name] = .string(text) }
        }
        self = .object(members)
    }
}
