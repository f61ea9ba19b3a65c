// Dictionaries and arrays decode themselves through the containers, as any type does. For a
// dictionary that means a keyed container, an array of all its keys, each made into a coding key,
// and a search for each of them. It is the standard library's code, unspecialized, and it took a
// fifth of the time of decoding SQS records, half of it for dictionaries that were empty. So both
// are made here instead, by protocols that only they conform to.
//
// To find out whether a type is one of them takes a look at the runtime's table of conformances.
// A dictionary or an array is one pointer, which hardly any other type is that decodes from an
// object or array, so nearly all others are spared the question.

/// A dictionary with keys of `String`, decoded without containers.
protocol NativelyDecodableDictionary {
    static func decode(_ document: JSONDocument, object: Int) throws -> Self
}

/// An array, decoded without containers.
protocol NativelyDecodableArray {
    static func decode(_ document: JSONDocument, array: Int) throws -> Self
}

extension Dictionary: NativelyDecodableDictionary where Key == String, Value: Decodable {
    static func decode(_ document: JSONDocument, object: Int) throws -> [String: Value] {
        let tape = document.tape
        let count = Tape.detail(tape[object])
        guard count > 0 else { return .init() }
        document.noteTextKeys(of: object)
        var values = [String: Value](
            minimumCapacity: JSONDocument.reservation(for: (String, Value).self, count: count)
        )
        let end = Tape.end(tape[object + 1])
        var key = object + Tape.headLength
        while key < end {
            if document.kind(at: key) != .repeatedKey {
                let name = document.name(at: key)
                do {
                    let value = try document.decode(Value.self, at: key + 1, in: object)
                    // Of members with equal names the first counts.
                    if let first = values.updateValue(value, forKey: name) { values[name] = first }
                } catch {
                    // And whatever the others are does not matter.
                    guard values[name] != nil else { throw error }
                }
            }
            key = document.end(of: key + 1)
        }
        return values
    }
}

extension Array: NativelyDecodableArray where Element: Decodable {
    static func decode(_ document: JSONDocument, array: Int) throws -> [Element] {
        let tape = document.tape
        var elements: [Element] = []
        elements.reserveCapacity(
            JSONDocument.reservation(for: Element.self, count: Tape.detail(tape[array]))
        )
        let end = Tape.end(tape[array + 1])
        var element = array + Tape.headLength
        var ordinal = 0
        while element < end {
            document.setBookmark(of: array, element: element, ordinal: ordinal)
            elements.append(try document.decode(Element.self, at: element, in: array))
            element = document.end(of: element)
            ordinal += 1
        }
        return elements
    }
}

extension JSONDocument {
    /// For how many elements memory is reserved before the first of them is decoded: 64 KiB at most.
    ///
    /// An element may take two bytes of text and hundreds of memory, and the first one may fail.
    static func reservation<Element>(for type: Element.Type, count: Int) -> Int {
        reservation(stride: MemoryLayout<Element>.stride, count: count)
    }

    static func reservation(stride: Int, count: Int) -> Int {
        min(count, max(16, 65_536 / max(1, stride)))
    }

    /// Whether a type may be a dictionary or an array.
    @inline(__always)
    func mayBeCollection<T>(_ type: T.Type) -> Bool {
        MemoryLayout<T>.size == MemoryLayout<[Int]>.size
    }

    /// Decodes an object whose type may be a dictionary.
    func decodeObject<T: Decodable>(_ type: T.Type, at index: Int, in parent: Int) throws -> T {
        guard let dictionary = type as? any NativelyDecodableDictionary.Type else {
            return try decodeByItself(type, at: index, in: parent)
        }
        return try decode(dictionary, object: index)
    }

    /// Decodes an array whose type may be one.
    func decodeArray<T: Decodable>(_ type: T.Type, at index: Int, in parent: Int) throws -> T {
        guard let array = type as? any NativelyDecodableArray.Type else {
            return try decodeByItself(type, at: index, in: parent)
        }
        return try decode(array, array: index)
    }

    private func decode<D: NativelyDecodableDictionary, T>(
        _ type: D.Type,
        object: Int
    ) throws -> T {
        same(try type.decode(self, object: object))
    }

    private func decode<A: NativelyDecodableArray, T>(_ type: A.Type, array: Int) throws -> T {
        same(try type.decode(self, array: array))
    }
}
