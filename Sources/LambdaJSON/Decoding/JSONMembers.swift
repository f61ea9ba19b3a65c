// What LambdaEvents walks over itself: objects whose keys say what their values are, such as the
// attribute values of DynamoDB. A keyed container would have to be asked for one key after the
// other, and an item has hundreds of such objects.

/// The members of an object, in the order of the text.
///
/// Of members of the same name the first counts; the others are left out.
///
/// They are walked over with `while let`: being a `Sequence` would compile an array of them, and
/// more, into every function.
package struct JSONMembers {
    private let document: JSONDocument
    private let object: Int
    private let end: Int
    private var following: Int

    /// The number of members, those of the same name included.
    package let count: Int

    init(of object: Int, in document: JSONDocument) {
        self.document = document
        self.object = object
        count = Tape.detail(document.tape[object])
        end = Tape.end(document.tape[object + 1])
        following = object + Tape.headLength
        document.noteTextKeys(of: object)
        if count > 1 { document.markRepeatedKeys(in: object) }
    }

    /// The next member.
    ///
    /// `nil` if there is none.
    package mutating func next() -> JSONMember? {
        while following < end {
            let key = following
            following = document.end(of: key + 1)
            if document.kind(at: key) != .repeatedKey {
                return JSONMember(document: document, object: object, key: key)
            }
        }
        return nil
    }
}

/// One member of an object.
package struct JSONMember {
    let document: JSONDocument
    let object: Int
    let key: Int

    /// The name of the member.
    package var name: String { document.name(at: key) }

    /// The bytes of a name of ASCII without escapes, where they stand.
    ///
    /// `nil` for other names. The bytes live as long as the decoding.
    package var plainName: UnsafeRawBufferPointer? {
        let word = document.tape[key]
        guard Tape.kind(word) == .key else { return nil }
        return UnsafeRawBufferPointer(
            start: document.bytes + Tape.offset(word),
            count: Tape.detail(word) & Tape.longKey
        )
    }

    /// The value of the member.
    package var value: JSONValueDecoder {
        JSONValueDecoder(document: document, index: key + 1, parent: object)
    }
}

/// The elements of an array.
///
/// They are walked over with `while let`, as members are.
package struct JSONElements {
    private let document: JSONDocument
    private let array: Int
    private let end: Int
    private var following: Int

    /// The number of elements.
    package let count: Int

    init(of array: Int, in document: JSONDocument) {
        self.document = document
        self.array = array
        count = Tape.detail(document.tape[array])
        end = Tape.end(document.tape[array + 1])
        following = array + Tape.headLength
    }

    /// The next element.
    ///
    /// `nil` if there is none.
    package mutating func next() -> JSONValueDecoder? {
        guard following < end else { return nil }
        let element = following
        following = document.end(of: element)
        return JSONValueDecoder(document: document, index: element, parent: array)
    }
}

extension JSONValueDecoder {
    /// The members of an object.
    ///
    /// `nil` if the value is something else.
    package var members: JSONMembers? {
        let index = index
        guard Tape.holds(index), document.kind(at: index) == .object else { return nil }
        return JSONMembers(of: index, in: document)
    }

    /// The elements of an array.
    ///
    /// `nil` if the value is something else.
    package var elements: JSONElements? {
        let index = index
        guard Tape.holds(index), document.kind(at: index) == .array else { return nil }
        return JSONElements(of: index, in: document)
    }

    /// The text of a string.
    ///
    /// `nil` if the value is something else.
    package var text: String? {
        let index = index
        guard Tape.holds(index), document.kind(at: index).isString else { return nil }
        return document.string(at: index)
    }

    /// The Boolean.
    ///
    /// `nil` if the value is something else.
    package var boolean: Bool? {
        let index = index
        guard Tape.holds(index) else { return nil }
        switch document.kind(at: index) {
        case .true: return true
        case .false: return false
        default: return nil
        }
    }

    /// How many elements of a type to reserve memory for before the first of them is read.
    package func reservation<Element>(for type: Element.Type, count: Int) -> Int {
        JSONDocument.reservation(for: type, count: count)
    }
}
