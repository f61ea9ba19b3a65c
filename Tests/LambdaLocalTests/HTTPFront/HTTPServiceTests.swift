#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

struct HTTPServiceTests {
    @Test func hasANameForTheCommandLine() {
        #expect(HTTPService.all.map(\.name) == ["v2", "v1", "rest", "url", "alb", "alb-multi"])
        for service in HTTPService.all { #expect(HTTPService(name: service.name) == service) }
        #expect(HTTPService(name: "V2") == nil)
    }

    @Test func isGuessedFromTheTypeOfTheEvent() {
        #expect(HTTPService(eventType: "APIGatewayV2Request") == .httpAPI)
        #expect(HTTPService(eventType: "APIGatewayRequest") == .restAPI)
        #expect(HTTPService(eventType: "FunctionURLRequest") == .functionURL)
        #expect(HTTPService(eventType: "ALBRequest") == .loadBalancer(multiValue: false))
        #expect(HTTPService(eventType: "SQSEvent") == nil)
    }
}
#endif
