import LambdaJSON

extension Decoder {
    /// Refuses an object that one of its members gives away as another event.
    ///
    /// What an event must have is in its required members. That does not tell apart two events of
    /// which one has all that the other has, and more: without this, a handler of requests would
    /// take the question to an authorizer for one.
    ///
    /// - Parameter name: The name of a member that only the other event has.
    /// - Throws: `DecodingError` if the object has it, or is none.
    package func refuse(having name: StaticString) throws {
        let reason = "Expected no member \(name), which another kind of event has"
        if let native = JSONValueDecoder(self) {
            guard try native.hasMember(named: "\(name)") else { return }
            throw native.corrupted(reason)
        }
        let key = ForeignKey(stringValue: "\(name)")
        guard try container(keyedBy: ForeignKey.self).contains(key) else { return }
        throw DecodingError.dataCorrupted(
            DecodingError.Context(LambdaJSONError(reason), at: codingPath)
        )
    }
}

private struct ForeignKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
