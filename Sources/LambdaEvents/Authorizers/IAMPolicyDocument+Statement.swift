import LambdaEventsCoding
public import LambdaJSON

extension IAMPolicyDocument {
    /// A statement of a policy.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>
    public struct Statement: Codable, Hashable, Sendable {
        /// The name of the statement.
        ///
        /// `nil` if it has none.
        ///
        /// JSON key: `Sid`.
        public var id: String?

        /// Whether the statement allows or denies.
        public var effect: Effect

        /// Whom the statement is about.
        ///
        /// `nil` in policies that belong to someone, and those of authorizers.
        public var principal: Principal?

        /// Whom the statement is not about: it is about everybody else.
        ///
        /// `nil` in policies that belong to someone, and those of authorizers.
        public var notPrincipal: Principal?

        /// The actions, such as `execute-api:Invoke`, with `*` for any characters.
        ///
        /// `nil` if there is ``notAction``.
        public var action: OneOrMore<String>?

        /// The actions the statement is not about: it is about all others.
        ///
        /// `nil` if there is ``action``.
        public var notAction: OneOrMore<String>?

        /// The ARNs of what is acted upon, with `*` for any characters.
        ///
        /// `nil` if there is ``notResource``, and where the policy belongs to the resource.
        public var resource: OneOrMore<String>?

        /// The ARNs of what the statement is not about: it is about everything else.
        ///
        /// `nil` if there is ``resource``, and where the policy belongs to the resource.
        public var notResource: OneOrMore<String>?

        /// When the statement applies: by operator and key, a value or a list of values.
        ///
        /// Empty if it always does.
        public var condition: [String: [String: JSONValue]]

        /// Creates a statement.
        ///
        /// Parameters match the properties of the same name.
        public init(
            id: String? = nil,
            effect: Effect,
            principal: Principal? = nil,
            notPrincipal: Principal? = nil,
            action: OneOrMore<String>? = nil,
            notAction: OneOrMore<String>? = nil,
            resource: OneOrMore<String>? = nil,
            notResource: OneOrMore<String>? = nil,
            condition: [String: [String: JSONValue]] = [:]
        ) {
            self.id = id
            self.effect = effect
            self.principal = principal
            self.notPrincipal = notPrincipal
            self.action = action
            self.notAction = notAction
            self.resource = resource
            self.notResource = notResource
            self.condition = condition
        }

        enum CodingKeys: String, CodingKey {
            case id = "Sid"
            case effect = "Effect"
            case principal = "Principal"
            case notPrincipal = "NotPrincipal"
            case action = "Action"
            case notAction = "NotAction"
            case resource = "Resource"
            case notResource = "NotResource"
            case condition = "Condition"
        }
    }
}

extension IAMPolicyDocument {
    /// Whom a statement is about.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    public enum Principal: Hashable, Sendable {
        /// A text instead of an object: `*` for everybody, the only one IAM knows.
        case text(String)

        /// Names by the kind of principal, such as `AWS` or `Service`.
        case names([String: OneOrMore<String>])

        /// Everybody.
        public static var everybody: Self { .text("*") }
    }
}

extension IAMPolicyDocument.Principal: Codable {
    /// Reads a principal from a JSON string or object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is neither.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .names(
                try container.decode([String: IAMPolicyDocument.OneOrMore<String>].self)
            )
        }
    }

    /// Writes the principal.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .names(let names): try container.encode(names)
        }
    }
}
