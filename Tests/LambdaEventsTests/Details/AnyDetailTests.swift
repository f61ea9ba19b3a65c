import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

/// Which events the details say they belong to.
struct AnyDetailTests {
    private static let fixtures =
        (FixtureFamily.computeDetails.fixtures + FixtureFamily.developerToolsDetails.fixtures)
        .filter { $0.type != LambdaInvocationRecord.self }

    @Test(arguments: fixtures, Coder.allCases)
    func theDetailOfAnEventIsFoundByItsType(fixture: FixtureCase, coder: Coder) throws {
        let event = try coder.decode(EventBridgeEvent<AnyDetail>.self, from: fixture.bytes)
        let type = "EventBridgeEvent<\(Swift.type(of: event.detail.value))>"
        #expect(type == "\(fixture.type)")
        let written = try Coder.lambda.encode(event)
        #expect(try coder.decode(EventBridgeEvent<AnyDetail>.self, from: written) == event)
    }

    @Test
    func noTwoDetailsClaimAnEvent() {
        var claimed: Set<String> = []
        for type in AnyDetail.compute + AnyDetail.developerTools {
            #expect(!type.sources.isEmpty)
            for (source, detailType) in type.sources.flatMap({ source in
                type.detailTypes.map { (source, $0) }
            }) {
                #expect(claimed.insert("\(source): \(detailType)").inserted)
            }
        }
        #expect(claimed.count > AnyDetail.compute.count + AnyDetail.developerTools.count)
    }

    @Test
    func anEventOfAnotherSourceWithTheSameWordsIsNotTaken() throws {
        let json = #"{"detail-type":"ECS Task State Change","source":"com.example","detail":{}}"#
        let event = try LambdaJSONDecoder().decode(EventBridgeEvent<AnyDetail>.self, from: json)
        #expect(event.detail.value is JSONValue)
    }
}

extension Fixture {
    /// Decodes the detail of the event in the file.
    func detail<Detail: Decodable>(_ type: Detail.Type = Detail.self) throws -> Detail {
        try decode(as: EventBridgeEvent<Detail>.self).detail
    }
}
