/// The memory of a tape, and how far it has been written.
///
/// Nothing is checked: whoever pushes has made room before, by `grown(forTextOf:)`.
struct TapeWriter {
    private(set) var words: UnsafeMutablePointer<UInt64>
    private(set) var capacity: Int
    private(set) var count = 0

    init(_ words: UnsafeMutablePointer<UInt64>, capacity: Int) {
        self.words = words
        self.capacity = capacity
    }

    @inline(__always)
    mutating func push(_ word: UInt64) {
        words[count] = word
        count &+= 1
    }

    @inline(__always)
    mutating func push(_ kind: Tape.Kind, detail: Int, offset: Int) {
        push(Tape.word(kind, detail: detail, offset: offset))
    }

    /// Writes the head of an array or an object.
    ///
    /// - Returns: Its index.
    @inline(__always)
    mutating func open(_ kind: Tape.Kind, at position: Int, in parent: Int) -> Int {
        let index = count
        let first = index &+ Tape.headLength
        words[index] = Tape.word(kind, detail: 0, offset: position)
        words[index &+ 1] = Tape.links(end: 0, parent: parent)
        words[index &+ 2] =
            kind == .object ? Tape.namesMask | UInt64(truncatingIfNeeded: first) : .max
        count = first
        return index
    }

    /// Notes where an array or an object ends.
    ///
    /// - Returns: The index of the one that it is in.
    @inline(__always)
    func close(_ container: Int) -> Int {
        let links = words[container &+ 1] | UInt64(truncatingIfNeeded: count)
        words[container &+ 1] = links
        return Tape.parent(links)
    }

    /// A larger tape with the same words, which takes the place of this one.
    @inline(never)
    func grown(forTextOf length: Int) -> TapeWriter {
        let room = Tape.headLength + 1
        // Three words for the two bytes of `[]` are the most that a text can need.
        let most = length / 2 * 3 + 2 * room
        let capacity = max(min(self.capacity + self.capacity / 2, most), count + room)
        var larger = TapeWriter(.allocate(capacity: capacity), capacity: capacity)
        larger.words.update(from: words, count: count)
        larger.count = count
        words.deallocate()
        return larger
    }
}
