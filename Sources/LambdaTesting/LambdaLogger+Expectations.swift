public import LambdaRuntime

extension LambdaLogger.Record {
    /// The value of a field.
    ///
    /// `nil` if the record has no field of this name. Of several, the first counts.
    public subscript(field: String) -> LambdaLogger.Value? {
        fields.first { $0.name == field }?.value
    }
}

extension Sequence<LambdaLogger.Record> {
    /// Whether there is a record with a level, a message and some fields.
    ///
    /// ```swift
    /// #expect(invocation.logs.contains(.info, "Shipping", ["order": "A-1"]))
    /// ```
    ///
    /// - Parameters:
    ///   - level: The level.
    ///   - message: The whole message.
    ///   - fields: Fields that the record has, and perhaps others besides.
    /// - Returns: Whether there is one.
    public func contains(
        _ level: LambdaLogger.Level,
        _ message: String,
        _ fields: KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) -> Bool {
        contains { record in
            record.level == level && record.message == message
                && fields.allSatisfy { record[$0.key] == $0.value }
        }
    }

    /// The records that are at least as severe as a level.
    public func atLeast(_ level: LambdaLogger.Level) -> [LambdaLogger.Record] {
        filter { $0.level >= level }
    }

    /// Checks that nothing was logged at a level or above.
    ///
    /// ```swift
    /// try invocation.logs.expectNone(atLeast: .warn)
    /// ```
    ///
    /// - Parameter level: The level.
    /// - Throws: ``LambdaTestError`` with the records that there are.
    public func expectNone(atLeast level: LambdaLogger.Level) throws {
        let found = atLeast(level)
        if found.isEmpty { return }
        let lines = found.map { "\n  " + $0.line(.text) }.joined()
        throw LambdaTestError(
            .expectationFailed,
            "Expected nothing in the log at \(level) or above. Found:\(lines)"
        )
    }
}
