public import LambdaJSON

// Items to and from types of the user's own, as DynamoDB's own SDKs map them:
//
//     String                      S          Bool                        BOOL
//     any integer, Double, …      N          nil, if it is encoded       NULL
//     [UInt8], Data               B          keyed containers            M
//     unkeyed containers          L          Set                         SS, NS or BS
//
// A set that is empty, or of anything but strings, numbers or bytes, is a list, since DynamoDB has no
// such sets. Decoding takes a list for a Set as well, and a set for an Array.

extension AttributeValue {
    /// Decodes the value as a type.
    ///
    /// Numbers are exact: an integer type gets a number only if it can hold it, and `JSONNumber`
    /// gets any number with all its digits. `Double` gets the nearest one.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The settings: `userInfo`, and how Foundation's types are read. For `Decimal`,
    ///     `URL` and the like pass `.foundationTypes()` of LambdaFoundation.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the value has another shape. Its coding path says where; it
    ///   never repeats a value.
    public func decode<T: Decodable>(
        _ type: T.Type = T.self,
        using decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> T {
        do {
            return try AttributeDecoder(value: self, settings: AttributeDecodingSettings(decoder))
                .decode(type)
        } catch DecodingError.dataCorrupted(let context) {
            // The standard library's `init(from:)` of raw-representable types repeats the value.
            guard let name = context.nameOfTypeNotMade else {
                throw DecodingError.dataCorrupted(context)
            }
            let problem = LambdaJSONError("Expected a value that \(name) can be made of")
            throw DecodingError.dataCorrupted(
                DecodingError.Context(problem, at: context.codingPath)
            )
        }
    }

    /// Creates the value that a type encodes as.
    ///
    /// - Parameters:
    ///   - value: The value to encode.
    ///   - encoder: The settings: `userInfo`, and how Foundation's types are written. For
    ///     `Decimal`, `URL` and the like pass `.foundationTypes()` of LambdaFoundation.
    /// - Throws: `EncodingError` for a number that is not finite, and whatever the type throws.
    public init<T: Encodable>(
        encoding value: T,
        using encoder: LambdaJSONEncoder = LambdaJSONEncoder()
    ) throws {
        let node = AttributeNode()
        let settings = AttributeEncodingSettings(encoder)
        try AttributeEncoder(node: node, path: nil, settings: settings).encode(value)
        self = node.value
    }
}

extension [String: AttributeValue] {
    /// Decodes an item as a type.
    ///
    /// ```swift
    /// let order = try record.dynamodb.newImage?.decode(Order.self)
    /// ```
    ///
    /// Numbers are exact: see ``AttributeValue/decode(_:using:)``.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The settings: `userInfo`, and how Foundation's types are read. For `Decimal`,
    ///     `URL` and the like pass `.foundationTypes()` of LambdaFoundation.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the item has another shape. Its coding path says where; it never
    ///   repeats a value.
    public func decode<T: Decodable>(
        _ type: T.Type = T.self,
        using decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> T {
        try AttributeValue.map(self).decode(type, using: decoder)
    }

    /// Creates the item that a type encodes as.
    ///
    /// - Parameters:
    ///   - value: The value to encode.
    ///   - encoder: The settings: `userInfo`, and how Foundation's types are written. For
    ///     `Decimal`, `URL` and the like pass `.foundationTypes()` of LambdaFoundation.
    /// - Throws: `EncodingError` if the type encodes as anything but members with names, for a
    ///   number that is not finite, and whatever the type throws.
    public init<T: Encodable>(
        encoding value: T,
        using encoder: LambdaJSONEncoder = LambdaJSONEncoder()
    ) throws {
        let attribute = try AttributeValue(encoding: value, using: encoder)
        guard case .map(let item) = attribute else {
            let problem = LambdaJSONError(
                "Expected an item to be encoded as a map, as a structure is; \(T.self) is encoded as "
                    + attribute.phrase
            )
            throw EncodingError.unencodable(T.self, problem, at: [])
        }
        self = item
    }
}
