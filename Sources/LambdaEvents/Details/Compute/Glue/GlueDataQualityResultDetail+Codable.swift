import LambdaEventsCoding
import LambdaEventsShared

// The documentation shows `resultID` and `rulesSucceeded`. The events that Glue delivers have
// `resultId` and `numRulesSucceeded`, as the handlers of AWS's own samples read them.

extension GlueDataQualityResultDetail: Codable {
    private enum CodingKeys: String, CodingKey {
        case rulesetNames
        case state
        case score
        case context
        case resultId
        case numRulesSucceeded
        case numRulesFailed
        case numRulesSkipped
        case resultID
        case rulesSucceeded
        case rulesFailed
        case rulesSkipped
    }

    /// Reads the results in either spelling.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is of another shape.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        rulesetNames = try container.decode([String].self, forKey: .rulesetNames)
        state = try container.decode(State.self, forKey: .state)
        score = try container.decodeIfPresent(Double.self, forKey: .score)
        context = try container.decodeIfPresent(Context.self, forKey: .context)
        resultID =
            try container.decodeIfPresent(String.self, forKey: .resultId)
            ?? container.decodeIfPresent(String.self, forKey: .resultID)
        rulesSucceeded =
            try container.decodeIfPresent(Int.self, forKey: .numRulesSucceeded)
            ?? container.decodeIfPresent(Int.self, forKey: .rulesSucceeded)
        rulesFailed =
            try container.decodeIfPresent(Int.self, forKey: .numRulesFailed)
            ?? container.decodeIfPresent(Int.self, forKey: .rulesFailed)
        rulesSkipped =
            try container.decodeIfPresent(Int.self, forKey: .numRulesSkipped)
            ?? container.decodeIfPresent(Int.self, forKey: .rulesSkipped)
        spelling.isAsDocumented =
            container.contains(.resultID) || container.contains(.rulesSucceeded)
    }

    /// Writes the results in the spelling they were read in, or else in that of events.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let documented = spelling.isAsDocumented
        try container.encode(rulesetNames, forKey: .rulesetNames)
        try container.encode(state, forKey: .state)
        try container.encodeIfPresent(score, forKey: .score)
        try container.encodeIfPresent(context, forKey: .context)
        try container.encodeIfPresent(resultID, forKey: documented ? .resultID : .resultId)
        try container.encodeIfPresent(
            rulesSucceeded,
            forKey: documented ? .rulesSucceeded : .numRulesSucceeded
        )
        try container.encodeIfPresent(
            rulesFailed,
            forKey: documented ? .rulesFailed : .numRulesFailed
        )
        try container.encodeIfPresent(
            rulesSkipped,
            forKey: documented ? .rulesSkipped : .numRulesSkipped
        )
    }
}

extension GlueDataQualityResultDetail {
    /// How results are spelled.
    ///
    /// It plays no part in comparing.
    struct Spelling: Hashable, Sendable {
        var isAsDocumented = false

        static func == (left: Self, right: Self) -> Bool { true }

        func hash(into hasher: inout Hasher) {}
    }
}
