import Foundation
import LambdaFoundation
import LambdaJSON
import LambdaRuntime
import Testing

/// A user's type with all that Foundation's coders treat specially, also inside collections.
private struct Shipment: Codable, Equatable {
    var sent: Date
    var label: Data
    var tracking: URL
    var id: UUID
    var price: Decimal
    var scans: [Date]
    var parts: [String: Data]
    var link: URL?
    var refund: Decimal?
}

private let shipments: [Shipment] = [
    Shipment(
        sent: Date(timeIntervalSinceReferenceDate: 794_102_400.25),
        label: Data([0, 1, 2, 0xFE, 0xFF]),
        tracking: URL(filePath: "/parcels/7"),
        id: UUID(),
        price: Decimal(string: "12345678901234567890.123456789012345678") ?? 0,
        scans: [Date(timeIntervalSinceReferenceDate: -1), Date(timeIntervalSinceReferenceDate: 0)],
        parts: ["a": Data("a".utf8), "b": Data()],
        link: URL(string: "https://example.com/a%20b?x=1&y=%C3%A9#z"),
        refund: Decimal(-0.5)
    ),
    Shipment(
        sent: .distantPast,
        label: Data(),
        tracking: URL(filePath: "/"),
        id: UUID(),
        price: 0,
        scans: [],
        parts: [:],
        link: nil,
        refund: Decimal(sign: .plus, exponent: 100, significand: 7)
    ),
]

struct FoundationTypesTests {
    @Test(arguments: shipments)
    private func readsWhatFoundationWrites(_ shipment: Shipment) throws {
        let bytes = [UInt8](try JSONEncoder().encode(shipment))
        #expect(try LambdaJSONDecoder.foundationTypes().decode(from: bytes) == shipment)
    }

    @Test(arguments: shipments)
    private func writesWhatFoundationReads(_ shipment: Shipment) throws {
        let bytes = try LambdaJSONEncoder.foundationTypes().encode(shipment)
        #expect(try JSONDecoder().decode(Shipment.self, from: Data(bytes)) == shipment)
    }

    @Test(arguments: shipments)
    private func writesTheSameTreeAsFoundation(_ shipment: Shipment) throws {
        let ours = try LambdaJSONEncoder.foundationTypes().encode(shipment)
        let theirs = [UInt8](try JSONEncoder().encode(shipment))
        let decoder = LambdaJSONDecoder()
        #expect(
            try decoder.decode(JSONValue.self, from: ours)
                == decoder.decode(JSONValue.self, from: theirs)
        )
    }

    @Test
    func keepsEveryDigitOfADecimal() throws {
        let text = "[12345678901234567890123456789012345678,0.1,-1e-30,1E+5]"
        let ours = try LambdaJSONDecoder.foundationTypes().decode([Decimal].self, from: text)
        let expected = ["12345678901234567890123456789012345678", "0.1", "-1e-30", "1E+5"]
        #expect(ours == expected.map { Decimal(string: $0) })
        #expect(
            try LambdaJSONEncoder.foundationTypes().encodeToString(ours[0])
                == "12345678901234567890123456789012345678"
        )
    }

    @Test
    func readsTopLevelValues() throws {
        let decoder = LambdaJSONDecoder.foundationTypes()
        #expect(try decoder.decode(Data.self, from: #""AQI=""#) == Data([1, 2]))
        #expect(try decoder.decode(Decimal.self, from: "1.10") == Decimal(string: "1.1"))
        #expect(try decoder.decode(URL.self, from: #""a:b""#).absoluteString == "a:b")
    }

    @Test
    func withoutTheBridgeTypesCodeThemselves() throws {
        #expect(try LambdaJSONEncoder().encodeToString(Data([1, 2])) == "[1,2]")
        #expect(try LambdaJSONDecoder().decode(Data.self, from: "[1,2]") == Data([1, 2]))
    }
}

struct FoundationTypesErrorTests {
    private struct Holder: Codable {
        var values: Values
        struct Values: Codable {
            var data: Data?
            var url: URL?
            var decimal: Decimal?
            var date: Date?
        }
    }

    private static let cases: [(String, String)] = [
        (#"{"data":"secret!"}"#, "Expected Base64"),
        (#"{"data":7}"#, "Expected a string"),
        (#"{"url":""}"#, "Expected a URL"),
        (#"{"decimal":"1"}"#, "Expected a number"),
        (#"{"decimal":1e200}"#, "Expected a number that a Decimal can hold"),
        (#"{"date":"yesterday"}"#, "Expected an ISO 8601 date and time"),
        (#"{"date":5}"#, "Expected a string"),
    ]

    @Test(arguments: cases)
    func namesThePlaceAndTheExpectationButNoValue(_ input: String, _ expected: String) throws {
        let decoder = LambdaJSONDecoder.foundationTypes(dates: .iso8601)
        let text = #"{"values":\#(input)}"#
        let error = try #require(throws: DecodingError.self) {
            _ = try decoder.decode(Holder.self, from: text)
        }
        let context = try #require(error.context)
        #expect(context.debugDescription.hasPrefix(expected))
        #expect(context.codingPath.count == 2)
        #expect(context.underlyingError is LambdaJSONError)
        for value in ["secret", "yesterday"] { #expect(!"\(error)".contains(value)) }
    }

    @Test
    func refusesADecimalThatIsNoNumber() {
        #expect(throws: EncodingError.self) {
            try LambdaJSONEncoder.foundationTypes().encode([Decimal.nan])
        }
    }
}

struct DateCodingTests {
    private static let instant = Date(timeIntervalSince1970: 1_700_000_000)

    @Test(arguments: [
        (DateCoding.secondsSince1970, "1700000000"),
        (.millisecondsSince1970, "1700000000000"),
        (.deferredToDate, "721692800"),
        (.iso8601, #""2023-11-14T22:13:20Z""#),
    ])
    func writesAndReadsEachForm(_ coding: DateCoding, _ text: String) throws {
        let encoder = LambdaJSONEncoder.foundationTypes(dates: coding)
        let decoder = LambdaJSONDecoder.foundationTypes(dates: coding)
        #expect(try encoder.encodeToString(Self.instant) == text)
        #expect(try decoder.decode(Date.self, from: text) == Self.instant)
    }

    @Test
    func readsFractionsAndOffsets() throws {
        let decoder = LambdaJSONDecoder.foundationTypes(dates: .iso8601)
        let text = #""2023-11-15T00:13:20.500+02:00""#
        #expect(try decoder.decode(Date.self, from: text) == Self.instant + 0.5)
    }
}

extension DecodingError {
    fileprivate var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .keyNotFound(_, let context), .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }
}
