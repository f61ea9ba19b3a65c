import LambdaEventsShared
public import LambdaHTTPShared

/// The name of a method of an API: what an authorizer is asked about, and what its policy allows.
///
/// ```
/// arn:aws:execute-api:us-east-1:123456789012:abcdef1234/prod/GET/pets/42
///     │   │           │         │            │          │    │   └ path
///     │   │           region    account      API        │    method
///     │   always the same                               stage
///     partition
/// ```
///
/// It is kept as it came. The properties take it apart when they are asked, and are `nil` where it
/// has another form.
///
/// ```swift
/// .allow(principalID: user, methods: [request.methodARN.anyMethod])
/// .allow(principalID: user, methods: [request.methodARN.method(.get, path: "pets/*")])
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html>
public struct APIGatewayMethodARN: RawRepresentable, Codable, Hashable, Sendable {
    /// The text of the ARN.
    public var rawValue: String

    /// Creates an ARN from its text.
    ///
    /// - Parameter rawValue: The text. Any text is taken.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Creates an ARN from its parts.
    ///
    /// - Parameters:
    ///   - partition: The partition. The default is `aws`.
    ///   - region: The region, such as `us-east-1`.
    ///   - accountID: The account that owns the API.
    ///   - apiID: The ID of the API.
    ///   - stage: The stage. The default, `*`, stands for any.
    ///   - method: The method. The default, `*`, stands for any.
    ///   - path: The path, with or without a slash in front. The default, `*`, stands for any.
    public init(
        partition: String = "aws",
        region: String,
        accountID: String,
        apiID: String,
        stage: String = "*",
        method: HTTPMethod = HTTPMethod(rawValue: "*"),
        path: String = "*"
    ) {
        let path = path.hasPrefix("/") ? String(path.dropFirst()) : path
        rawValue =
            "arn:\(partition):execute-api:\(region):\(accountID):"
            + "\(apiID)/\(stage)/\(method)/\(path)"
    }
}

// MARK: - Parts

extension APIGatewayMethodARN {
    /// The partition: `aws`, `aws-cn`, `aws-us-gov`.
    ///
    /// `nil` if the text is no ARN of a method.
    public var partition: String? { parts?.partition }

    /// The region of the API.
    ///
    /// `nil` if the text is no ARN of a method.
    public var region: String? { parts?.region }

    /// The account that owns the API.
    ///
    /// `nil` if the text is no ARN of a method.
    public var accountID: String? { parts?.accountID }

    /// The ID of the API.
    ///
    /// `nil` if the text is no ARN of a method.
    public var apiID: String? { parts?.apiID }

    /// The stage.
    ///
    /// `nil` if the text is no ARN of a method, or names all of an API.
    public var stage: String? { parts?.stage }

    /// The method, or `*` for any.
    ///
    /// `nil` if the text is no ARN of a method, names all of a stage, or names a route of a
    /// WebSocket API.
    public var method: HTTPMethod? {
        parts?.method.flatMap { $0.hasPrefix("$") ? nil : HTTPMethod(rawValue: $0) }
    }

    /// The key of a route of a WebSocket API: `$connect`, where authorizers are asked.
    ///
    /// `nil` if the text is not the ARN of such a route.
    public var routeKey: String? {
        parts?.method.flatMap { $0.hasPrefix("$") ? $0 : nil }
    }

    /// The path, with a slash in front.
    ///
    /// `nil` if the text is no ARN of a method, or names no path, as for WebSocket APIs.
    public var path: String? { parts?.path.map { "/" + $0 } }

    private struct Parts {
        var partition: String
        var region: String
        var accountID: String
        var apiID: String
        var stage: String?
        var method: String?
        /// Without a slash in front.
        var path: String?
    }

    private var parts: Parts? {
        // A path may contain colons and slashes itself.
        let fields = rawValue.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0] == "arn", fields[2] == "execute-api" else { return nil }
        let names = fields[5].split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
            .map(String.init)
        guard let apiID = names.first, !apiID.isEmpty else { return nil }
        func name(_ index: Int) -> String? { index < names.count ? names[index] : nil }
        return Parts(
            partition: String(fields[1]),
            region: String(fields[3]),
            accountID: String(fields[4]),
            apiID: apiID,
            stage: name(1),
            method: name(2),
            path: name(3)
        )
    }
}

// MARK: - Other methods

extension APIGatewayMethodARN {
    /// The ARN of any method and path of the same stage.
    ///
    /// API Gateway keeps a policy and applies it to later requests with the same token, to other
    /// methods too. A policy for one method alone makes it refuse the others meanwhile.
    ///
    /// The ARN itself if it has no stage.
    public var anyMethod: Self {
        method(HTTPMethod(rawValue: "*"), path: "*")
    }

    /// Makes the ARN of another method of the same stage.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path, with or without a slash in front. An asterisk stands for any characters,
    ///     slashes too. The default, `*`, stands for any path.
    /// - Returns: The ARN, or this one if it has no stage.
    public func method(_ method: HTTPMethod, path: String = "*") -> Self {
        guard let parts, let stage = parts.stage else { return self }
        return Self(
            partition: parts.partition,
            region: parts.region,
            accountID: parts.accountID,
            apiID: parts.apiID,
            stage: stage,
            method: method,
            path: path
        )
    }
}

extension APIGatewayMethodARN: ExpressibleByStringLiteral, CustomStringConvertible {
    /// Creates an ARN from a literal.
    ///
    /// - Parameter value: The text.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// The text of the ARN.
    public var description: String { rawValue }
}
