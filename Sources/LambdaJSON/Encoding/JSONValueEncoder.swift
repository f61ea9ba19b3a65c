/// The encoder of one value: a writer and the value's record.
///
/// It fits the buffer of an `any Encoder`, so that handing it to a type allocates nothing.
package struct JSONValueEncoder: Encoder {
    let place: JSONWriter.Place

    @inline(__always)
    init(_ place: JSONWriter.Place) {
        self.place = place
    }

    /// The encoder that an `any Encoder` is, if it is one of LambdaJSON's.
    ///
    /// A comparison of two addresses; `as?` takes a hundred times as long.
    package init?(native encoder: any Encoder) {
        guard type(of: encoder) == JSONValueEncoder.self else { return nil }
        self = Self.open(encoder)
    }

    @inline(__always)
    private static func open(_ encoder: some Encoder) -> JSONValueEncoder {
        same(encoder)
    }

    package var codingPath: [any CodingKey] {
        place.writer.path(of: place)
    }

    package var userInfo: [CodingUserInfoKey: Any] {
        place.writer.session.userInfo
    }

    package func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) -> KeyedEncodingContainer<Key> {
        // A dictionary's keys hold a string, those of a structure are the cases of an enumeration: most
        // functions never ask for more.
        let isSorted =
            MemoryLayout<Key>.size >= MemoryLayout<String>.size
            && ObjectIdentifier(type) == DictionaryKey.type
        return place.writer.container(.object, sorted: isSorted, at: place).keyedContainer(type)
    }

    package func unkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedWriter(place.writer.container(.array, at: place))
    }

    package func singleValueContainer() -> any SingleValueEncodingContainer {
        self
    }
}

// MARK: - For LambdaFoundation

extension JSONValueEncoder {
    /// Encodes a number of its JSON text, which must be one that `JSONNumber` accepts.
    package func encodeNumber(_ text: String) throws {
        try place.writer.beginScalar(at: place)
        place.writer.append(text: text)
    }

    /// The error of a value that has no JSON form.
    ///
    /// The reason says what was expected, without a full stop and without the value.
    package func invalid(_ reason: String, _ type: Any.Type) -> EncodingError {
        place.writer.error(reason, type, path: codingPath)
    }
}

// MARK: - Dictionaries

/// The type of key by which the standard library's `Dictionary` encodes itself.
///
/// It is internal to the standard library, and the only sign that a container belongs to a
/// dictionary, whose members come in an order that differs from run to run and have to be sorted.
/// It is found out by encoding a dictionary once.
enum DictionaryKey {
    static let type: ObjectIdentifier? = {
        let probe = Probe()
        try? [String: Int]().encode(to: probe)
        return probe.found.type
    }()

    private struct Probe: Encoder {
        final class Found {
            var type: ObjectIdentifier?
        }

        let found = Found()
        let codingPath: [any CodingKey] = []
        let userInfo: [CodingUserInfoKey: Any] = .init()

        private var nowhere: JSONValueEncoder {
            let writer = JSONWriter(session: EncodingSession())
            let id = writer.push(.vacant)
            return JSONValueEncoder(JSONWriter.Place(writer: writer, record: 0, id: id))
        }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            found.type = ObjectIdentifier(type)
            let place = nowhere.place
            return place.writer.container(.object, at: place).keyedContainer(type)
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer { nowhere.unkeyedContainer() }

        func singleValueContainer() -> any SingleValueEncodingContainer { nowhere }
    }
}
