extension JSONDocument {
    /// Finds a member of an object by its name.
    ///
    /// The search begins behind the member found last and goes once around.
    ///
    /// - Returns: The index of the member's value, or `nil` if there is no such member.
    func find(_ name: String, in object: Int) -> Int? {
        var name = name
        return name.withUTF8 { find(UnsafeRawBufferPointer($0), in: object) }
    }

    @inline(__always)
    func find(_ name: UnsafeRawBufferPointer, in object: Int) -> Int? {
        let links = tape[object &+ 1]
        let end = Tape.end(links)
        let bookmark = tape[object &+ 2]
        let next = Tape.offset(bookmark)
        let signature = signature(of: name)
        let value: Int?
        if next < end, UInt32(truncatingIfNeeded: tape[next] >> 32) == signature,
            equal(bytes + Tape.offset(tape[next]), name)
        {
            // Types ask for their members mostly in the order in which they are sent.
            value = next &+ 1
        } else if bookmark & Tape.bit(of: signature) == 0 {
            return nil
        } else {
            value = search(name, signature, in: object, from: next, to: end)
        }
        if let value {
            tape[object &+ 2] =
                bookmark & Tape.namesMask | UInt64(truncatingIfNeeded: self.end(of: value))
        }
        return value
    }

    @inline(never)
    private func search(
        _ name: UnsafeRawBufferPointer,
        _ signature: UInt32,
        in object: Int,
        from next: Int,
        to end: Int
    ) -> Int? {
        let first = object + Tape.headLength
        guard tape[object &+ 1] & Tape.otherKeysFlag == 0 else {
            return findAny(name, signature, from: next, to: end)
                ?? findAny(name, signature, from: first, to: next)
        }
        return find(name, signature, from: next, to: end)
            ?? find(name, signature, from: first, to: next)
    }

    /// The signature of a plain key of a name.
    ///
    /// For a name that no plain key has, one that no key has at all.
    @inline(__always)
    private func signature(of name: UnsafeRawBufferPointer) -> UInt32 {
        guard name.count < Tape.longKey else { return 0 }
        let isEmpty = name.isEmpty
        return Tape.signature(
            length: name.count,
            first: isEmpty ? 0 : name[0],
            last: isEmpty ? 0 : name[name.count - 1]
        )
    }

    /// Finds a member of an object that has plain keys only.
    @inline(__always)
    private func find(
        _ name: UnsafeRawBufferPointer,
        _ signature: UInt32,
        from start: Int,
        to end: Int
    ) -> Int? {
        var key = start
        while key < end {
            let word = tape[key]
            if UInt32(truncatingIfNeeded: word >> 32) == signature,
                equal(bytes + Tape.offset(word), name)
            {
                return key + 1
            }
            key = self.end(of: key + 1)
        }
        return nil
    }

    /// Finds a member of an object some of whose names have escapes or bytes beyond ASCII, or are
    /// very long.
    @inline(never)
    private func findAny(
        _ name: UnsafeRawBufferPointer,
        _ signature: UInt32,
        from start: Int,
        to end: Int
    ) -> Int? {
        var key = start
        while key < end {
            let word = tape[key]
            let isFound: Bool
            switch Tape.kind(word) {
            case .key:
                isFound =
                    UInt32(truncatingIfNeeded: word >> 32) == signature
                    && equal(bytes + Tape.offset(word), name)
            case .rawKey:
                isFound =
                    Tape.detail(word) == name.count && equal(bytes + Tape.offset(word), name)
            case .slowKey:
                var candidate = self.name(at: key)
                isFound = candidate.withUTF8 { $0.elementsEqual(name) }
            default:
                isFound = false
            }
            if isFound { return key + 1 }
            key = self.end(of: key + 1)
        }
        return nil
    }

    /// Compares as many bytes as the name has, by words that may overlap.
    @inline(__always)
    private func equal(_ bytes: UnsafeRawPointer, _ name: UnsafeRawBufferPointer) -> Bool {
        guard let other = name.baseAddress else { return true }
        let count = name.count
        if count >= 8 {
            var index = 0
            while index &+ 8 < count {
                guard differences(bytes, other, at: index, as: UInt64.self) == 0 else {
                    return false
                }
                index &+= 8
            }
            return differences(bytes, other, at: count &- 8, as: UInt64.self) == 0
        }
        if count >= 4 {
            let head = differences(bytes, other, at: 0, as: UInt32.self)
            return head | differences(bytes, other, at: count &- 4, as: UInt32.self) == 0
        }
        for index in 0..<count where differences(bytes, other, at: index, as: UInt8.self) != 0 {
            return false
        }
        return true
    }

    @inline(__always)
    private func differences<Word: FixedWidthInteger & BitwiseCopyable>(
        _ left: UnsafeRawPointer,
        _ right: UnsafeRawPointer,
        at offset: Int,
        as type: Word.Type
    ) -> Word {
        left.loadUnaligned(fromByteOffset: offset, as: type)
            ^ right.loadUnaligned(fromByteOffset: offset, as: type)
    }

