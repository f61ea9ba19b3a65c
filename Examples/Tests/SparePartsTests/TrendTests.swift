import Testing

@testable import SpareParts

struct TrendTests {
    @Test
    func findsTheLineThatPointsLieOn() throws {
        var trend = Trend()
        for x in 0..<10 { trend.add(x: Double(x), y: 20 + 1.5 * Double(x)) }
        #expect(trend.count == 10)
        #expect(abs(try #require(trend.slope) - 1.5) < 1e-9)
        #expect(abs(try #require(trend.fit) - 1) < 1e-9)
    }

    @Test
    func findsTheLineBetweenPoints() throws {
        var trend = Trend()
        for (x, y) in [(0.0, 1.0), (1, 3), (2, 2), (3, 4)] { trend.add(x: x, y: y) }
        #expect(abs(try #require(trend.slope) - 0.8) < 1e-9)
        #expect(abs(try #require(trend.fit) - 0.64) < 1e-9)
    }

    @Test
    func doesNotMindTheOrder() throws {
        let points = [(0.0, 1.0), (1, 3), (2, 2), (3, 4)]
        var forwards = Trend()
        var backwards = Trend()
        for (x, y) in points { forwards.add(x: x, y: y) }
        for (x, y) in points.reversed() { backwards.add(x: x, y: y) }
        #expect(forwards == backwards)
    }

    @Test
    func hasNoLineThroughOnePlace() {
        var trend = Trend()
        #expect(trend.slope == nil)
        for y in [1.0, 2, 3] { trend.add(x: 2, y: y) }
        #expect(trend.slope == nil)
        #expect(trend.fit == nil)
    }

    @Test
    func explainsNothingWhereNothingDiffers() {
        var trend = Trend()
        for x in 0..<5 { trend.add(x: Double(x), y: 20) }
        #expect(trend.slope == 0)
        #expect(trend.fit == nil)
    }
}
