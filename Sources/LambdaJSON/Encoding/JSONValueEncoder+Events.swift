// What LambdaEvents writes in one go, where a container would cost more than the values.

extension JSONValueEncoder {
    /// Encodes an object of strings, in the order given.
    package func encode(stringMembers members: [(name: String, value: String)]) {
        let object = openObject()
        for member in members {
            object.writer.beginMember(member.name, of: object.record)
            object.writer.append(string: member.value)
        }
    }

    /// Encodes an object of one member.
    package func encode<T: Encodable>(onlyMember name: String, _ value: T) throws {
        let object = openObject()
        object.writer.beginMember(name, of: object.record)
        try object.writer.encode(value)
    }

    /// Encodes an object of arrays of strings, in the order given.
    package func encode(stringListMembers members: [(name: String, values: [String])]) {
        let object = openObject()
        for member in members {
            object.writer.beginMember(member.name, of: object.record)
            object.writer.append(member.values)
        }
    }

    /// Encodes a whole number in quotes, as SQS writes its timestamps.
    package func encode(quoted value: Int64) throws {
        try place.writer.beginScalar(at: place)
        place.writer.append(byte: Ascii.quote)
        place.writer.append(value)
        place.writer.append(byte: Ascii.quote)
    }

    /// Opens the value's object, or goes on with the one that the type has opened itself.
    ///
    /// Containers in that one may be open still, and must not get its members.
    @inline(never)
    private func openObject() -> JSONWriter.Place {
        var object = place.writer.container(.object, at: place)
        object.writer.claim(&object, .object)
        return object
    }
}
