import Foundation
import LambdaEvents
import LambdaFoundation
import LambdaJSON
import Testing

/// Foundation's types in items of DynamoDB.
struct AttributeCodingTests {
    private struct Invoice: Codable, Equatable {
        var total: Decimal
        var parts: [Decimal]
        var rates: Set<Decimal>
        var due: Date
        var link: URL
        var id: UUID
        var scan: Data
        var nothing: Data
        var tip: Decimal?
        var count: Int
    }

    private func invoice() throws -> Invoice {
        Invoice(
            total: try #require(Decimal(string: "1234567890123456789012345.678901")),
            parts: [try #require(Decimal(string: "0.1")), -2],
            rates: [19, 7],
            due: Date(timeIntervalSince1970: 1_795_176_000),
            link: try #require(URL(string: "https://example.com/a")),
            id: UUID(),
            scan: Data([0, 1, 255]),
            nothing: Data(),
            tip: nil,
            count: 3
        )
    }

    @Test
    func typesAreWrittenAsInJSON() throws {
        let invoice = try invoice()
        let item = try [String: AttributeValue](
            encoding: invoice,
            using: .foundationTypes(dates: .iso8601)
        )
        #expect(item["total"] == .number("1234567890123456789012345.678901"))
        #expect(item["parts"] == [.number("0.1"), -2])
        #expect(item["rates"] == .numberSet(["19", "7"]))
        #expect(item["due"] == "2026-11-20T12:00:00Z")
        #expect(item["link"] == "https://example.com/a")
        #expect(item["id"] == .string(invoice.id.uuidString))
        #expect(item["scan"] == .binary(.init([0, 1, 255])))
        #expect(item["nothing"] == .binary(.init(base64: "")))
        #expect(item["tip"] == nil)
        #expect(
            try item.decode(Invoice.self, using: .foundationTypes(dates: .iso8601)) == invoice
        )
    }

    @Test
    func bytesAndIdentifiersNeedNoSettings() throws {
        struct File: Codable, Equatable {
            var id: UUID
            var contents: Data
            var changed: Date
        }
        let file = File(
            id: UUID(),
            contents: Data([7, 8, 9]),
            changed: Date(timeIntervalSinceReferenceDate: 0.5)
        )
        let item = try [String: AttributeValue](encoding: file)
        #expect(item["contents"] == .binary(.init([7, 8, 9])))
        #expect(item["changed"] == .number("0.5"))
        #expect(try item.decode(File.self) == file)
    }

    @Test
    func numbersOfDynamoDBAreExactDecimals() throws {
        let digits = "12345678901234567890123456789012345678"
        let decimal = try AttributeValue.number(digits)
            .decode(Decimal.self, using: .foundationTypes())
        #expect(decimal == Decimal(string: digits))
    }

    @Test
    func errorsSayWhereInTheItem() throws {
        let item: [String: AttributeValue] = ["lines": [["price": "secret"]]]
        do {
            _ = try item.decode([String: [[String: Decimal]]].self, using: .foundationTypes())
            Issue.record("The text is taken for a number.")
        } catch DecodingError.typeMismatch(_, let context) {
            #expect(context.codingPath.map(\.stringValue) == ["lines", "Index 0", "price"])
            #expect(context.debugDescription == "Expected a number, found a string.")
        }
        do {
            _ = try AttributeValue(encoding: ["a": Decimal.nan], using: .foundationTypes())
            Issue.record("NaN is taken.")
        } catch EncodingError.invalidValue(_, let context) {
            #expect(context.codingPath.map(\.stringValue) == ["a"])
            #expect(context.debugDescription == "Expected a Decimal that is a number.")
        }
    }
}
