import Foundation
import LambdaEvents
import LambdaFoundation
import LambdaJSON
import LambdaRuntime
import Testing

struct ConversionsTests {
    @Test(arguments: [0, 1_700_000_000.25, -1.5, -62_135_596_800, 253_402_300_799] as [Double])
    func datesAndTimestampsAreTheSameInstant(_ seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(Date(Timestamp(date)) == date)
    }

    @Test(arguments: [.infinity, -.infinity, .nan, 1e300, -1e300] as [Double])
    func datesBeyondTheCalendarDoNotTrap(_ seconds: Double) {
        let timestamp = Timestamp(Date(timeIntervalSince1970: seconds))
        #expect(timestamp >= Timestamp(secondsSinceEpoch: .min))
        #expect(timestamp <= Timestamp(secondsSinceEpoch: .max))
    }

    @Test
    func decimalsAndJSONNumbersKeepEveryDigit() throws {
        let text = "12345678901234567890.123456789012345678"
        let number = try #require(JSONNumber(text))
        let decimal = try #require(Decimal(number))
        #expect(decimal == Decimal(string: text))
        #expect(JSONNumber(decimal) == number)
    }

    @Test
    func whatADecimalCannotHoldIsNil() throws {
        #expect(Decimal(try #require(JSONNumber("1e400"))) == nil)
        #expect(JSONNumber(Decimal.nan) == nil)
    }

    @Test
    func theDeadlineIsADate() {
        let context = LambdaContext(remainingTime: .seconds(600))
        let milliseconds = (context.deadlineDate.timeIntervalSince1970 * 1000).rounded()
        #expect(Int64(milliseconds) == context.deadlineMilliseconds)
        #expect(context.deadlineDate > Date())
    }
}

struct FoundationCodersTests {
    private struct Order: Codable, Equatable, Sendable {
        var itemName: String
        var due: Date
    }

    private struct Handler: LambdaHandler {
        static var payloadDecoder: any PayloadDecoder {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            decoder.dateDecodingStrategy = .secondsSince1970
            return decoder
        }

        static var payloadEncoder: any PayloadEncoder {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.dateEncodingStrategy = .secondsSince1970
            encoder.outputFormatting = .sortedKeys
            return encoder
        }

        func handle(_ order: Order, context: LambdaContext) async throws -> Order { order }
    }

    private struct BridgingHandler: LambdaHandler {
        static var payloadDecoder: any PayloadDecoder { .foundationTypes }
        static var payloadEncoder: any PayloadEncoder { .foundationTypes(dates: .iso8601) }

        func handle(_ event: Data, context: LambdaContext) async throws -> Data { event }
    }

    @Test
    func aHandlerReadsAndWritesWithFoundation() throws {
        let text = #"{"due":7,"item_name":"lamp"}"#
        let order = try Array(text.utf8).withUnsafeBytes {
            try Handler.payloadDecoder.decode(Order.self, from: $0)
        }
        #expect(order == Order(itemName: "lamp", due: Date(timeIntervalSince1970: 7)))
        var bytes = Array("head ".utf8)
        try Handler.payloadEncoder.encode(order, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "head \(text)")
    }

    @Test
    func aHandlerChoosesTheBridgeInAWord() throws {
        let data = try Array(#""AQI=""#.utf8).withUnsafeBytes {
            try BridgingHandler.payloadDecoder.decode(Data.self, from: $0)
        }
        #expect(data == Data([1, 2]))
        var bytes: [UInt8] = []
        try BridgingHandler.payloadEncoder.encode(Date(timeIntervalSince1970: 0), into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #""1970-01-01T00:00:00Z""#)
    }

    @Test
    func anEmptyPayloadIsAnErrorOfFoundation() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(
                Order.self,
                from: UnsafeRawBufferPointer(start: nil, count: 0)
            )
        }
    }
}
