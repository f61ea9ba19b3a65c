internal import LambdaEventsShared
internal import LambdaJSON

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reads the types whose own `init(from:)` is not how Foundation's `JSONDecoder` reads them.
struct FoundationTypesDecoding: JSONDecodingHook {
    let dates: DateCoding

    func decode<T: Decodable>(_ type: T.Type, from decoder: JSONValueDecoder) throws -> T? {
        // Comparing metatypes costs an instruction each; a dynamic cast happens on a hit only.
        if type == Data.self { return try data(decoder) as? T }
        if type == Decimal.self { return try decimal(decoder) as? T }
        if type == URL.self { return try url(decoder) as? T }
        if type == Date.self { return try date(decoder) as? T }
        return nil
    }

    private func data(_ decoder: JSONValueDecoder) throws -> Data {
        guard let data = Data(base64Encoded: try decoder.decode(String.self)) else {
            throw decoder.corrupted("Expected Base64")
        }
        return data
    }

    private func url(_ decoder: JSONValueDecoder) throws -> URL {
        guard let url = URL(string: try decoder.decode(String.self)) else {
            throw decoder.corrupted("Expected a URL")
        }
        return url
    }

    private func decimal(_ decoder: JSONValueDecoder) throws -> Decimal {
        guard let text = decoder.numberText else {
            throw decoder.mismatch(Decimal.self, expected: "a number")
        }
        guard let decimal = Decimal(string: text), decimal.isFinite else {
            throw decoder.corrupted("Expected a number that a Decimal can hold")
        }
        return decimal
    }

    private func date(_ decoder: JSONValueDecoder) throws -> Date? {
        switch dates.form {
        case .deferredToDate:
            return nil
        case .secondsSince1970:
            return Date(timeIntervalSince1970: try decoder.decode(Double.self))
        case .millisecondsSince1970:
            return Date(timeIntervalSince1970: try decoder.decode(Double.self) / 1000)
        case .iso8601:
            guard let timestamp = Timestamp(iso8601: try decoder.decode(String.self)) else {
                throw decoder.corrupted("Expected an ISO 8601 date and time")
            }
            return Date(timestamp)
        }
    }
}
