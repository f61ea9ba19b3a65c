import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaHTTPShared

extension FunctionURLRequest {
    /// What Lambda knows about a request to a function URL.
    public struct Context: Codable, Hashable, Sendable {
        /// The account of the function, or `anonymous` for a URL without authentication.
        public var accountID: String

        /// The ID of the URL.
        public var apiID: String

        /// Who signed the request.
        ///
        /// `nil` for a URL without authentication.
        public var authorizer: Authorizer?

        /// The domain of the URL: `<url-id>.lambda-url.us-east-1.on.aws`.
        public var domainName: String

        /// The first label of ``domainName``, which is the ID of the URL.
        public var domainPrefix: String

        /// The request line, and who sent it.
        public var http: HTTP

        /// The ID of the request, which is another than that of the invocation.
        public var requestID: String

        /// A placeholder: `$default`.
        ///
        /// `nil` in the sample of the guide.
        public var routeKey: String?

        /// A placeholder: `$default`.
        ///
        /// Absent is `$default`, as in the sample of the guide.
        public var stage: String

        /// When the request came in, in the format of access logs: `12/Mar/2020:19:03:58 +0000`.
        ///
        /// ``timestamp`` reads it; ``timeEpoch`` says the same, to the millisecond.
        public var time: String

        /// When the request came in, in milliseconds.
        public var timeEpoch: Timestamp

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accountID: String,
            apiID: String,
            authorizer: Authorizer? = nil,
            domainName: String,
            domainPrefix: String,
            http: HTTP,
            requestID: String,
            routeKey: String? = nil,
            stage: String = "$default",
            time: String,
            timeEpoch: Timestamp
        ) {
            self.accountID = accountID
            self.apiID = apiID
            self.authorizer = authorizer
            self.domainName = domainName
            self.domainPrefix = domainPrefix
            self.http = http
            self.requestID = requestID
            self.routeKey = routeKey
            self.stage = stage
            self.time = time
            self.timeEpoch = timeEpoch
        }

        enum CodingKeys: String, DefaultsStrings {
            case accountID = "accountId"
            case apiID = "apiId"
            case authorizer
            case domainName
            case domainPrefix
            case http
            case requestID = "requestId"
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

        /// The path, as ``FunctionURLRequest/rawPath`` has it.
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

    /// Who signed a request, for a URL with the authentication type `AWS_IAM`.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>
    public struct Authorizer: Codable, Hashable, Sendable {
        /// The identity IAM found.
        ///
        /// `nil` if Lambda sends none.
        public var iam: IAM?

        /// Creates an authorizer.
        ///
        /// Parameters match the properties of the same name.
        public init(iam: IAM? = nil) {
            self.iam = iam
        }
    }

    /// The identity with which a request was signed.
    ///
    /// Some events have an identity without members.
    public struct IAM: Codable, Hashable, Sendable {
        /// The access key that signed the request.
        ///
        /// `nil` if Lambda does not say.
        public var accessKey: String?

        /// The account of the caller.
        ///
        /// `nil` if Lambda does not say.
        public var accountID: String?

        /// The unique ID of the caller.
        ///
        /// `nil` if Lambda does not say.
        public var callerID: String?

        /// The organization of the caller.
        ///
        /// `nil` if the account of the caller belongs to none, or the request came through
        /// CloudFront.
        public var principalOrgID: String?

        /// The ARN of the caller.
        ///
        /// `nil` if Lambda does not say.
        public var userARN: String?

        /// The unique ID of the user or role.
        ///
        /// `nil` if Lambda does not say.
        public var userID: String?

        /// Creates an identity.
        ///
        /// Parameters match the properties of the same name.
        public init(
            accessKey: String? = nil,
            accountID: String? = nil,
            callerID: String? = nil,
            principalOrgID: String? = nil,
            userARN: String? = nil,
            userID: String? = nil
        ) {
            self.accessKey = accessKey
            self.accountID = accountID
            self.callerID = callerID
            self.principalOrgID = principalOrgID
            self.userARN = userARN
            self.userID = userID
        }

        /// The caller, from ``userARN``.
        ///
        /// `nil` if Lambda does not say.
        public var user: ARN? { userARN.map(ARN.init(rawValue:)) }

        enum CodingKeys: String, CodingKey {
            case accessKey
            case accountID = "accountId"
            case callerID = "callerId"
            case principalOrgID = "principalOrgId"
            case userARN = "userArn"
            case userID = "userId"
        }
    }
}
