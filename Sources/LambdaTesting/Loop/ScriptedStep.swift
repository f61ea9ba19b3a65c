/// What a ``ScriptedRuntimeAPI`` does with one request.
package struct ScriptedStep: Sendable {
    /// What becomes of the connection after the bytes.
    package enum Ending: Sendable {
        case keep
        /// Closes the connection without having said so.
        case close
        /// Closes it with a reset.
        case reset
        /// Sends nothing more, and waits for the client to give up.
        case stall
        /// Closes the connection, and the listening socket with it: further ones are refused.
        case refuse
    }

    /// The bytes to send.
    package var bytes: [UInt8]
    /// Where to cut them into several sends.
    package var cuts: [Int] = []
    /// How long to wait between two of those sends.
    package var pause = Duration.zero
    package var ending = Ending.keep
    /// How many pieces of the request's body to read before it is answered.
    ///
    /// `nil` for all of it.
    package var piecesToRead: Int?
    /// How long to wait before the first byte.
    package var delay = Duration.zero

    package init(bytes: [UInt8], ending: Ending = .keep) {
        self.bytes = bytes
        self.ending = ending
    }

    /// Sends bytes as they are.
    package static func raw(_ text: String, _ ending: Ending = .keep) -> ScriptedStep {
        ScriptedStep(bytes: Array(text.utf8), ending: ending)
    }

    /// Sends nothing.
    package static func nothing(_ ending: Ending) -> ScriptedStep {
        ScriptedStep(bytes: [], ending: ending)
    }

    /// Answers with a status and a small body, as the service does.
    package static func status(_ status: Int, _ ending: Ending = .keep) -> ScriptedStep {
        let body =
            status < 300 ? "{\"status\":\"OK\"}\n" : "{\"errorMessage\":\"\",\"errorType\":\"\"}"
        return raw(
            "HTTP/1.1 \(status) Scripted\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)",
            ending
        )
    }

    /// Answers a poll with an event.
    ///
    /// A field that is `nil` is left out. More fields are whole lines.
    package static func invocation(
        _ body: String,
        id: String? = "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
        deadline: String? = "4102444800000",
        arn: String? = "arn:aws:lambda:us-east-1:123456789012:function:test",
        more: [String] = [],
        ending: Ending = .keep
    ) -> ScriptedStep {
        invocation(
            bytes: Array(body.utf8),
            id: id,
            deadline: deadline,
            arn: arn,
            more: more,
            ending: ending
        )
    }

    /// Answers a poll with an event of any bytes.
    package static func invocation(
        bytes body: [UInt8],
        id: String? = "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
        deadline: String? = "4102444800000",
        arn: String? = "arn:aws:lambda:us-east-1:123456789012:function:test",
        more: [String] = [],
        ending: Ending = .keep
    ) -> ScriptedStep {
        var head = ["HTTP/1.1 200 OK", "Content-Type: application/json"]
        if let id { head.append("Lambda-Runtime-Aws-Request-Id: \(id)") }
        if let deadline { head.append("Lambda-Runtime-Deadline-Ms: \(deadline)") }
        if let arn { head.append("Lambda-Runtime-Invoked-Function-Arn: \(arn)") }
        head += more
        head.append("Content-Length: \(body.count)")
        let text = head.joined(separator: "\r\n") + "\r\n\r\n"
        return ScriptedStep(bytes: Array(text.utf8) + body, ending: ending)
    }

    /// The same step with its bytes cut at some places.
    package func cut(at cuts: [Int]) -> ScriptedStep {
        var step = self
        step.cuts = cuts
        return step
    }

    /// The same step, begun after a while: a poll that takes its time.
    package func delayed(_ delay: Duration) -> ScriptedStep {
        var step = self
        step.delay = delay
        return step
    }

    /// The same step, done as soon as the head of the request is there.
    package var early: ScriptedStep {
        var step = self
        step.piecesToRead = 0
        return step
    }
}
