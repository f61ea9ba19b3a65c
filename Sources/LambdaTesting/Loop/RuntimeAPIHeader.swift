/// A header field of the Runtime API.
///
/// The set is open: a field without a name here is made from its own, as in
/// `request.header("Host")`.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>
public struct RuntimeAPIHeader: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name of the field.
    public let rawValue: String

    /// Creates a field from its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name of the field.
    public var description: String { rawValue }

    /// The identifier of the invocation.
    public static var requestID: Self { Self(rawValue: "Lambda-Runtime-Aws-Request-Id") }
    /// When the invocation ends, in milliseconds since the Unix epoch.
    public static var deadline: Self { Self(rawValue: "Lambda-Runtime-Deadline-Ms") }
    /// The ARN with which the function was invoked.
    public static var functionARN: Self { Self(rawValue: "Lambda-Runtime-Invoked-Function-Arn") }
    /// The X-Ray trace header.
    public static var traceID: Self { Self(rawValue: "Lambda-Runtime-Trace-Id") }
    /// The client context, as JSON.
    public static var clientContext: Self { Self(rawValue: "Lambda-Runtime-Client-Context") }
    /// The Cognito identity, as JSON.
    public static var cognitoIdentity: Self { Self(rawValue: "Lambda-Runtime-Cognito-Identity") }
    /// The tenant of a function with tenant isolation.
    public static var tenantID: Self { Self(rawValue: "Lambda-Runtime-Aws-Tenant-Id") }
    /// What tells two deliveries of one invocation apart.
    public static var invocationID: Self { Self(rawValue: "Lambda-Runtime-Invocation-Id") }
    /// The kind of failure that an error is posted with.
    public static var functionErrorType: Self {
        Self(rawValue: "Lambda-Runtime-Function-Error-Type")
    }
    /// The document of an error in the middle of a streamed response, in base64.
    public static var functionErrorBody: Self {
        Self(rawValue: "Lambda-Runtime-Function-Error-Body")
    }
    /// How a response comes: `streaming`, or in one piece where there is no such field.
    public static var responseMode: Self { Self(rawValue: "Lambda-Runtime-Function-Response-Mode") }
    /// What X-Ray shows of a failure, as JSON.
    public static var errorCause: Self {
        Self(rawValue: "Lambda-Runtime-Function-XRay-Error-Cause")
    }
    /// The media type of an event or an answer.
    public static var contentType: Self { Self(rawValue: "Content-Type") }
}

extension RuntimeAPIHeader: ExpressibleByStringLiteral {
    /// Creates a field from its name.
    public init(stringLiteral name: String) {
        self.init(rawValue: name)
    }
}
