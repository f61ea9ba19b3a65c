import LambdaEvents
import LambdaJSON
import Testing

/// Values that no one wrote down: what a model can hold, it can write and read again.
struct PropertyTests {
    private struct Model: Sendable, CustomTestStringConvertible {
        let type: any (Codable & Hashable & Sendable).Type
        var testDescription: String { "\(type)" }
    }

    /// Every type that has a fixture, once.
    private static let models: [Model] = {
        var seen: Set<ObjectIdentifier> = []
        return FixtureCase.all.compactMap { fixture in
            seen.insert(ObjectIdentifier(fixture.type)).inserted ? Model(type: fixture.type) : nil
        }
    }()

    @Test(arguments: models)
    private func randomValuesComeOutAsTheyWentIn(model: Model) throws {
        func check<Event: Codable & Hashable>(_ type: Event.Type) throws {
            for seed in 0..<60 {
                let event = try RandomDecoder.value(type, seed: UInt64(seed))
                let json = try Coder.lambda.encode(event)
                #expect(try Coder.lambda.decode(type, from: json) == event, "seed \(seed)")
                #expect(try Coder.foundation.decode(type, from: json) == event, "seed \(seed)")
                let theirs = try Coder.foundation.encode(event)
                #expect(try Tree(json: theirs) == Tree(json: json), "seed \(seed)")
            }
        }
        try check(model.type)
    }

    @Test(arguments: models)
    private func randomValuesDiffer(model: Model) throws {
        // A generator that always made the same value would prove nothing.
        func check<Event: Codable & Hashable>(_ type: Event.Type) throws {
            let events = try (0..<20).map { try RandomDecoder.value(type, seed: UInt64($0)) }
            #expect(Set(events).count > 1)
        }
        try check(model.type)
    }
}
