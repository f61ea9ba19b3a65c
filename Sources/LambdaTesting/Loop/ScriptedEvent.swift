import LambdaTransport

/// An event to be sent in answer to a poll, with all that a ``ServiceFault/Delivery`` can change.
struct ScriptedEvent: Sendable {
    enum Framing: Sendable {
        case contentLength
        /// The sizes of the first chunks; the last one has the rest.
        case chunked([Int])
        /// The event ends with the connection.
        case untilClose(version: String)
        /// A length that need not be true.
        case declared(String)
    }

    let body: [UInt8]
    var parameters: TestLambda.Parameters
    var fields: [(name: RuntimeAPIHeader, value: String?)] = []
    var framing = Framing.contentLength
    var cuts: [Int] = []
    /// The size of the pieces to cut into, where there are no `cuts`.
    var pieces: Int?
    var pause = Duration.zero
    var delay = Duration.zero
    var surplus: [UInt8] = []
    /// How many of the last bytes are not sent.
    var missing = 0
    var ending = ScriptedStep.Ending.keep

    init(body: [UInt8], parameters: TestLambda.Parameters, deliveries: [ServiceFault.Delivery]) {
        self.body = body
        self.parameters = parameters
        for delivery in deliveries { delivery.change(&self) }
    }

    /// What is sent.
    func step(deadlineMilliseconds: Int64) -> ScriptedStep {
        var bytes = Array(head(deadlineMilliseconds).utf8)
        switch framing {
        case .chunked(let sizes): appendChunks(sizes, to: &bytes)
        case .contentLength, .untilClose, .declared: bytes += body
        }
        bytes.removeLast(min(missing, bytes.count))
        bytes += surplus
        var step = ScriptedStep(bytes: bytes, ending: ending)
        step.cuts = cuts
        if let pieces, pieces > 0 {
            step.cuts = Array(stride(from: pieces, to: bytes.count, by: pieces))
        }
        step.pause = pause
        step.delay = delay
        return step
    }

    private func head(_ deadlineMilliseconds: Int64) -> String {
        var version = "1.1"
        if case .untilClose(let given) = framing { version = given }
        var lines = ["HTTP/\(version) 200 OK"]
        var values = parameters.headers(deadlineMilliseconds: deadlineMilliseconds)
        values.insert((.contentType, "application/json"), at: 0)
        for field in fields {
            values.removeAll { $0.0 == field.name }
            if let value = field.value { values.append((field.name, value)) }
        }
        lines += values.map { "\($0.0.rawValue): \($0.1)" }
        switch framing {
        case .contentLength: lines.append("Content-Length: \(body.count)")
        case .declared(let length): lines.append("Content-Length: \(length)")
        case .chunked: lines.append("Transfer-Encoding: chunked")
        case .untilClose: break
        }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    private func appendChunks(_ sizes: [Int], to bytes: inout [UInt8]) {
        var rest = body[...]
        for size in sizes + [body.count] where !rest.isEmpty && size > 0 {
            let chunk = rest.prefix(size)
            rest = rest.dropFirst(size)
            bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8)
            bytes += chunk
            bytes += Array("\r\n".utf8)
        }
        bytes += Array("0\r\n\r\n".utf8)
    }
}
