// The tape
// ========
//
// A JSON text is scanned once, from the first byte to the last. The scan checks all of RFC 8259
// and leaves behind a tape: an array of 64-bit words in document order, one word for a scalar or a
// key and three for an array or an object. It copies nothing; a word says where in the text a value
// lies. Decoding then reads the tape and never looks at a bracket, a comma or white space again,
// and to step over a value it does not want it makes one jump, however large that value is.
//
// A word has three fields:
//
//     63    60 59                        32 31                         0
//     +-------+----------------------------+----------------------------+
//     | kind  | detail                     | offset                     |
//     +-------+----------------------------+----------------------------+
//
// `offset` is where the value begins in the text: behind the opening quote of a string, at the
// first character of anything else. `detail` depends on the kind:
//
//     null, false, true     0
//     integer, decimal      the number of characters
//     string                the number of bytes between the quotes
//     array, object         the number of elements or members
//     key                   length (12 bits), first byte (8), last byte (8)
//     raw key, slow key     the number of bytes between the quotes
//
// A number is an `integer` when it has neither fraction nor exponent. A string's kind says in its
// two low bits whether it has escapes and whether it has bytes beyond ASCII, so that one without
// escapes is copied as it stands. A `key` is the name of a member, plain ASCII, without escapes,
// shorter than 4 095 bytes, as nearly all are. Kind and detail together make a signature of 32
// bits: the search for a name compares it with one instruction and looks at the text only where it
// agrees. A name of any other form is a `raw key`, or, if it has escapes, a `slow key`; an object
// that has one of them says so in its flags.
// A `repeated key` is one whose name occurred before in the same object: no search ever finds it.
//
// An array or an object has two more words:
//
//     63    56 55                        28 27                         0
//     +-------+----------------------------+----------------------------+
//     | flags | parent                     | end                        |
//     +-------+----------------------------+----------------------------+
//     |                                          bookmark               |
//     +-----------------------------------------------------------------+
//
// `end` is the index of the first word behind the container, `parent` the index of the container
// it stands in. While the scan runs, the parents are the stack of open containers, so that
// `[[[[...` costs words of the tape and no stack. Afterwards they lead from any value to the root,
// which gives the coding path of an error without anybody having carried one along.
//
// The `bookmark` belongs to decoding. In an object it is the index of the key behind the one found
// last: types ask for their members mostly in the order in which they are sent, so the search that
// begins there usually ends there. In an array it is the element decoded last, index and ordinal.
//
// An example: the 24 bytes
//
//     {"id":7,"to":["a\n",-1]}
//     0123456789...
//
// make this tape of eleven words:
//
//     index  kind            detail             offset
//     0      object          2 members          0
//     1        end 11, parent none
//     2        bookmark 3: the first key
//     3      key             2, 'i', 'd'        2
//     4      integer         1 character        6
//     5      key             2, 't', 'o'        9
//     6      array           2 elements         13
//     7        end 11, parent 0
//     8        bookmark: none
//     9      string, escapes 3 bytes            15     a \ n
//     10     integer         2 characters       20     -1
//     11     (end)
//
// To find "to" in the object 0, take the signature (key, 2, 't', 'o'). Begin at the bookmark, 3:
// another signature. The value at 4 is a scalar, so the next key is at 5: equal, and so are the two
// bytes at 9. The value is at 6. It is an array, so the key behind it is at its end, 11, which is
// the end of the object too: the bookmark becomes 11, and the next search begins at the front.

/// The layout of the words of a tape.
enum Tape {
    /// The number of words that the head of an array or an object takes.
    static let headLength = 3

    /// The largest number that a field of 28 bits holds.
    static let limit = 1 << 28 - 1

    /// The length from which on a text is refused: 128 MiB.
    ///
    /// The most words for the fewest bytes are three for the two of `[]`, so that every index of
    /// the tape of a shorter text fits into 28 bits.
    static let longText = 1 << 27

    /// In place of an index: no container.
    ///
    /// It is never the index of one.
    static let none = limit

