import LambdaTransport

/// A response that is posted step by step, as far as it has come.
struct ResponseInParts {
    enum Phase {
        case nothingSent
        case streaming
        case over
    }

    let storage: ContextStorage
    var phase = Phase.nothingSent
    /// What posting it has come to.
    var post = RuntimeAPIClient.Post.done

    init(storage: ContextStorage) {
        self.storage = storage
    }
}

extension RuntimeAPIClient {
    /// Does one step of a response, and blocks until it is done.
    ///
    /// Why a step cannot be done is logged here, once; the handler gets the same words.
    mutating func perform(
        _ step: consuming ResponseStep,
        _ response: inout ResponseInParts
    ) -> StepResult {
        switch (consume step, response.phase) {
        case (.answer(var body, let contentType), .nothingSent):
            prepareToPost()
            response.phase = .over
            response.post = answer(response.storage, &body, contentType: contentType)
            return .done(body)
        case (.fail(let report), .nothingSent):
            prepareToPost()
            response.phase = .over
            response.post = fail(response.storage, report)
            return .done([])
        case (.begin(var bytes, let contentType), .nothingSent):
            prepareToPost()
            response.phase = .streaming
            let start = requests.stream(to: response.storage, contentType: contentType, in: &bytes)
            return begin(bytes, from: start, &response)
        case (.send(let bytes), .streaming):
            return send(bytes, &response)
        case (.end(let bytes), .streaming):
            return end(bytes, &response)
        case (.abandon, _):
            if response.phase == .streaming { connection.close() }
            response.phase = .over
            return .done([])
        default:
            return .over(.internalError("a step out of its order"))
        }
    }

    private mutating func begin(
        _ bytes: [UInt8],
        from start: Int,
        _ response: inout ResponseInParts
    ) -> StepResult {
        let isWaiting = patience(for: response.storage)
        var attempt = 0
        while true {
            do throws(HTTPFailure) {
                let isAnswered = try bytes.withPart(from: start) { part throws(HTTPFailure) in
                    try connection.sendFirst(part) { isWaiting() }
                }
                return isAnswered ? answered(&response) : .done(bytes)
            } catch {
                attempt += 1
                guard error.isCertainlyUnprocessed, attempt < patience.attempts else {
                    return broken(error, &response)
                }
                if attempt > 1 { pause(before: attempt - 1) }
            }
        }
    }

    private mutating func send(_ bytes: [UInt8], _ response: inout ResponseInParts) -> StepResult {
        let isWaiting = patience(for: response.storage)
        do throws(HTTPFailure) {
            let isAnswered = try bytes.withPart(from: 0) { part throws(HTTPFailure) in
                try connection.sendNext(part) { isWaiting() }
            }
            return isAnswered ? answered(&response) : .done(bytes)
        } catch {
            return broken(error, &response)
        }
    }

    private mutating func end(_ bytes: [UInt8], _ response: inout ResponseInParts) -> StepResult {
        let isWaiting = patience(for: response.storage)
        do throws(HTTPFailure) {
            let isAnswered = try bytes.withPart(from: 0) { part throws(HTTPFailure) in
                try connection.sendNext(part) { isWaiting() }
            }
            if !isAnswered {
                try connection.receiveResponse(patience: .limited) { isWaiting() }
            }
        } catch {
            return broken(error, &response)
        }
        response.phase = .over
        let status = connection.reader.parser.status
        if 200..<300 ~= status { return .done(bytes) }
        response.post = rules.refused(status, "response", response.storage)
        return .over(rules.streamEndRefused(status, response.storage))
    }

    /// The service has answered before the response was whole, so there is nobody who reads it.
    private mutating func answered(_ response: inout ResponseInParts) -> StepResult {
        let status = connection.reader.parser.status
        connection.close()
        response.phase = .over
        if status >= 500 { response.post = .failed }
        return .over(rules.streamAnswered(status, response.storage))
    }

    private mutating func broken(
        _ failure: HTTPFailure,
        _ response: inout ResponseInParts
    ) -> StepResult {
        connection.close()
        response.phase = .over
        return .over(rules.streamBroken(failure, response.storage))
    }

    /// Whoever reads a stream may take a pause, for which the function waits until its deadline.
    private func patience(for storage: ContextStorage) -> () -> Bool {
        { [rules] in
            if WallClock.milliseconds >= storage.deadlineMilliseconds { return false }
            rules.logUnread(storage)
            return true
        }
    }
}

extension [UInt8] {
    /// Hands out the bytes from an offset on.
    fileprivate func withPart<Value>(
        from start: Int,
        _ body: (UnsafeRawBufferPointer) throws(HTTPFailure) -> Value
    ) throws(HTTPFailure) -> Value {
        // The method of the standard library does not know which error it throws.
        let result = withUnsafeBytes { bytes -> Result<Value, HTTPFailure> in
            let part = UnsafeRawBufferPointer(rebasing: bytes[Swift.min(start, bytes.count)...])
            do throws(HTTPFailure) {
                return .success(try body(part))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
