import LambdaJSON

// Samples: events made in code, with every member that the service sends.
//
//     S3Event.sample(key: "a.png")                  one record
//     S3Event.sample(keys: ["a.png", "b.png"])      several, each with identifiers of its own
//     S3Event.Record.sample(key: "a.png", index: 1) one of several that differ in more than that
//
// What holds for all of them:
//
// - They are called `sample`, are static, and need no argument.
// - Parameters come in the order: what the event is about (a key, a body, a method and a path), what
//   else the sender said, what the service knows about it, where it comes from (a bucket, a queue),
//   then `index`, `time`, `region`, `accountID`, with the same defaults everywhere.
// - Content is any `Encodable`: a `String` and a `[UInt8]` are what they are, anything else is JSON.
//   It is what a client would send; what the service does to it (Base64, URL encoding, checksums) is
//   done to it.
// - What the service derives is derived: ARNs, checksums, hosts, path parameters, the kind of event.
// - Nothing is random and no clock is read: the same arguments make the same event.
// - `index` is the place of a record in its batch. Identifiers and sequence numbers follow from it.

/// What a sample carries: a body, a message, data.
enum SampleContent {
    /// The content as text.
    static func text(of content: any Encodable) throws -> String {
        if let text = content as? String { return text }
        guard let text = String(validating: try bytes(of: content), as: UTF8.self) else {
            throw LambdaTestError.sampleIsNotText
        }
        return text
    }

    /// The content as bytes.
    static func bytes(of content: any Encodable) throws -> [UInt8] {
        if let text = content as? String { return Array(text.utf8) }
        if let bytes = content as? [UInt8] { return bytes }
        do {
            return try LambdaJSONEncoder().encode(content)
        } catch {
            throw LambdaTestError.unencodable(type(of: content), error)
        }
    }
}