    /// Whether an index is that of a value of the tape, and neither `none` nor one of `AbsentMember`'s.
    ///
    /// Told by the index alone: the tape may belong to another call by now.
    @inline(__always)
    static func holds(_ index: Int) -> Bool {
        index < limit
    }

    /// A name of this length or more does not fit the detail of a key.
    static let longKey = 0xFFF

    /// Set on an object once its keys have been compared with one another.
    static let checkedFlag: UInt64 = 1 << 56

    /// Set on an object that has raw or slow keys.
    static let otherKeysFlag: UInt64 = 1 << 57

    /// Set on an object whose names its type has taken from the text: the keys of a dictionary.
    static let textKeysFlag: UInt64 = 1 << 58

    @inline(__always)
    static func word(_ kind: Kind, detail: Int, offset: Int) -> UInt64 {
        UInt64(kind.rawValue) << 60 | UInt64(truncatingIfNeeded: detail) << 32
            | UInt64(truncatingIfNeeded: offset)
    }

    /// The word of a key whose name is plain.
    @inline(__always)
    static func signature(length: Int, first: UInt8, last: UInt8) -> UInt32 {
        UInt32(Kind.key.rawValue) << 28 | UInt32(last) << 20 | UInt32(first) << 12
            | UInt32(truncatingIfNeeded: length)
    }

    /// Where the bookmark of an object has the bits of its names.
    static let namesMask: UInt64 = 0xFFFF_FFFF_0000_0000

    /// The bit that stands for a name in the bookmark of an object.
    @inline(__always)
    static func bit(of signature: UInt32) -> UInt64 {
        1 << (32 + UInt64(truncatingIfNeeded: (signature &* 0x9E37_79B1) >> 27))
    }

    @inline(__always)
    static func kind(_ word: UInt64) -> Kind {
        Kind(rawValue: UInt8(truncatingIfNeeded: word >> 60))
    }

    @inline(__always)
    static func detail(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: word >> 32) & limit
    }

    @inline(__always)
    static func offset(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
    }

    @inline(__always)
    static func links(end: Int, parent: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: parent) << 28 | UInt64(truncatingIfNeeded: end)
    }

    @inline(__always)
    static func end(_ links: UInt64) -> Int {
        Int(truncatingIfNeeded: links) & limit
    }

    @inline(__always)
    static func parent(_ links: UInt64) -> Int {
        Int(truncatingIfNeeded: links >> 28) & limit
    }
}

extension Tape {
    /// What a word of the tape stands for.
    struct Kind: Equatable {
        let rawValue: UInt8

        static let null = Kind(rawValue: 0)
        static let `false` = Kind(rawValue: 1)
        static let `true` = Kind(rawValue: 2)
        static let integer = Kind(rawValue: 3)
        static let decimal = Kind(rawValue: 4)
        static let array = Kind(rawValue: 5)
        static let object = Kind(rawValue: 6)
        static let string = Kind(rawValue: 8)
        static let key = Kind(rawValue: 12)
        static let slowKey = Kind(rawValue: 13)
        static let repeatedKey = Kind(rawValue: 14)
        static let rawKey = Kind(rawValue: 15)

        /// The bit of a string's kind that says it has escapes.
        static let escapes: UInt8 = 1

        /// The bit of a string's kind that says it has bytes beyond ASCII.
        static let beyondASCII: UInt8 = 2

        @inline(__always)
        static func string(traits: UInt8) -> Kind {
            Kind(rawValue: string.rawValue | traits)
        }

        @inline(__always)
        var isString: Bool { rawValue & 0b1100 == 0b1000 }

        @inline(__always)
        var isNumber: Bool { self == .integer || self == .decimal }

        @inline(__always)
        var isContainer: Bool { self == .array || self == .object }

        @inline(__always)
        var hasEscapes: Bool { rawValue & Kind.escapes != 0 }

        @inline(__always)
        var isASCII: Bool { rawValue & Kind.beyondASCII == 0 }

        /// What the kind is called in an error.
        var phrase: String {
            switch self {
            case .null: "null"
            case .false, .true: "a Boolean"
            case .integer, .decimal: "a number"
            case .array: "an array"
            case .object: "an object"
            default: "a string"
            }
        }
    }
}
