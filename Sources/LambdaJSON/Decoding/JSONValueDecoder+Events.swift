// What LambdaEvents reads straight from the text, where a container would cost more than the value:
// header fields, whose names need no hashing, and timestamps, which need no String.

extension JSONValueDecoder {
    /// The members of an object of strings, in the order of the text.
    ///
    /// A member that is null is left out, and of members of the same name the first counts.
    package var stringMembers: [(name: String, value: String)] {
        get throws {
            guard Tape.holds(index), document.kind(at: index) == .object else {
                throw document.mismatch([String: String].self, "an object", at: index, in: parent)
            }
            return try document.stringMembers(of: index)
        }
    }

    /// The members of an object of arrays of strings, in the order of the text.
    ///
    /// A member that is null is left out, and of members of the same name the first counts.
    package var stringListMembers: [(name: String, values: [String])] {
        get throws {
            guard Tape.holds(index), document.kind(at: index) == .object else {
                throw document.mismatch([String: [String]].self, "an object", at: index, in: parent)
            }
            return try document.stringListMembers(of: index)
        }
    }

    /// Whether the value is a number without a fraction or an exponent.
    package var isInteger: Bool {
        Tape.holds(index) && document.kind(at: index) == .integer
    }

    /// Whether the value is a number.
    package var isNumber: Bool {
        Tape.holds(index) && document.kind(at: index).isNumber
    }

    /// The bytes of a string of ASCII without escapes, where they stand.
    ///
    /// `nil` for anything else. The bytes live as long as the decoding.
    package var plainText: UnsafeRawBufferPointer? {
        guard Tape.holds(index) else { return nil }
        let kind = document.kind(at: index)
        guard kind.isString, kind.isASCII, !kind.hasEscapes else { return nil }
        return document.text(at: index)
    }
}

extension JSONDocument {
    fileprivate func stringMembers(of object: Int) throws -> [(name: String, value: String)] {
        noteTextKeys(of: object)
        markRepeatedKeys(in: object)
        var members: [(name: String, value: String)] = []
        members.reserveCapacity(Tape.detail(tape[object]))
        let end = Tape.end(tape[object + 1])
        var key = object + Tape.headLength
        while key < end {
            let value = key + 1
            if kind(at: key) != .repeatedKey, kind(at: value) != .null {
                members.append((name(at: key), try string(at: value, in: object)))
            }
            key = self.end(of: value)
        }
        return members
    }

    fileprivate func stringListMembers(
        of object: Int
    ) throws -> [(name: String, values: [String])] {
        noteTextKeys(of: object)
        markRepeatedKeys(in: object)
        var members: [(name: String, values: [String])] = []
        members.reserveCapacity(Tape.detail(tape[object]))
        let end = Tape.end(tape[object + 1])
        var key = object + Tape.headLength
        while key < end {
            let value = key + 1
            if kind(at: key) != .repeatedKey, kind(at: value) != .null {
                guard kind(at: value) == .array else {
                    throw mismatch([String].self, "an array", at: value, in: object)
                }
                members.append((name(at: key), try strings(inArray: value)))
            }
            key = self.end(of: value)
        }
        return members
    }
}
