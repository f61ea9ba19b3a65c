import Testing

@testable import LambdaHTTP

struct RoutePatternTests {
    @Test(
        arguments: [
            "", "orders", "/orders/", "//", "/{", "/}", "/{}", "/{+}", "/a{id}", "/{id}a",
            "/{rest+}/x",
            "/{id}/{id}", "/{a{b}}", "/a%20b", "/a?b", "/a#b",
        ]
    )
    func refusesWhatIsNoPattern(_ text: String) {
        #expect(RoutePattern(text) == nil)
    }

    @Test func readsPatterns() throws {
        #expect(try #require(RoutePattern("/")).parts == [])
        let pattern = try #require(RoutePattern("/orders/{id}/{rest+}"))
        #expect(pattern.parts == [.literal("orders"), .variable, .rest])
        #expect(pattern.names == ["id", "rest"])
    }
}
