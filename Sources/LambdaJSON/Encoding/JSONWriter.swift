internal import Synchronization

// Writing in order, and out of order
// ==================================
//
// Values are written straight into one buffer of bytes. At any time some containers are open, one
// within the other; the innermost is `top`. A container that writes is nearly always the top one,
// or one around it: then the containers within have been left for good, and are closed first. That
// costs one comparison for each member, and no container needs to be told that it is done.
//
// Codable also lets a program do it differently:
//
//     var list = container.nestedUnkeyedContainer(forKey: .list)
//     try container.encode(1, forKey: .one)       // closes the list: {"list":[],"one":1
//     try list.encode(2)                          // it was not done
//
// A container that finds itself closed moves to a sheet: a writer of its own, whose text is to be
// spliced into this one at the place where the container was closed. `superEncoder()` returns a
// sheet from the beginning, since nobody knows when it will be written. Sheets are spliced in when
// the value they belong to is finished, all at once, so that writing two arrays in turn takes
// linear time.
//
// Every value that encodes itself gets a record, which `container(keyedBy:)` and the like turn into
// that of an object or array; nested containers get records of their own. The records live until
// the value is finished. An encoder or container that is used later still finds that the record's
// number has changed, and the whole encoding fails.

/// Writes values to one buffer and keeps track of the open containers.
final class JSONWriter: OutputBuffer {
    /// Where a container or an encoder writes.
    struct Place {
        var writer: JSONWriter
        var record: Int
        var id: Int
    }

    enum Kind {
        /// A value that has not begun to encode itself.
        case vacant
        case scalar
        case object
        case array
        /// What is left of an object or array that was closed too early.
        case objectTail
        case arrayTail
    }

    struct Record {
        var id: Int
        var kind: Kind
        var isClosed = false
        /// Whether the members are sorted when the object is closed.
        var isSorted = false
        /// Whether the keys of an object have room for a text: its names are payload then.
        var hasTextKeys = false
        /// The record around this one, or -1.
        var parent: Int
        /// Where the value begins.
        var start: Int
        /// Where a first element would begin: what comes elsewhere needs a comma.
        var contentStart: Int
        /// In an object, where the last name begins; in an array, the number of elements.
        var current = 0
        /// The `current` of the record around this one, which is this one's place in it.
        var place: Int
        /// Where the container was closed, or its first entry among `memberStarts`.
        var mark = 0
        /// Which of the `tails` is the container's, or -1.
        var tail = -1
    }

    private(set) var session: EncodingSession
    private(set) var top = -1
    /// The records, as plain memory: see `JSONDocument` for why it has no type.
    private var recordMemory: UnsafeMutableRawPointer
    private(set) var recordCount = 0
    private var recordCapacity = 16
    /// Never goes back, so that no two records have the same number.
    private var nextID = 0

    #if os(Linux)
    /// Where keyed containers come from.
    ///
    /// `nil` in sheets, whose containers may outlive them.
    @exclusivity(unchecked)
    private(set) var shelf: EncodingShelf?
    #endif

    /// The coding path of the first record.
    let pathPrefix: [any CodingKey]

    struct Splice {
        var position: Int
        var order: Int
        var sheet: JSONWriter
    }
    /// The sheets that belong into the text.
    ///
    /// Each value that finishes asks for them. What changes them calls nothing that could come back
    /// to them meanwhile, so nothing needs to be checked at run time.
    @exclusivity(unchecked)
    var splices: [Splice] = []
    /// What is left of the containers that were closed too early, as unchecked as the sheets.
    @exclusivity(unchecked)
    var tails: [Place] = []

    init(session: EncodingSession, pathPrefix: [any CodingKey] = [], capacity: Int = 512) {
        self.session = session
        self.pathPrefix = pathPrefix
        recordMemory = Self.allocateRecords(recordCapacity)
        super.init(capacity: capacity)
    }

    deinit {
        recordMemory.deallocate()
    }

    @inline(__always)
    var records: UnsafeMutablePointer<Record> {
        recordMemory.assumingMemoryBound(to: Record.self)
    }

    private static func allocateRecords(_ count: Int) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(UnsafeMutablePointer<Record>.allocate(capacity: count))
    }
}

// MARK: - Reuse

extension JSONWriter {
    /// The writer that no call uses, as an address, or zero.
    ///
    /// One is enough for calls that come one after the other. Of calls at one time, one has it.
    private static let spare = Atomic<UInt>(0)

    /// From this size on, the memory of a text is given back.
    private static let keptCapacity = 64 * 1024

    /// A writer for a call.
    static func take(
        userInfo: [CodingUserInfoKey: any Sendable],
        hook: (any JSONEncodingHook)?
    ) -> JSONWriter {
        if hook == nil, userInfo.isEmpty,
            let address = UnsafeRawPointer(bitPattern: spare.exchange(0, ordering: .acquiring))
        {
            return Unmanaged<JSONWriter>.fromOpaque(address).takeRetainedValue()
        }
        let writer = JSONWriter(session: EncodingSession(userInfo: userInfo, hook: hook))
        #if os(Linux)
        writer.shelf = EncodingShelf()
        #endif
        return writer
    }

    /// Makes the call end: whoever has kept a container of it keeps the writer, too.
    func endCall() {
        #if os(Linux)
        shelf?.releaseKept()
        #endif
    }

    /// Keeps a writer for another call.
    ///
    /// Not where somebody has kept an encoder or a container of this one, nor after an error.
    static func putBack(_ writer: inout JSONWriter) {
        writer.endCall()
        guard isKnownUniquelyReferenced(&writer), isKnownUniquelyReferenced(&writer.session),
            writer.capacity <= keptCapacity
        else { return }
        writer.clear()
        let address = UInt(bitPattern: Unmanaged.passRetained(writer).toOpaque())
        let (isStored, _) = spare.compareExchange(
            expected: 0,
            desired: address,
            ordering: .releasing
        )
        if !isStored { Unmanaged.passUnretained(writer).release() }
    }

