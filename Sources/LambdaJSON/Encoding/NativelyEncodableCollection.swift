/// An array, or a dictionary with keys of `String`, encoded without the standard library's help.
///
/// It would go through a container that is boxed, and hand on each element or member by way of
/// three generic functions.
protocol NativelyEncodableCollection {
    static func encode(_ collection: Self, to writer: JSONWriter) throws
}

extension Dictionary: NativelyEncodableCollection where Key == String, Value: Encodable {
    static func encode(_ dictionary: [String: Value], to writer: JSONWriter) throws {
        var place = writer.pushContainer(.object, sorted: true)
        let record = place.record
        for (name, value) in dictionary {
            place.writer.claim(&place, .object)
            place.writer.beginMember(name, of: place.record)
            try place.writer.encode(value)
        }
        writer.finish(record)
    }
}

extension Array: NativelyEncodableCollection where Element: Encodable {
    static func encode(_ array: [Element], to writer: JSONWriter) throws {
        var place = writer.pushContainer(.array)
        let record = place.record
        for element in array {
            place.writer.claim(&place, .array)
            place.writer.beginElement(of: place.record)
            try place.writer.encode(element)
        }
        writer.finish(record)
    }
}
