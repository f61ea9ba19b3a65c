import LambdaRuntime
import LambdaTesting
import XCTest

/// The kit under XCTest: nothing in it belongs to one framework.
final class XCTestUseTests: XCTestCase {
    func testRunsAHandlerThroughTheLoop() async throws {
        try await withLambda(Shop(discount: 1)) { lambda in
            let invocation = try await lambda.invoke(Order(item: "tea", quantity: 2))
            XCTAssertEqual(try invocation.output(as: Receipt.self), Receipt(total: 9))
            try invocation.logs.expectNone(atLeast: .warn)
        }
    }

    @MainActor
    func testRunsOnTheMainActor() async throws {
        let total = try await withLambda(Shop.self) { lambda in
            try await lambda.invoke(Order(item: "tea", quantity: 2)).output(as: Receipt.self).total
        }
        XCTAssertEqual(total, 10)
    }

    func testFindsFixtures() throws {
        XCTAssertTrue(
            try Fixture("s3/object-created.json").roundTrip(through: Keys.self).isEmpty == false
        )
    }

    private struct Keys: Codable {}
}
