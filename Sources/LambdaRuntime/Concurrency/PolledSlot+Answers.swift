import LambdaTransport

// Whole answers: as `RuntimeAPIClient` posts them, without blocking.

extension PolledSlot {
    /// Posts an answer, or that it is too large.
    func respond(_ bytes: consuming [UInt8], contentType: StaticString) {
        guard let storage else { return }
        let size = bytes.count - RuntimeAPIRequest.headroom
        if size > RuntimeAPI.answerLimit {
            return fail(ErrorReport(.responseTooLarge(size)))
        }
        var body = bytes
        let start = thread.requests.response(to: storage, contentType: contentType, in: &body)
        answer = Answer(path: "response", bytes: body, start: start)
        exchange = .post
        sendAnswer()
    }

    /// Posts that the invocation has failed.
    @inline(never)
    @_optimize(size)
    func fail(_ report: ErrorReport, isBelated: Bool = false) {
        guard let storage else { return }
        let request = thread.requests.error(report, to: storage)
        answer = Answer(
            path: "error",
            bytes: request.bytes,
            start: request.start,
            isBelated: isBelated
        )
        exchange = .post
        sendAnswer()
        rules.logFailure(report, of: storage)
    }

    /// Sends the answer, or the beginning of one, from its start.
    func sendAnswer() {
        connection.begin(
            answer.bytes,
            from: answer.start,
            isWhole: exchange == .post,
            now: thread.now
        )
        drive()
    }

    func posted(_ status: Int) {
        if status != 202 {
            if answer.isBelated {
                rules.logger(for: storage).debug("\(LambdaError.belatedRefused(status))")
            } else if rules.refused(status, answer.path, storage) == .tooLarge,
                answer.path.utf8CodeUnitCount == 8
            {
                let size = answer.bytes.count - RuntimeAPIRequest.headroom
                return fail(ErrorReport(.responseTooLarge(size)))
            }
        }
        answered()
    }

    /// The answer has been sent, or cannot be: the handler goes on, or the next one begins.
    func answered() {
        var bytes: [UInt8] = []
        swap(&bytes, &answer.bytes)
        if bytes.count > Self.largeSize { isLarge = true }
        if waiting != nil { return finishStep(.done(bytes)) }
        if bytes.capacity <= Self.restingCapacity { spare = bytes }
        if current == nil { poll() }
    }

    /// Has the memory of the last invocation given back.
    @inline(never)
    @_optimize(size)
    func giveMemoryBack() {
        isLarge = false
        thread.trimHeapSoon()
    }

    /// Lets the handler's task go on.
    func finishStep(_ result: StepResult) {
        guard let invocation = waiting.take() else { return }
        setAlarm()
        invocation.finishStep(result)
    }
}
