#if LOCAL_RUNNING
import LambdaEmulator

/// What a service sends to an HTTP client.
struct HTTPReply: Sendable {
    typealias Field = (name: String, value: String)

    var status: Int
    /// The header fields, in their order, but for those that frame the message.
    var fields: [Field]
    var body: [UInt8]
    /// What the developer should know, each in one line: why the function's answer is no response, or
    /// what of it the service leaves out.
    var notes: [String] = []

    init(status: Int, fields: [Field] = [], body: [UInt8] = [], notes: [String] = []) {
        self.status = status
        self.fields = fields
        self.body = body
        self.notes = notes
    }
}

extension HTTPReply {
    /// The reply as a server sends it.
    var answer: ServerAnswer { ServerAnswer(status: status, headers: fields, body: body) }
}
#endif
