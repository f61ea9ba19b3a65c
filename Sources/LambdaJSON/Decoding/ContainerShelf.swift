/// Where a keyed container stands: a document, an object in it, and the call it belongs to.
struct ReaderPosition {
    let document: JSONDocument
    let object: UInt32
    let generation: UInt32

    @inline(__always)
    init(document: JSONDocument, object: Int) {
        self.document = document
        self.object = UInt32(truncatingIfNeeded: object)
        generation = document.generation
    }
}

#if os(Linux)
// Making a `KeyedDecodingContainer` is dear: the runtime looks up the metadata of our container and
// of the standard library's box for it, and a witness table, each by a hash table, and allocates
// the box. For S3 and SQS events, whose objects are small, that was a third of the whole decoding.
//
// So boxes are used again. A container whose box nobody else refers to any more can be pointed at
// another object, since all it holds is a pointer to its position. What makes that possible is that
// a `KeyedDecodingContainer` is one strong reference. It is on Linux, where the standard library is
// built into the program or shipped with it, and tests tell if it ever ceases to be; elsewhere it
// belongs to the system, so there containers are made anew each time.

/// The keyed containers of a storage, by their type of key, to be used again.
struct ContainerShelf {
    private struct Entry {
        /// First, so that it is where the entry is.
        var box: AnyObject?
        var keyType: ObjectIdentifier?
        var position: UnsafeMutablePointer<ReaderPosition>?
        /// A `ContainerGiver` of the container's type.
        ///
        /// Owned, but not counted by whoever uses it.
        var giver: Unmanaged<AnyObject>?

        /// Frees all but the box.
        func free() {
            position?.deallocate()
            giver?.release()
        }
    }

    /// As many as `firstEntry(_:)` tells apart.
    private static let count = 128
    private static let reach = 8

    private let entries: UnsafeMutablePointer<Entry>

    /// Containers that found no room.
    ///
    /// Their positions are freed when nobody refers to them.
    private var strays: [Entry] = []
    private var strayLimit = 256

    init() {
        entries = .allocate(capacity: Self.count)
        entries.initialize(repeating: Entry(), count: Self.count)
    }

    /// A container at a position.
    mutating func container<Key: CodingKey>(
        _ type: Key.Type,
        at position: ReaderPosition
    ) -> KeyedDecodingContainer<Key> {
        let keyType = ObjectIdentifier(type)
        let first = Self.firstEntry(keyType)
        for step in 0..<Self.reach {
            let entry = entries + (first &+ step) & (Self.count - 1)
            if entry.pointee.keyType == keyType, isKnownUniquelyReferenced(&entry.pointee.box) {
                guard let giver = entry.pointee.giver else { break }
                entry.pointee.position?.pointee = position
                return giver._withUnsafeGuaranteedRef {
                    unsafeDowncast($0, to: ContainerGiver<KeyedDecodingContainer<Key>>.self)
                        .container(entry)
                }
            }
        }
        return make(type, at: position)
    }

    /// The entry where a type of key is looked for first.
    ///
    /// Metadata of related types lies close together; the multiplication spreads it.
    @inline(__always)
    private static func firstEntry(_ keyType: ObjectIdentifier) -> Int {
        let spread = UInt64(UInt(bitPattern: keyType)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: spread >> 57)
    }

    @inline(never)
    private mutating func make<Key: CodingKey>(
        _ type: Key.Type,
        at position: ReaderPosition
    ) -> KeyedDecodingContainer<Key> {
        let place = UnsafeMutablePointer<ReaderPosition>.allocate(capacity: 1)
        place.initialize(to: position)
        let container = KeyedDecodingContainer(KeyedReader<Key>(place))
        let keyType = ObjectIdentifier(type)
        let box = unsafeBitCast(container, to: AnyObject.self)
        KnownBoxes.add(UnsafeRawPointer(Unmanaged.passUnretained(box).toOpaque()), holding: place)
        let giver = ContainerGiver<KeyedDecodingContainer<Key>>()
        put(
            Entry(box: box, keyType: keyType, position: place, giver: .passRetained(giver)),
            first: Self.firstEntry(keyType)
        )
        return container
    }

    /// Puts a container where there is room, or where there is one that nobody uses.
    @inline(never)
    @_optimize(size)
    private mutating func put(_ new: Entry, first: Int) {
        var idle: UnsafeMutablePointer<Entry>?
        for step in 0..<Self.reach {
            let entry = entries + (first &+ step) & (Self.count - 1)
            if entry.pointee.box == nil {
                idle = entry
                break
            }
            if idle == nil, isKnownUniquelyReferenced(&entry.pointee.box) { idle = entry }
        }
        if let idle {
            idle.pointee.free()
            idle.pointee = new
            return
        }
        strays.append(new)
        guard strays.count > strayLimit else { return }
        freeStrays()
        strayLimit = max(256, strays.count * 2)
    }

    /// Frees the shelf.
    ///
    /// Of a container that somebody has kept, its position stays.
    @inline(never)
    @_optimize(size)
    mutating func giveUp() {
        freeStrays()
        for stray in strays { stray.giver?.release() }
        strays = []
        for index in 0..<Self.count {
            if isKnownUniquelyReferenced(&entries[index].box) {
                entries[index].free()
            } else {
                entries[index].giver?.release()
            }
        }
        entries.deinitialize(count: Self.count)
        entries.deallocate()
    }

    /// Frees the containers without a place that nobody uses any more.
    @inline(never)
    @_optimize(size)
    mutating func freeStrays() {
        guard !strays.isEmpty else { return }
        var kept: [Entry] = []
        for index in strays.indices {
            if isKnownUniquelyReferenced(&strays[index].box) {
                strays[index].free()
            } else {
                kept.append(strays[index])
            }
        }
        strays = kept
    }
}

/// Gives a container out of its box.
private final class ContainerGiver<Container> {
    @inline(never)
    @_semantics("optimize.sil.specialize.generic.never")
    func container(_ box: UnsafeRawPointer) -> Container {
        // Without specialisation `load` would be a call into the standard library.
        box.assumingMemoryBound(to: Container.self).pointee
    }
}
#endif
