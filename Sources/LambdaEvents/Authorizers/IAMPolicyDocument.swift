import LambdaEventsCoding
public import LambdaEventsShared

/// A policy of IAM: statements that allow or deny actions.
///
/// ```swift
/// IAMPolicyDocument(statements: [
///     IAMPolicyDocument.Statement(
///         effect: .allow,
///         action: "execute-api:Invoke",
///         resource: ["arn:aws:execute-api:us-east-1:123456789012:abcdef1234/prod/GET/*"]
///     )
/// ])
/// ```
///
/// Where the grammar allows one value or a list, a policy is written in the form it was read in.
///
/// AWS documentation: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
public struct IAMPolicyDocument: Codable, Hashable, Sendable {
    /// The version of the policy language: `2012-10-17`, or `2008-10-17` for old policies.
    ///
    /// `nil` stands for the old one.
    public var version: String?

    /// The name of the policy.
    ///
    /// `nil` if it has none.
    public var id: String?

    /// The statements.
    ///
    /// JSON key: `Statement`.
    public var statements: OneOrMore<Statement>

    /// Creates a policy.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String? = "2012-10-17",
        id: String? = nil,
        statements: OneOrMore<Statement>
    ) {
        self.version = version
        self.id = id
        self.statements = statements
    }

    enum CodingKeys: String, CodingKey {
        case version = "Version"
        case id = "Id"
        case statements = "Statement"
    }
}

extension IAMPolicyDocument {
    /// What a statement does.
    public struct Effect: OpenValue {
        /// The text in the policy.
        public let rawValue: String

        /// Creates an effect from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The statement allows.
        public static var allow: Self { Self(rawValue: "Allow") }
        /// The statement denies, whatever others allow.
        public static var deny: Self { Self(rawValue: "Deny") }
    }
}
