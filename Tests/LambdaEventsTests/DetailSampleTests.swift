import LambdaEvents
import LambdaTesting
import Testing

/// Each type of detail has a sample in the kit.
struct DetailSampleTests {
    private static let types = Dictionary(
        FixtureCase.all.compactMap { fixture in
            (fixture.type as? any SampledEvent.Type).map { (fixture.typeNames.last ?? "", $0) }
        }
    ) { first, _ in first }

    @Test
    func thereAreDetails() {
        #expect(Self.types.count >= 80)
        #expect(Self.types["ECSTaskStateChangeDetail"] != nil)
    }

    @Test(arguments: types.keys.sorted())
    func everyDetailHasASample(name: String) throws {
        let type = try #require(Self.types[name])
        #expect(try type.sampleMatchesItsDetail())
    }
}

/// An event whose detail is of this library.
private protocol SampledEvent: SendableMetatype {
    static func sampleMatchesItsDetail() throws -> Bool
}

extension EventBridgeEvent: SampledEvent where Detail: EventBridgeDetail {
    static func sampleMatchesItsDetail() throws -> Bool {
        let event = try sample()
        return event.matches(Detail.self)
    }
}