    private func clear() {
        session.clear()
        count = 0
        top = -1
        recordCount = 0
        if !memberStarts.isEmpty { memberStarts = [] }
        if !splices.isEmpty { splices = [] }
        if !tails.isEmpty { tails = [] }
    }
}

// MARK: - Elements

extension JSONWriter {
    /// Writes what must stand in front of an element of the top container.
    @inline(__always)
    func beginElement(of array: Int) {
        if count != records[array].contentStart { append(byte: Ascii.comma) }
        records[array].current += 1
    }

    /// What is needed to take back an element or member whose value could not be encoded.
    struct Mark {
        var count: Int
        var recordCount: Int
        var memberStarts: Int
        var current: Int
    }

    @inline(__always)
    func mark(in container: Int) -> Mark {
        Mark(
            count: count,
            recordCount: recordCount,
            memberStarts: memberStarts.count,
            current: records[container].current
        )
    }

    /// Takes back what was written since a mark was made in the top container.
    @inline(never)
    func rollBack(to mark: Mark, in container: Int) {
        count = mark.count
        recordCount = mark.recordCount
        // A value that wrote to a container around this one has made this one sort its members.
        memberStarts.removeSubrange(min(mark.memberStarts, memberStarts.count)...)
        records[container].current = mark.current
        if !splices.isEmpty { removeSplices(from: count + 1) }
        top = container
    }
}

// MARK: - Records

extension JSONWriter {
    /// Opens a record within the top one.
    ///
    /// - Returns: The number that tells it from others of the same index.
    @discardableResult
    @inline(__always)
    func push(_ kind: Kind) -> Int {
        if recordCount == recordCapacity { growRecords() }
        let id = nextID
        nextID += 1
        (records + recordCount).initialize(
            to: Record(
                id: id,
                kind: kind,
                parent: top,
                start: count,
                contentStart: count,
                place: top < 0 ? 0 : records[top].current
            )
        )
        top = recordCount
        recordCount += 1
        return id
    }

    @inline(never)
    private func growRecords() {
        let larger = Self.allocateRecords(recordCapacity * 2)
        larger.copyMemory(
            from: recordMemory,
            byteCount: recordCount * MemoryLayout<Record>.stride
        )
        recordMemory.deallocate()
        recordMemory = larger
        recordCapacity *= 2
    }

    /// Opens an object or array in the place of the next value.
    func pushContainer(_ kind: Kind, sorted: Bool = false) -> Place {
        let record = recordCount
        let id = push(kind)
        open(kind, record)
        records[record].isSorted = sorted
        records[record].mark = memberStarts.count
        return Place(writer: self, record: record, id: id)
    }

    @inline(__always)
    private func open(_ kind: Kind, _ record: Int) {
        append(byte: kind == .object ? Ascii.openBrace : Ascii.openBracket)
        records[record].kind = kind
        records[record].contentStart = count
    }

    /// Gives an encoder's value the container it asks for.
    func container(_ kind: Kind, sorted: Bool = false, at place: Place) -> Place {
        let record = place.record
        guard isCurrent(record, place.id) else { return discard(kind, place) }
        switch records[record].kind {
        case .vacant where !records[record].isClosed:
            open(kind, record)
            records[record].isSorted = sorted
            records[record].mark = memberStarts.count
            return place
        case kind:
            if kind == .object { session.mayRepeatNames = true }
            return place
        default:
            return discard(kind, place)
        }
    }

    /// Prepares an encoder's value to be a scalar, or whatever encodes itself as one.
    func beginScalar(at place: Place) throws {
        guard isCurrent(place.record, place.id), records[place.record].kind == .vacant,
            !records[place.record].isClosed
        else {
            throw error(
                "Expected one value for each encoder, found a second one",
                (any Encodable).self,
                path: path(of: place)
            )
        }
        records[place.record].kind = .scalar
    }

    /// Takes back a scalar that could not be encoded.
    func cancelScalar(at place: Place, to mark: Mark) {
        rollBack(to: mark, in: place.record)
        records[place.record].kind = .vacant
    }

    /// The number of elements that an array has so far.
    func elementCount(of place: Place) -> Int {
        isCurrent(place.record, place.id) ? records[place.record].current : 0
    }

    @inline(__always)
    func isCurrent(_ record: Int, _ id: Int) -> Bool {
        record < recordCount && records[record].id == id
    }

    /// Makes a container the top one before it writes.
    @inline(__always)
    func claim(_ place: inout Place, _ kind: Kind) {
        guard !isTop(place.record, place.id) else { return }
        place = self.place(place, kind)
    }

    @inline(__always)
    func isTop(_ record: Int, _ id: Int) -> Bool {
        top == record && records[record].id == id
    }

    /// Finishes a value: closes what it has left open and forgets its records.
    func finish(_ record: Int) {
        while top >= record { closeTop() }
        if !splices.isEmpty { spliceSheets(from: records[record].start) }
        recordCount = record
    }

    func closeTop() {
        let record = top
        top = records[record].parent
        records[record].isClosed = true
        switch records[record].kind {
        case .vacant:
            append(literal: "{}")
        case .object:
            if records[record].isSorted { sortMembers(from: records[record].mark) }
            records[record].mark = count
            append(byte: Ascii.closeBrace)
        case .array:
            records[record].mark = count
            append(byte: Ascii.closeBracket)
        case .scalar, .objectTail, .arrayTail:
            break
        }
    }
}