    /// The name of a member.
    func name(at key: Int) -> String {
        let word = tape[key]
        switch Tape.kind(word) {
        case .key:
            // Only the lowest 12 bits of a plain key's detail are its length.
            let length = Tape.detail(word) & Tape.longKey
            return string(
                of: UnsafeRawBufferPointer(start: bytes + Tape.offset(word), count: length),
                isASCII: true
            )
        case .rawKey:
            return string(of: text(at: key), isASCII: false)
        default:
            return unescaped(text(at: key), isASCII: false)
        }
    }

    /// The names of all members, each once, in the order of the text.
    func names(in object: Int) -> [String] {
        var names: [String] = []
        names.reserveCapacity(Tape.detail(tape[object]))
        var key = object + Tape.headLength
        let end = Tape.end(tape[object &+ 1])
        while key < end {
            if kind(at: key) != .repeatedKey { names.append(name(at: key)) }
            key = self.end(of: key + 1)
        }
        return names
    }
}

// MARK: - Repeated names

extension JSONDocument {
    /// Marks the keys whose names occurred before in the object, once for each object.
    ///
    /// The first member of a name is the one that counts. A search that begins in the middle would
    /// find whichever comes next; so repeated keys are taken out of its sight beforehand.
    @inline(__always)
    func markRepeatedKeys(in object: Int) {
        let links = tape[object &+ 1]
        guard links & Tape.checkedFlag == 0 else { return }
        tape[object &+ 1] = links | Tape.checkedFlag
        if links & Tape.otherKeysFlag == 0, Tape.detail(tape[object]) <= 64 {
            let names = markRepeatedPlainKeys(from: object + Tape.headLength, to: Tape.end(links))
            tape[object &+ 2] = tape[object &+ 2] & ~Tape.namesMask | names
        } else {
            markRepeatedKeysByHash(in: object)
        }
    }

    /// A mask of 64 bits tells most keys apart; where it does not, the signatures do.
    ///
    /// - Returns: The bits of all names, for the object's bookmark.
    private func markRepeatedPlainKeys(from first: Int, to end: Int) -> UInt64 {
        var seen: UInt64 = 0
        var names: UInt64 = 0
        var key = first
        while key < end {
            let signature = UInt32(truncatingIfNeeded: tape[key] >> 32)
            let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: (signature &* 0x9E37_79B1) >> 26)
            if seen & bit != 0 { markIfRepeated(key, since: first) }
            seen |= bit
            names |= Tape.bit(of: signature)
            key = self.end(of: key + 1)
        }
        return names
    }

    private func markIfRepeated(_ key: Int, since first: Int) {
        let word = tape[key]
        let length = Tape.detail(word) & Tape.longKey
        let name = UnsafeRawBufferPointer(start: bytes + Tape.offset(word), count: length)
        var other = first
        while other < key {
            if tape[other] >> 32 == word >> 32, equal(bytes + Tape.offset(tape[other]), name) {
                mark(key)
                return
            }
            other = end(of: other + 1)
        }
    }

    /// Large objects, and names with escapes.
    ///
    /// `String` hashes are seeded, so that nobody can choose names that collide.
    /// A table by hand takes a tenth of the code of a `Set`.
    private func markRepeatedKeysByHash(in object: Int) {
        var capacity = 16
        while capacity < 2 * Tape.detail(tape[object]) { capacity *= 2 }
        // For each place a hash, and the key of which it is, or zero.
        let table = UnsafeMutablePointer<Int>.allocate(capacity: 2 * capacity)
        table.initialize(repeating: 0, count: 2 * capacity)
        defer { table.deallocate() }
        let end = Tape.end(tape[object + 1])
        var key = object + Tape.headLength
        while key < end {
            let name = nameBytes(at: key)
            let hash = name.withUnsafeBytes { text in
                var hasher = Hasher()
                hasher.combine(bytes: text)
                return hasher.finalize()
            }
            var place = 2 * (hash & (capacity - 1))
            while table[place + 1] != 0 {
                if table[place] == hash, nameBytes(at: table[place + 1]) == name { break }
                place = (place + 2) & (2 * capacity - 1)
            }
            if table[place + 1] != 0 {
                mark(key)
            } else {
                table[place] = hash
                table[place + 1] = key
            }
            key = self.end(of: key + 1)
        }
    }

    /// A name as it is compared: a `String` equals others that are spelled in other scalars.
    @inline(never)
    private func nameBytes(at key: Int) -> [UInt8] {
        Array(name(at: key).utf8)
    }

    private func mark(_ key: Int) {
        tape[key] = Tape.word(.repeatedKey, detail: 0, offset: Tape.offset(tape[key]))
    }
}
