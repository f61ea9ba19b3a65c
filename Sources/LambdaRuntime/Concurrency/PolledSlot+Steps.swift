import LambdaTransport

// A response that is posted step by step: as `RuntimeAPIClient` does it, without blocking.

extension PolledSlot {
    /// Begins a step of the handler, which waits for ``finishStep(_:)``.
    @inline(never)
    @_optimize(size)
    func perform(_ step: consuming ResponseStep) {
        switch (consume step, phase) {
        case (.answer(let bytes, let contentType), .nothingSent):
            phase = .over
            respond(bytes, contentType: contentType)
        case (.fail(let report), .nothingSent):
            phase = .over
            fail(report)
        case (.begin(let bytes, let contentType), .nothingSent):
            phase = .streaming
            begin(bytes, contentType)
        case (.send(let bytes), .streaming):
            exchange = .streamPart
            send(bytes, isWhole: false)
        case (.end(let bytes), .streaming):
            exchange = .streamEnd
            send(bytes, isWhole: true)
        case (.abandon, _):
            if phase == .streaming {
                exchange = .none
                connection.close()
            }
            phase = .over
            finishStep(.done([]))
        default:
            finishStep(.over(stepError ?? .internalError("a step out of its order")))
        }
    }

    @inline(never)
    @_optimize(size)
    private func begin(_ bytes: [UInt8], _ contentType: [UInt8]) {
        guard let storage = current?.storage else { return }
        var bytes = bytes
        let start = thread.requests.stream(to: storage, contentType: contentType, in: &bytes)
        answer = Answer(path: "response", bytes: bytes, start: start)
        exchange = .streamPart
        sendAnswer()
    }

    @inline(never)
    @_optimize(size)
    private func send(_ bytes: [UInt8], isWhole: Bool) {
        answer.bytes = bytes
        connection.append(bytes, isWhole: isWhole, now: thread.now)
        drive()
    }

    /// The system has taken all that there was: the handler may write on.
    func partSent() {
        guard waiting != nil else { return }
        var bytes: [UInt8] = []
        swap(&bytes, &answer.bytes)
        finishStep(.done(bytes))
    }

    /// The service has answered before the response was whole.
    @inline(never)
    @_optimize(size)
    func streamAnswered(_ status: Int) {
        guard let storage = current?.storage else { return }
        connection.close()
        streamOver(rules.streamAnswered(status, storage))
    }

    @inline(never)
    @_optimize(size)
    func streamFailed(_ failure: HTTPFailure) {
        guard let storage = current?.storage else { return }
        connection.close()
        streamOver(rules.streamBroken(failure, storage))
    }

    @inline(never)
    @_optimize(size)
    private func streamOver(_ error: LambdaError) {
        phase = .over
        answer.bytes = []
        stepError = error
        finishStep(.over(error))
    }

    @inline(never)
    @_optimize(size)
    func streamEnded(_ status: Int) {
        phase = .over
        if 200..<300 ~= status { return partSent() }
        _ = rules.refused(status, "response", current?.storage)
        streamOver(rules.streamEndRefused(status, current?.storage))
    }
}
