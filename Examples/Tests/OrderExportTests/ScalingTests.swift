import LambdaJSON
import Testing

@testable import OrderExport

struct ScalingTests {
    @Test(arguments: [
        ("12.5", 2, 1250), ("12.50", 2, 1250), ("12.500", 2, 1250), ("0", 2, 0), ("0.00", 0, 0),
        ("-0.01", 2, -1), ("7", 0, 7), ("1.25E+1", 2, 1250), ("125e-1", 2, 1250), ("120", 0, 120),
        ("1e3", 0, 1000), ("0.1", 2, 10), ("92233720368547758.07", 2, Int.max),
    ])
    func isExact(text: String, digits: Int, expected: Int) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.scaled(byPowerOfTen: digits) == expected)
    }

    @Test(arguments: [
        ("12.505", 2), ("0.5", 0), ("1e30", 2), ("92233720368547758.08", 2), ("1e-400", 2),
        ("1e999999999999999999999", 2), ("99999999999999999999999999999999999999", 0),
    ])
    func doesNotRound(text: String, digits: Int) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.scaled(byPowerOfTen: digits) == nil)
    }
}
