/// Writes a compact JSON text again with another layout.
///
/// Layout, sorting and the removal of repeated names are a pass over the finished text, so that
/// encoding, which nearly always does without, has nothing to ask for each value.
struct JSONLayout {
    var isPretty: Bool
    var sortsMembers: Bool

    /// An open container: its children, and how many of them are written.
    private struct Frame {
        var isObject: Bool
        /// The tape's indices of the elements, or of the members' keys.
        var children: [Int]
        var written = 0
    }

    private let output = OutputBuffer()
    private var frames: [Frame] = []

    init(isPretty: Bool, sortsMembers: Bool) {
        self.isPretty = isPretty
        self.sortsMembers = sortsMembers
    }

    @inline(never)
    @_optimize(size)
    mutating func format(_ text: UnsafeRawBufferPointer) throws -> OutputBuffer {
        var decoder = LambdaJSONDecoder()
        decoder.maximumDepth = .max
        let document = try JSONDocument.open(text, for: decoder)
        defer { document.close() }
        write(0, of: document)
        while let frame = frames.last {
            guard frame.written < frame.children.count else {
                frames.removeLast()
                if frame.written > 0 { beginLine() }
                output.append(byte: frame.isObject ? Ascii.closeBrace : Ascii.closeBracket)
                continue
            }
            frames[frames.count - 1].written += 1
            if frame.written > 0 { output.append(byte: Ascii.comma) }
            beginLine()
            let child = frame.children[frame.written]
            if frame.isObject {
                output.append(raw: document.quotedName(at: child))
                output.append(byte: Ascii.colon)
                if isPretty { output.append(byte: Ascii.space) }
                write(document.valueOfMember(child), of: document)
            } else {
                write(child, of: document)
            }
        }
        return output
    }

    private func beginLine() {
        guard isPretty else { return }
        output.append(byte: Ascii.newline)
        for _ in frames.indices { output.append(literal: "  ") }
    }

    /// Writes a scalar, or opens a container.
    @inline(never)
    @_optimize(size)
    private mutating func write(_ index: Int, of document: JSONDocument) {
        switch document.kind(at: index) {
        case .object:
            output.append(byte: Ascii.openBrace)
            let members = document.members(in: index, sorted: sortsMembers)
            frames.append(Frame(isObject: true, children: members))
        case .array:
            output.append(byte: Ascii.openBracket)
            frames.append(Frame(isObject: false, children: document.elements(in: index)))
        default:
            output.append(raw: document.literal(at: index))
        }
    }
}

extension JSONDocument {
    fileprivate func elements(in array: Int) -> [Int] {
        var elements: [Int] = []
        let end = Tape.end(tape[array + 1])
        var element = array + Tape.headLength
        while element < end {
            elements.append(element)
            element = self.end(of: element)
        }
        return elements
    }

    /// The keys of an object, in the order of the text or by name.
    ///
    /// Of members with equal names only the last is there, in the place of the first.
    fileprivate func members(in object: Int, sorted: Bool) -> [Int] {
        var keys: [Int] = []
        let end = Tape.end(tape[object + 1])
        var key = object + Tape.headLength
        while key < end {
            keys.append(key)
            key = self.end(of: key + 1)
        }
        keys.sortInPlace { isName($0, before: $1) || !isName($1, before: $0) && $0 < $1 }
        // Equal names are neighbours now, in the order of the text.
        var members: [(place: Int, key: Int)] = []
        for key in keys {
            if let previous = members.last, !isName(previous.key, before: key) {
                members[members.count - 1].key = key
            } else {
                members.append((key, key))
            }
        }
        if !sorted { members.sortInPlace { $0.place < $1.place } }
        return members.map(\.key)
    }

    /// Compares names by bytes: a `String` equals others that are spelled in other scalars.
    private func isName(_ left: Int, before right: Int) -> Bool {
        let left = quotedName(at: left)
        let right = quotedName(at: right)
        // The closing quotes do not count.
        let (leftEnd, rightEnd) = (left.count - 1, right.count - 1)
        var index = 1
        while index < leftEnd, index < rightEnd {
            if left[index] != right[index] { return left[index] < right[index] }
            index += 1
        }
        return leftEnd < rightEnd
    }

    fileprivate func valueOfMember(_ key: Int) -> Int {
        key + 1
    }

    /// A member's name as it stands in the text, with its quotes.
    fileprivate func quotedName(at key: Int) -> UnsafeBufferPointer<UInt8> {
        let word = tape[key]
        let length =
            Tape.kind(word) == .key ? Tape.detail(word) & Tape.longKey : Tape.detail(word)
        return characters(from: Tape.offset(word) - 1, count: length + 2)
    }

    /// A scalar as it stands in the text.
    fileprivate func literal(at index: Int) -> UnsafeBufferPointer<UInt8> {
        let word = tape[index]
        let offset = Tape.offset(word)
        switch Tape.kind(word) {
        case .null, .true: return characters(from: offset, count: 4)
        case .false: return characters(from: offset, count: 5)
        case .integer, .decimal: return characters(from: offset, count: Tape.detail(word))
        default: return characters(from: offset - 1, count: Tape.detail(word) + 2)
        }
    }

    private func characters(from offset: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: (bytes + offset).assumingMemoryBound(to: UInt8.self),
            count: count
        )
    }
}
