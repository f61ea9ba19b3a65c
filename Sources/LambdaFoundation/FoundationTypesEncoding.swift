internal import LambdaJSON

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Writes the types whose own `encode(to:)` is not how Foundation's `JSONEncoder` writes them.
struct FoundationTypesEncoding: JSONEncodingHook {
    let dates: DateCoding

    func encode<T: Encodable>(_ value: T, to encoder: JSONValueEncoder) throws -> Bool {
        if T.self == Data.self, let data = value as? Data {
            try encoder.encode(data.base64EncodedString())
            return true
        }
        if T.self == URL.self, let url = value as? URL {
            try encoder.encode(url.absoluteString)
            return true
        }
        if T.self == Decimal.self, let decimal = value as? Decimal {
            guard decimal.isFinite else {
                throw encoder.invalid("Expected a Decimal that is a number", Decimal.self)
            }
            try encoder.encodeNumber(decimal.description)
            return true
        }
        if T.self == Date.self, dates != .deferredToDate, let date = value as? Date {
            try encode(date, to: encoder)
            return true
        }
        return false
    }

    private func encode(_ date: Date, to encoder: JSONValueEncoder) throws {
        switch dates.form {
        case .deferredToDate:
            try encoder.encode(date.timeIntervalSinceReferenceDate)
        case .secondsSince1970:
            try encoder.encode(date.timeIntervalSince1970)
        case .millisecondsSince1970:
            try encoder.encode(date.timeIntervalSince1970 * 1000)
        case .iso8601:
            try encoder.encode(date.formatted(.iso8601))
        }
    }
}
