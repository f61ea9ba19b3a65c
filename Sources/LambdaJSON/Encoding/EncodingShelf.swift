/// Where a keyed container writes, which can be changed behind the container's back.
final class WriterSeat {
    // What reads and changes these calls nothing that could come back to them meanwhile, so nothing
    // needs to be checked at run time. The writer is not counted either: it is alive for as long as
    // its call, and after that if it is the owner.
    @exclusivity(unchecked)
    private var writer: Unmanaged<JSONWriter>
    @exclusivity(unchecked)
    private var record: Int
    @exclusivity(unchecked)
    private var id: Int

    /// Keeps the writer alive where the call does not.
    @exclusivity(unchecked)
    private var owner: JSONWriter?

    /// Makes the seat of a container that the writer's shelf knows of.
    init(_ place: JSONWriter.Place) {
        writer = .passUnretained(place.writer)
        record = place.record
        id = place.id
    }

    /// Makes the seat of a container that keeps its writer.
    init(owned place: JSONWriter.Place) {
        writer = .passUnretained(place.writer)
        record = place.record
        id = place.id
        owner = place.writer
    }

    @inline(__always)
    func move(to place: JSONWriter.Place) {
        writer = .passUnretained(place.writer)
        record = place.record
        id = place.id
        if owner != nil { owner = nil }
    }

    /// Sees to it that the writer stays for as long as the container.
    func keepWriter() {
        owner = writer.takeUnretainedValue()
    }

    var place: JSONWriter.Place {
        JSONWriter.Place(writer: writer.takeUnretainedValue(), record: record, id: id)
    }

    /// Makes the container the top one.
    @inline(__always)
    private func claim() {
        if !writer._withUnsafeGuaranteedRef({ $0.isTop(record, id) }) { claimAnew() }
    }

    @inline(never)
    private func claimAnew() {
        let old = place
        let new = old.writer.place(old, .object)
        if new.writer !== old.writer { owner = new.writer }
        writer = .passUnretained(new.writer)
        record = new.record
        id = new.id
    }

    /// Makes the container the top one, and writes the name of its next member.
    @inline(never)
    func beginMember(_ name: String) {
        claim()
        writer._withUnsafeGuaranteedRef { $0.beginMember(name, of: record) }
    }

    /// Writes a member.
    @inline(__always)
    func member<Result>(_ name: String, _ write: (JSONWriter) -> Result) -> Result {
        beginMember(name)
        return writer._withUnsafeGuaranteedRef { write($0) }
    }

    /// Encodes a member.
    ///
    /// An error leaves nothing behind.
    func encode<T: Encodable>(_ value: T, named name: String) throws {
        claim()
        let record = record
        // What the value does may come back to this container, and move it to another writer.
        let owner = owner
        defer { withExtendedLifetime(owner) {} }
        try writer._withUnsafeGuaranteedRef { writer in
            let mark = writer.mark(in: record)
            writer.beginMember(name, of: record)
            do {
                try writer.encode(value)
            } catch {
                writer.rollBack(to: mark, in: record)
                throw error
            }
        }
    }
}

extension JSONWriter.Place {
    /// The keyed container that writes here.
    @inline(__always)
    func keyedContainer<Key: CodingKey>(_ type: Key.Type) -> KeyedEncodingContainer<Key> {
        if MemoryLayout<Key>.size >= MemoryLayout<String>.size {
            writer.records[record].hasTextKeys = true
        }
        #if os(Linux)
        // Sheets have no shelf: their containers may outlive them.
        if let shelf = writer.shelf { return shelf.container(type, at: self) }
        #endif
        return KeyedEncodingContainer(KeyedWriter<Key>(WriterSeat(owned: self)))
    }
}

#if os(Linux)
// Making a `KeyedEncodingContainer` is as dear as making one for decoding, for the same reasons:
// see `ContainerShelf`. So boxes that nobody refers to any more are used again, here too, within a
// call and, since writers are used again, from one call to the next.

/// The keyed containers of a writer, by their type of key, to be used again.
final class EncodingShelf {
    private struct Entry {
        var keyType: ObjectIdentifier?
        var box: AnyObject?
        var seat: WriterSeat?
    }

    /// As many as `firstEntry(_:)` tells apart, and `used` has bits.
    private static let count = 64
    private static let reach = 4

    private let entries: UnsafeMutablePointer<Entry>

    /// The entries that the call has used, a bit for each.
    @exclusivity(unchecked)
    private var used: UInt64 = 0

    init() {
        entries = .allocate(capacity: Self.count)
        entries.initialize(repeating: Entry(), count: Self.count)
    }

    deinit {
        entries.deinitialize(count: Self.count)
        entries.deallocate()
    }

    /// A container at a place.
    func container<Key: CodingKey>(
        _ type: Key.Type,
        at place: JSONWriter.Place
    ) -> KeyedEncodingContainer<Key> {
        let keyType = ObjectIdentifier(type)
        let first = Self.firstEntry(keyType)
        for step in 0..<Self.reach {
            let index = (first &+ step) & (Self.count - 1)
            let entry = entries + index
            if entry.pointee.keyType == keyType, isKnownUniquelyReferenced(&entry.pointee.box) {
                entry.pointee.seat?.move(to: place)
                used |= 1 &<< UInt64(truncatingIfNeeded: index)
                return unsafeBitCast(entry.pointee.box, to: KeyedEncodingContainer<Key>.self)
            }
        }
        return make(type, at: place)
    }

    /// The entry where a type of key is looked for first.
    ///
    /// Metadata of related types lies close together; the multiplication spreads it.
    @inline(__always)
    private static func firstEntry(_ keyType: ObjectIdentifier) -> Int {
        let spread = UInt64(UInt(bitPattern: keyType)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: spread >> 58)
    }

    /// Makes a container, and puts it where there is room or where there is one that nobody uses.
    @inline(never)
    private func make<Key: CodingKey>(
        _ type: Key.Type,
        at place: JSONWriter.Place
    ) -> KeyedEncodingContainer<Key> {
        guard let entry = freeEntry(for: ObjectIdentifier(type)) else {
            return KeyedEncodingContainer(KeyedWriter<Key>(WriterSeat(owned: place)))
        }
        let seat = WriterSeat(place)
        let container = KeyedEncodingContainer(KeyedWriter<Key>(seat))
        let box = unsafeBitCast(container, to: AnyObject.self)
        entry.pointee = Entry(keyType: ObjectIdentifier(type), box: box, seat: seat)
        used |= 1 &<< UInt64(truncatingIfNeeded: entry - entries)
        return container
    }

    private func freeEntry(for keyType: ObjectIdentifier) -> UnsafeMutablePointer<Entry>? {
        let first = Self.firstEntry(keyType)
        var idle: UnsafeMutablePointer<Entry>?
        for step in 0..<Self.reach {
            let entry = entries + (first &+ step) & (Self.count - 1)
            if entry.pointee.box == nil { return entry }
            if idle == nil, isKnownUniquelyReferenced(&entry.pointee.box) { idle = entry }
        }
        return idle
    }

    /// Lets go of the containers that somebody has kept, which keep the writer from now on.
    func releaseKept() {
        while used != 0 {
            let entry = entries + used.trailingZeroBitCount
            used &= used &- 1
            guard !isKnownUniquelyReferenced(&entry.pointee.box) else { continue }
            entry.pointee.seat?.keepWriter()
            entry.pointee = Entry()
        }
    }
}
#endif
