#if os(Linux)
internal import Synchronization

// A type of LambdaEvents asks its container for one member after the other. Each time the standard
// library goes from the container to its box, from the box to our reader, without knowing either's
// type before: that, and what a generic `decodeIfPresent` has to look up, took more than half of
// the time of decoding an S3 event. But what a container of ours comes down to is a position in a
// document, and the box holds nothing but the pointer to it. So members are read from there.
//
// Whether a box is one of ours, its class tells, which is noted when the first of its kind is made,
// after a look at whether the pointer is where it is expected. If a standard library put it
// elsewhere, none would be noted, and all members would be read through their containers again.

/// The classes of the boxes that the standard library keeps our containers in.
enum KnownBoxes {
    private static let count = 1024
    private static let reach = 64

    /// Where an object's stored properties begin: behind its class and its reference counts.
    private static let headerSize = 16

    /// Where the addresses of the classes are, or zero as long as there are none.
    ///
    /// An atomic, and not a lazy constant, since each member that is read looks at it. Classes are
    /// never freed, and neither is the table.
    private static let table = Atomic<UInt>(0)

    private typealias Classes = UnsafeMutablePointer<Atomic<UInt>>

    private static func makeTable() -> Classes {
        let classes = Classes.allocate(capacity: count)
        for index in 0..<count { (classes + index).initialize(to: Atomic(0)) }
        let (isStored, present) = table.compareExchange(
            expected: 0,
            desired: UInt(bitPattern: classes),
            ordering: .acquiringAndReleasing
        )
        if isStored { return classes }
        classes.deallocate()
        return Classes(bitPattern: present).unsafelyUnwrapped
    }

    @inline(__always)
    private static func first(_ boxClass: UInt) -> Int {
        let spread = UInt64(boxClass) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: spread >> 54)
    }

    /// Notes the class of a box, if its container is where it is looked for.
    ///
    /// When there is no room for it, its containers are read as those of any other decoder are.
    static func add(_ box: UnsafeRawPointer, holding place: UnsafeMutablePointer<ReaderPosition>) {
        guard box.load(fromByteOffset: headerSize, as: UInt.self) == UInt(bitPattern: place) else {
            return
        }
        let boxClass = box.load(as: UInt.self)
        let classes = Classes(bitPattern: table.load(ordering: .acquiring)) ?? makeTable()
        for step in 0..<reach {
            let (isStored, present) = classes[(first(boxClass) + step) & (count - 1)]
                .compareExchange(expected: 0, desired: boxClass, ordering: .relaxed)
            if isStored || present == boxClass { return }
        }
    }

    /// The position of the container in a box, if it is one of ours.
    @inline(__always)
    static func position(in box: UnsafeRawPointer) -> ReaderPosition? {
        guard let classes = Classes(bitPattern: table.load(ordering: .acquiring)) else {
            return nil
        }
        let boxClass = box.load(as: UInt.self)
        let first = first(boxClass)
        for step in 0..<reach {
            let known = classes[(first &+ step) & (count - 1)].load(ordering: .relaxed)
            if known == boxClass {
                let place = box.load(
                    fromByteOffset: headerSize,
                    as: UnsafeMutablePointer<ReaderPosition>.self
                )
                return place.pointee
            }
            if known == 0 { return nil }
        }
        return nil
    }
}

/// What a container says about a member, if it is one of ours.
@usableFromInline
package enum NativeMember {
    /// Nothing: the container has to be asked in the usual way, for a value or an error.
    case unknown
    /// That it is not there, or null.
    case absent
    /// Its value.
    case value(NativeValue)
}

/// The value of a member.
@usableFromInline
package struct NativeValue {
    fileprivate let native: JSONValueDecoder

    @usableFromInline
    package var decoder: any Decoder { native }

    /// Decodes a value of any type, a dictionary or an array without the standard library's help.
    @usableFromInline
    package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try native.document.decode(type, at: native.index, in: native.parent)
    }
}

