import LambdaJSON

extension Fixture {
    /// Decodes the fixture, encodes what came of it, and compares the two.
    ///
    /// A member that the type does not have is lost, and one that it spells otherwise is lost and new.
    ///
    /// ```swift
    /// #expect(try Fixture("order.json").roundTrip(through: Order.self).isEmpty)
    /// ```
    ///
    /// - Parameters:
    ///   - type: The type to decode as.
    ///   - ignoringNulls: Whether a `null` in the file may be absent afterwards.
    /// - Returns: The differences, with their paths.
    /// - Throws: ``FixtureError`` if the file does not decode, and what encoding throws.
    public func roundTrip<Value: Codable>(
        through type: Value.Type,
        ignoringNulls: Bool = false
    ) throws -> JSONDifferences {
        let value = try decode(as: type)
        let before = try decode(as: JSONValue.self)
        return JSONDifferences(
            from: before,
            to: try JSONValue(encoding: value),
            ignoringNulls: ignoringNulls
        )
    }

    /// Checks that decoding and encoding the fixture loses, changes and adds nothing.
    ///
    /// ```swift
    /// try Fixture("order.json").expectRoundTrip(through: Order.self)
    /// ```
    ///
    /// - Parameters:
    ///   - type: The type to decode as.
    ///   - ignoringNulls: Whether a `null` in the file may be absent afterwards.
    /// - Throws: ``FixtureError`` with each path that differs, or if the file does not decode; and what
    ///   encoding throws.
    public func expectRoundTrip<Value: Codable>(
        through type: Value.Type,
        ignoringNulls: Bool = false
    ) throws {
        let differences = try roundTrip(through: type, ignoringNulls: ignoringNulls)
        if differences.isEmpty { return }
        throw FixtureError.changedByRoundTrip(self, type: type, differences)
    }
}
