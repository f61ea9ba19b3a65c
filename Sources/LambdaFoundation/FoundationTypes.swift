public import LambdaJSON
public import LambdaRuntime

extension LambdaJSONDecoder {
    /// Returns a decoder that reads Foundation's types as Foundation's `JSONDecoder` does.
    ///
    /// `Data` is a Base64 string, `URL` a string, `UUID` a string, and `Decimal` a number, of which
    /// 38 digits count. `Date` is what `dates` says.
    ///
    /// ```swift
    /// let decoder = LambdaJSONDecoder.foundationTypes(dates: .iso8601)
    /// ```
    ///
    /// - Parameter dates: How dates are written. The default is Foundation's: seconds since the
    ///   first instant of 2001.
    /// - Returns: The decoder, whose other settings may be changed.
    public static func foundationTypes(
        dates: DateCoding = .deferredToDate
    ) -> LambdaJSONDecoder {
        var decoder = LambdaJSONDecoder()
        decoder.hook = FoundationTypesDecoding(dates: dates)
        return decoder
    }
}

extension LambdaJSONEncoder {
    /// Returns an encoder that writes Foundation's types as Foundation's `JSONEncoder` does.
    ///
    /// The counterpart of ``LambdaJSON/LambdaJSONDecoder/foundationTypes(dates:)``.
    ///
    /// - Parameter dates: How dates are written. The default is Foundation's: seconds since the
    ///   first instant of 2001.
    /// - Returns: The encoder, whose other settings may be changed.
    public static func foundationTypes(
        dates: DateCoding = .deferredToDate
    ) -> LambdaJSONEncoder {
        var encoder = LambdaJSONEncoder()
        encoder.hook = FoundationTypesEncoding(dates: dates)
        return encoder
    }
}

extension PayloadDecoder where Self == LambdaJSONDecoder {
    /// Our decoder, with `Date`, `Data`, `URL`, `UUID` and `Decimal` as Foundation's reads them.
    ///
    /// ```swift
    /// static var payloadDecoder: any PayloadDecoder { .foundationTypes }
    /// ```
    public static var foundationTypes: LambdaJSONDecoder { .foundationTypes() }

    /// Our decoder, with Foundation's types, and dates in the given form.
    ///
    /// - Parameter dates: How dates are written.
    /// - Returns: The decoder.
    public static func foundationTypes(dates: DateCoding) -> LambdaJSONDecoder {
        LambdaJSONDecoder.foundationTypes(dates: dates)
    }
}

extension PayloadEncoder where Self == LambdaJSONEncoder {
    /// Our encoder, with `Date`, `Data`, `URL`, `UUID` and `Decimal` as Foundation's writes them.
    ///
    /// ```swift
    /// static var payloadEncoder: any PayloadEncoder { .foundationTypes }
    /// ```
    public static var foundationTypes: LambdaJSONEncoder { .foundationTypes() }

    /// Our encoder, with Foundation's types, and dates in the given form.
    ///
    /// - Parameter dates: How dates are written.
    /// - Returns: The encoder.
    public static func foundationTypes(dates: DateCoding) -> LambdaJSONEncoder {
        LambdaJSONEncoder.foundationTypes(dates: dates)
    }
}

/// How a `Date` is written in JSON.
public struct DateCoding: Hashable, Sendable {
    enum Form {
        case deferredToDate
        case secondsSince1970
        case millisecondsSince1970
        case iso8601
    }

    let form: Form

    /// A number of seconds since the first instant of 2001, as `Date` encodes itself.
    public static let deferredToDate = DateCoding(form: .deferredToDate)

    /// A number of seconds since the Unix epoch.
    public static let secondsSince1970 = DateCoding(form: .secondsSince1970)

    /// A number of milliseconds since the Unix epoch.
    public static let millisecondsSince1970 = DateCoding(form: .millisecondsSince1970)

    /// ISO 8601 text such as `2026-03-01T12:00:00Z`.
    ///
    /// Fractions of a second and offsets are read too. Whole seconds in UTC are written, as
    /// Foundation does.
    public static let iso8601 = DateCoding(form: .iso8601)
}