/// Reads the members of an object past the container they are asked of.
///
/// Whatever is not as expected is `unknown`, so that it is the container that makes the errors.
@usableFromInline
package enum NativeMembers {
    private enum Member {
        case unknown
        case absent
        case value(JSONDocument, Int, object: Int)
    }

    /// The value of a member.
    ///
    /// Not inlined, so that there is one search for all types. The name is consumed, here and below,
    /// since its bytes are reached by a mutating function: a name that is only lent would be
    /// retained for that, and the names of coding keys are literals, which nobody counts.
    @inline(never)
    private static func find(_ name: consuming String, in box: UnsafeRawPointer) -> Member {
        guard let position = KnownBoxes.position(in: box) else { return .unknown }
        let document = position.document
        guard document.generation == position.generation else { return .unknown }
        let object = Int(position.object)
        let found = name.withUTF8 { document.find(UnsafeRawBufferPointer($0), in: object) }
        guard let index = found else { return .absent }
        if document.kind(at: index) == .null { return .absent }
        return .value(document, index, object: object)
    }

    /// A member of any type.
    @usableFromInline
    package static func member(_ name: consuming String, in box: UnsafeRawPointer) -> NativeMember {
        switch find(name, in: box) {
        case .unknown: return .unknown
        case .absent: return .absent
        case .value(let document, let index, let object):
            // The hook is asked before a type's own `init(from:)`.
            if document.hasHook { return .unknown }
            let decoder = JSONValueDecoder(document: document, index: index, parent: object)
            return .value(NativeValue(native: decoder))
        }
    }

    /// A member that is a string.
    ///
    /// `nil` if it is unknown, and `nil` in that if it is absent.
    @usableFromInline
    package static func string(_ name: consuming String, in box: UnsafeRawPointer) -> String?? {
        switch find(name, in: box) {
        case .unknown: return nil
        case .absent: return .some(nil)
        case .value(let document, let index, _):
            guard document.kind(at: index).isString else { return nil }
            return document.string(at: index)
        }
    }

    /// A member that is a Boolean.
    ///
    /// `nil` if it is unknown, and `nil` in that if it is absent.
    @usableFromInline
    package static func bool(_ name: consuming String, in box: UnsafeRawPointer) -> Bool?? {
        switch find(name, in: box) {
        case .unknown: return nil
        case .absent: return .some(nil)
        case .value(let document, let index, _):
            switch document.kind(at: index) {
            case .true: return true
            case .false: return false
            default: return nil
            }
        }
    }

    /// A member that is an integer.
    ///
    /// `nil` if it is unknown, and `nil` in that if it is absent.
    @usableFromInline
    package static func integer(_ name: consuming String, in box: UnsafeRawPointer) -> Int?? {
        switch find(name, in: box) {
        case .unknown: return nil
        case .absent: return .some(nil)
        case .value(let document, let index, _):
            guard document.kind(at: index) == .integer else { return nil }
            guard let value = NumberText.shortInteger(document.text(at: index)) else { return nil }
            guard let integer = Int(exactly: value) else { return nil }
            return integer
        }
    }

    /// A member that is an array.
    @usableFromInline
    package static func array(_ name: consuming String, in box: UnsafeRawPointer) -> NativeArray {
        switch find(name, in: box) {
        case .unknown: return .unknown
        case .absent: return .absent
        case .value(let document, let index, _):
            guard document.kind(at: index) == .array else { return .unknown }
            return .elements(NativeElements(of: index, in: document))
        }
    }

    /// A member that is an object whose names are data.
    @usableFromInline
    package static func object(_ name: consuming String, in box: UnsafeRawPointer) -> NativeArray {
        switch find(name, in: box) {
        case .unknown: return .unknown
        case .absent: return .absent
        case .value(let document, let index, _):
            guard document.kind(at: index) == .object else { return .unknown }
            document.noteTextKeys(of: index)
            document.markRepeatedKeys(in: index)
            return .elements(NativeElements(of: index, in: document))
        }
    }
}

