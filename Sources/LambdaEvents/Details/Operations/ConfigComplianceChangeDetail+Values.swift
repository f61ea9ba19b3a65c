import LambdaEventsCoding
public import LambdaEventsShared

extension ConfigComplianceChangeDetail {
    /// What a rule says about a resource.
    public struct EvaluationResult: Codable, Hashable, Sendable {
        /// Which evaluation this is.
        ///
        /// `nil` in handwritten events.
        public var evaluationResultIdentifier: Identifier?

        /// Whether the resource complies.
        public var complianceType: ComplianceType

        /// When the result was recorded.
        ///
        /// `nil` in handwritten events.
        public var resultRecordedTime: Timestamp?

        /// When the rule was run.
        ///
        /// `nil` in handwritten events.
        public var configRuleInvokedTime: Timestamp?

        /// What the rule has to say, for people to read.
        ///
        /// `nil` if it says nothing.
        public var annotation: String?

        /// The token of the evaluation.
        ///
        /// `nil` except for custom rules.
        public var resultToken: String?

        /// Creates a result.
        ///
        /// Parameters match the properties of the same name.
        public init(
            evaluationResultIdentifier: Identifier? = nil,
            complianceType: ComplianceType,
            resultRecordedTime: Timestamp? = nil,
            configRuleInvokedTime: Timestamp? = nil,
            annotation: String? = nil,
            resultToken: String? = nil
        ) {
            self.evaluationResultIdentifier = evaluationResultIdentifier
            self.complianceType = complianceType
            self.resultRecordedTime = resultRecordedTime
            self.configRuleInvokedTime = configRuleInvokedTime
            self.annotation = annotation
            self.resultToken = resultToken
        }
    }

    /// Which evaluation of a rule a result is of.
    public struct Identifier: Codable, Hashable, Sendable {
        /// What was evaluated.
        ///
        /// `nil` in handwritten events.
        public var evaluationResultQualifier: Qualifier?

        /// The time by which results are ordered.
        ///
        /// `nil` in handwritten events.
        public var orderingTimestamp: Timestamp?

        /// The ID of a proactive evaluation.
        ///
        /// `nil` for others.
        ///
        /// JSON key: `resourceEvaluationId`.
        public var resourceEvaluationID: String?

        /// Creates an identifier.
        ///
        /// Parameters match the properties of the same name.
        public init(
            evaluationResultQualifier: Qualifier? = nil,
            orderingTimestamp: Timestamp? = nil,
            resourceEvaluationID: String? = nil
        ) {
            self.evaluationResultQualifier = evaluationResultQualifier
            self.orderingTimestamp = orderingTimestamp
            self.resourceEvaluationID = resourceEvaluationID
        }

        enum CodingKeys: String, CodingKey {
            case evaluationResultQualifier
            case orderingTimestamp
            case resourceEvaluationID = "resourceEvaluationId"
        }
    }

    /// The rule and the resource of an evaluation.
    public struct Qualifier: Codable, Hashable, Sendable {
        /// The name of the rule.
        ///
        /// `nil` in handwritten events.
        public var configRuleName: String?

        /// The type of the resource.
        ///
        /// `nil` in handwritten events.
        public var resourceType: String?

        /// The ID of the resource.
        ///
        /// `nil` in handwritten events.
        ///
        /// JSON key: `resourceId`.
        public var resourceID: String?

        /// `DETECTIVE` or `PROACTIVE`.
        ///
        /// `nil` in older events.
        public var evaluationMode: String?

        /// Creates a qualifier.
        ///
        /// Parameters match the properties of the same name.
        public init(
            configRuleName: String? = nil,
            resourceType: String? = nil,
            resourceID: String? = nil,
            evaluationMode: String? = nil
        ) {
            self.configRuleName = configRuleName
            self.resourceType = resourceType
            self.resourceID = resourceID
            self.evaluationMode = evaluationMode
        }

        enum CodingKeys: String, CodingKey {
            case configRuleName
            case resourceType
            case resourceID = "resourceId"
            case evaluationMode
        }
    }

    /// Whether a resource complies with a rule.
    public struct ComplianceType: OpenValue {
        /// The text AWS uses for the result.
        public let rawValue: String

        /// Creates a result from the text AWS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The resource complies.
        public static var compliant: Self { Self(rawValue: "COMPLIANT") }
        /// The resource does not comply.
        public static var nonCompliant: Self { Self(rawValue: "NON_COMPLIANT") }
        /// The rule is not about the resource.
        public static var notApplicable: Self { Self(rawValue: "NOT_APPLICABLE") }
        /// AWS Config cannot tell.
        public static var insufficientData: Self { Self(rawValue: "INSUFFICIENT_DATA") }
    }
}
