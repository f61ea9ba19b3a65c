import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct ConfigRuleEventTests {
    private struct Parameters: Decodable, Equatable {
        var requiredTag: String?
    }

    @Test
    func readsTheResourceThatHasChanged() throws {
        let event = try ConfigRuleEvent(fixture: "config/change.json")
        let invoking = try event.decodeInvokingEvent()
        #expect(invoking.messageType == .configurationItemChange)
        let item = try #require(invoking.item)
        #expect(item == invoking.configurationItem)
        #expect(item.resourceType == "AWS::S3::Bucket")
        #expect(item.configurationItemStatus == .ok)
        #expect(item.relationships.first?.resourceName == "orders-key")
        #expect(item.configuration?["name"] == "orders")
    }

    @Test
    func readsTheSummaryOfALargeChange() throws {
        let event = try ConfigRuleEvent(fixture: "config/oversized.json")
        let invoking = try event.decodeInvokingEvent()
        #expect(invoking.configurationItem == nil)
        #expect(invoking.item?.changeType == "UPDATE")
        #expect(invoking.item?.configuration == nil)
    }

    @Test
    func aScheduledEvaluationHasNoResource() throws {
        let invoking = try ConfigRuleEvent(fixture: "config/scheduled.json").decodeInvokingEvent()
        #expect(invoking.messageType == .scheduled)
        #expect(invoking.item == nil)
    }

    @Test
    func readsTheParametersOfTheRule() throws {
        let event = try ConfigRuleEvent(fixture: "config/change.json")
        #expect(try event.decodeRuleParameters() == Parameters(requiredTag: "team"))
    }

    @Test
    func aRuleWithoutParametersHasNone() throws {
        let event = try ConfigRuleEvent(fixture: "config/left-scope.json")
        #expect(event.eventLeftScope)
        #expect(event.ruleParameters == nil)
        #expect(try event.decodeRuleParameters() == Parameters())
    }

    @Test
    func whatHasHappenedDecodesAsATypeOfOnesOwn() throws {
        struct Message: Decodable, Equatable { var messageType: String }
        let event = try ConfigRuleEvent(fixture: "config/scheduled.json")
        let message = try event.decodeInvokingEvent(as: Message.self)
        #expect(message == Message(messageType: "ScheduledNotification"))
    }

    @Test
    func whatHasHappenedMayBeNoJSONUntilItIsAskedFor() throws {
        let event = try LambdaJSONDecoder().decode(
            ConfigRuleEvent.self,
            from: #"{"invokingEvent":"none","resultToken":"t","configRuleName":"r"}"#
        )
        #expect(!event.eventLeftScope)
        #expect(throws: DecodingError.self) { try event.decodeInvokingEvent() }
    }
}