/// What a container says about a member that is an array or an object, if it is one of ours.
@usableFromInline
package enum NativeArray {
    /// Nothing: the container has to be asked in the usual way, for a value or an error.
    case unknown
    /// That it is not there, or null.
    case absent
    /// Its elements or members, of which the first is the next one.
    case elements(NativeElements)
}

/// The elements of an array or the members of an object, one after the other.
@usableFromInline
package struct NativeElements {
    private let document: JSONDocument
    private let container: Int
    private var next: Int
    private var ordinal = 0

    fileprivate init(of container: Int, in document: JSONDocument) {
        self.document = document
        self.container = container
        next = container + Tape.headLength
    }

    /// Whether the elements can be decoded by their own `init(from:)`.
    ///
    /// Otherwise `array(of:)` or `dictionary(of:)` is better, or the only one to ask the hook.
    @usableFromInline
    package var areByThemselves: Bool { !document.hasHook }

    /// For how many elements memory is reserved.
    @usableFromInline
    package func reservation(stride: Int) -> Int {
        JSONDocument.reservation(stride: stride, count: Tape.detail(document.tape[container]))
    }

    /// The next element of an array.
    @usableFromInline
    package mutating func nextElement() -> NativeValue? {
        guard next < Tape.end(document.tape[container + 1]) else { return nil }
        document.setBookmark(of: container, element: next, ordinal: ordinal)
        let value = JSONValueDecoder(document: document, index: next, parent: container)
        next = document.end(of: next)
        ordinal += 1
        return NativeValue(native: value)
    }

    /// The next member of an object, leaving out those whose name has occurred before.
    @usableFromInline
    package mutating func nextMember() -> (name: String, value: NativeValue)? {
        let end = Tape.end(document.tape[container + 1])
        while next < end {
            let key = next
            next = document.end(of: key + 1)
            if document.kind(at: key) == .repeatedKey { continue }
            let value = JSONValueDecoder(document: document, index: key + 1, parent: container)
            return (document.name(at: key), NativeValue(native: value))
        }
        return nil
    }

    /// The elements of an array, of any type.
    @usableFromInline
    package func array<Element: Decodable>(of type: Element.Type) throws -> [Element] {
        if type == String.self {
            let strings = try document.strings(inArray: container)
            return unsafeBitCast(strings, to: [Element].self)
        }
        return try [Element].decode(document, array: container)
    }

    /// The members of an object, of any type.
    @usableFromInline
    package func dictionary<Value: Decodable>(of type: Value.Type) throws -> [String: Value] {
        if type == String.self {
            let strings = try document.strings(inObject: container)
            return unsafeBitCast(strings, to: [String: Value].self)
        }
        if type == JSONValue.self {
            return unsafeBitCast(document.members(of: container), to: [String: Value].self)
        }
        return try [String: Value].decode(document, object: container)
    }
}
#endif

// LambdaEvents has functions of the names of the standard library's, which use these.
extension KeyedDecodingContainer {
    /// Decodes a member as the standard library does.
    @inlinable
    package func plainDecode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value
    {
        try decode(type, forKey: key)
    }

    @inlinable
    package func plainDecode(_ type: String.Type, forKey key: Key) throws -> String {
        try decode(type, forKey: key)
    }

    @inlinable
    package func plainDecode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try decode(type, forKey: key)
    }

    @inlinable
    package func plainDecode(_ type: Int.Type, forKey key: Key) throws -> Int {
        try decode(type, forKey: key)
    }

    /// Decodes a member that may be absent or null as the standard library does.
    @inlinable
    package func plainDecodeIfPresent<Value: Decodable>(
        _ type: Value.Type,
        forKey key: Key
    ) throws -> Value? {
        try decodeIfPresent(type, forKey: key)
    }

    @inlinable
    package func plainDecodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try decodeIfPresent(type, forKey: key)
    }

    @inlinable
    package func plainDecodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try decodeIfPresent(type, forKey: key)
    }

    @inlinable
    package func plainDecodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try decodeIfPresent(type, forKey: key)
    }
}
