// What LambdaEvents writes in one go, where a container would cost more than the values.

extension JSONValueEncoder {
    /// Encodes an object of strings, in the order given.
    package func encode(stringMembers members: [(name: String, value: String)]) {
        let object = place.writer.container(.object, at: place)
        for member in members {
            object.writer.beginMember(member.name, of: object.record)
            object.writer.append(string: member.value)
        }
    }

    /// Encodes a whole number in quotes, as SQS writes its timestamps.
    package func encode(quoted value: Int64) throws {
        try place.writer.beginScalar(at: place)
        place.writer.append(byte: Ascii.quote)
        place.writer.append(value)
        place.writer.append(byte: Ascii.quote)
    }
}
