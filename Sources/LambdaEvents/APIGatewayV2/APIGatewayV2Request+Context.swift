import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaHTTPShared

extension APIGatewayV2Request {
    /// What API Gateway knows about a request.
    public struct Context: Codable, Hashable, Sendable {
        /// The account that owns the API.
        public var accountID: String

        /// The ID of the API.
        public var apiID: String

        /// How the client identified itself in mutual TLS.
        ///
        /// `nil` if the API does not use mutual TLS.
        public var authentication: Authentication?

        /// What the authorizer of the route found out.
        ///
        /// `nil` if the route has no authorizer.
        public var authorizer: Authorizer?

        /// The domain the client sent the request to.
        public var domainName: String

        /// The first label of ``domainName``.
        public var domainPrefix: String

        /// The request line, and who sent it.
        public var http: HTTP

        /// The ID of the request, which is another than that of the invocation.
        public var requestID: String

        /// The ID of the route that matched.
        ///
        /// `nil` in most requests: API Gateway sent it in the first year of HTTP APIs.
        public var routeID: String?

        /// The key of the route that matched.
        ///
        /// `nil` in handwritten events; ``APIGatewayV2Request/routeKey`` says the same.
        public var routeKey: String?

        /// The stage, `$default` for the default stage.
        ///
        /// Absent is `$default`, as in the samples for function URLs.
        public var stage: String

        /// When the request came in, in the format of access logs: `12/Mar/2020:19:03:58 +0000`.
        ///
        /// ``timestamp`` reads it; ``timeEpoch`` says the same, to the millisecond.
        public var time: String

        /// When the request came in.
        ///
        /// Milliseconds, but SAM's local gateway sends seconds: a `Timestamp` reads both.
        public var timeEpoch: Timestamp

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accountID: String,
            apiID: String,
            authentication: Authentication? = nil,
            authorizer: Authorizer? = nil,
            domainName: String,
            domainPrefix: String,
            http: HTTP,
            requestID: String,
            routeID: String? = nil,
            routeKey: String? = nil,
            stage: String = "$default",
            time: String,
            timeEpoch: Timestamp
        ) {
            self.accountID = accountID
            self.apiID = apiID
            self.authentication = authentication
            self.authorizer = authorizer
            self.domainName = domainName
            self.domainPrefix = domainPrefix
            self.http = http
            self.requestID = requestID
            self.routeID = routeID
            self.routeKey = routeKey
            self.stage = stage
            self.time = time
            self.timeEpoch = timeEpoch
        }

        enum CodingKeys: String, DefaultsStrings {
            case accountID = "accountId"
            case apiID = "apiId"
            case authentication
            case authorizer
            case domainName
            case domainPrefix
            case http
            case requestID = "requestId"
            case routeID = "routeId"
            case routeKey
            case stage
            case time
            case timeEpoch

            var defaultString: String? { self == .stage ? "$default" : nil }
        }

        /// When the request came in, read from ``time``.
        ///
        /// `nil` if that is text of another form.
        public var timestamp: Timestamp? { HumanDate.accessLog(time) }
    }

    /// The request line of a request, and who sent it.
    public struct HTTP: Codable, Hashable, Sendable {
        /// The method.
        public var method: HTTPMethod

        /// The path, as ``APIGatewayV2Request/rawPath`` has it.
        public var path: String

        /// The protocol, such as `HTTP/1.1`.
        public var `protocol`: String

        /// The address of the client.
        ///
        /// JSON key: `sourceIp`.
        public var sourceIP: String

        /// What the client calls itself.
        ///
        /// `nil` if the client does not say.
        public var userAgent: String?

        /// Creates a request line.
        ///
        /// Parameters match the properties of the same name.
        public init(
            method: HTTPMethod,
            path: String,
            protocol: String = "HTTP/1.1",
            sourceIP: String,
            userAgent: String? = nil
        ) {
            self.method = method
            self.path = path
            self.protocol = `protocol`
            self.sourceIP = sourceIP
            self.userAgent = userAgent
        }

        enum CodingKeys: String, CodingKey {
            case method
            case path
            case `protocol`
            case sourceIP = "sourceIp"
            case userAgent
        }
    }

    /// How a client identified itself in mutual TLS.
    public struct Authentication: Codable, Hashable, Sendable {
        /// The certificate of the client.
        ///
        /// `nil` if the client showed none.
        ///
        /// JSON key: `clientCert`.
        public var clientCertificate: ClientCertificate?

        /// Creates an authentication.
        ///
        /// Parameters match the properties of the same name.
        public init(clientCertificate: ClientCertificate? = nil) {
            self.clientCertificate = clientCertificate
        }

        enum CodingKeys: String, CodingKey {
            case clientCertificate = "clientCert"
        }
    }
}
