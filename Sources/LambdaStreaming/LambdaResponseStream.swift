package import LambdaRuntime
import LambdaTransport

/// What a ``LambdaStreamingHandler`` writes its response to.
///
/// Each piece is on its way to the caller when the call that writes it returns; a call waits for as
/// long as the caller, or Lambda, reads more slowly than the handler writes. So the memory that a
/// response takes does not grow with it.
///
/// ```swift
/// try response.setHead(LambdaHTTPResponseHead(headers: ["Content-Type": "text/plain"]))
/// try await response.write("One moment…\n")
/// for try await row in rows {
///     try await response.writeLine(encoding: row)
/// }
/// try await response.finish()
/// await cache.warm()
/// ```
///
/// Several tasks may write: each piece goes out whole, in the order of the calls. Lambda accepts
/// 200 MiB in all; after the first 6 MiB it reads about 2 MiB a second.
///
/// `LambdaTesting` has a stream that collects, for tests of a handler's method.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html>
///
/// `@unchecked Sendable`: what changes is touched under the lock, or by the task that has the turn,
/// of which there is one at a time; see `takeTurn()`.
public final class LambdaResponseStream: @unchecked Sendable {
    /// How far the response has come.
    private enum Phase {
        case nothingSent
        case streaming
        case finished
        case interrupted(LambdaStreamError)
    }

    private let slot: any InvocationSlot
    let encoder: any PayloadEncoder
    private let logger: LambdaLogger
    /// Before what the handler is cancelled, `nil` where it is not.
    private let deadline: HandlerDeadline?
    /// How many bytes it takes.
    private let limit: Int
    let lock = ThreadLock()

    /// Under the lock; changed by who has the turn.
    private var phase = Phase.nothingSent
    /// Whether the handler has returned.
    ///
    /// Under the lock.
    private var isClosed = false
    /// Under the lock.
    private var hasWarned = false
    /// Whether a task has the turn.
    ///
    /// Under the lock.
    var isTaken = false
    /// The tasks that wait for the turn, in the order of their calls.
    ///
    /// Under the lock.
    var waiting: [UnsafeContinuation<Void, Never>] = []
    /// Under the lock, until it is sent.
    private var contentType: [UInt8]?
    /// What goes in front of the body.
    ///
    /// Under the lock, until it is sent.
    private var prelude: [UInt8] = []

    /// The memory in which chunks are put together.
    ///
    /// Turn.
    private var buffer: [UInt8] = []
    /// How many bytes of the body have been sent.
    ///
    /// Turn.
    private var size = 0

    package init(
        slot: any InvocationSlot,
        encoder: any PayloadEncoder,
        logger: LambdaLogger,
        deadline: HandlerDeadline? = nil,
        limit: Int = ChunkedBody.limit
    ) {
        self.slot = slot
        self.encoder = encoder
        self.logger = logger
        self.deadline = deadline
        self.limit = limit
    }
}

// MARK: - The head

extension LambdaResponseStream {
    /// Says which status, headers and cookies an HTTP response has.
    ///
    /// Needed where the function is behind a function URL or API Gateway and the response is to be
    /// other than status 200 with the content type `application/octet-stream`. The head goes out
    /// with the first piece, or with ``flush()``.
    ///
    /// - Throws: ``LambdaStreamError`` if a piece has been written, or if the status is none.
    public func setHead(_ head: LambdaHTTPResponseHead) throws {
        guard 100...599 ~= head.statusCode else {
            throw LambdaStreamError.statusInvalid(head.statusCode)
        }
        var type: [UInt8] = []
        type.append(LambdaHTTPResponseHead.contentType)
        try setHead(type, head.prelude)
    }

    /// Says which media type the response has, for callers of the Invoke API.
    ///
    /// The default is `application/octet-stream`. HTTP responses say it in their
    /// ``LambdaHTTPResponseHead`` instead.
    ///
    /// - Throws: ``LambdaStreamError`` if a piece has been written, or if the type is none.
    public func setContentType(_ contentType: String) throws {
        let bytes = Array(contentType.utf8)
        // What is no header value must not get into a head.
        guard 1...RuntimeAPIRequest.contentTypeLimit ~= bytes.count,
            bytes.allSatisfy({ 0x20...0x7E ~= $0 })
        else { throw LambdaStreamError.contentTypeInvalid }
        try setHead(bytes, [])
    }

    private func setHead(_ type: [UInt8], _ prelude: [UInt8]) throws(LambdaStreamError) {
        lock.lock()
        defer { lock.unlock() }
        if let error = refusal() { throw error }
        guard case .nothingSent = phase else { throw .headTooLate }
        guard prelude.count <= limit else { throw .tooLarge(prelude.count, limit) }
        contentType = type
        self.prelude = prelude
    }
}

// MARK: - Writing

extension LambdaResponseStream {
    /// Writes text, as UTF-8.
    ///
    /// - Throws: ``LambdaStreamError`` if the response has ended, has become too large, or was
    ///   interrupted by Lambda.
    public nonisolated(nonsending) func write(_ text: String) async throws {
        try await write(Array(text.utf8))
    }

    /// Writes bytes.
    ///
    /// - Throws: As ``write(_:)-(String)``.
    public nonisolated(nonsending) func write(_ bytes: [UInt8]) async throws {
        try await takeTurn()
        defer { passTurn() }
        let taken = size + preludeSize
        guard bytes.count <= limit - taken else {
            throw LambdaStreamError.tooLarge(taken + bytes.count, limit)
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(ChunkedBody.chunkLimit)
            rest = rest.dropFirst(chunk.count)
            try await send(chunk)
        }
    }

    /// Sends the head of the response, if it has not been sent with a piece.
    ///
    /// Whoever waits for status and headers has them then, long before the first piece perhaps. From
    /// here on an error can no longer be reported as the failure of the invocation.
    ///
    /// - Throws: As ``write(_:)-(String)``.
    public nonisolated(nonsending) func flush() async throws {
        try await takeTurn()
        defer { passTurn() }
        if case .nothingSent = phase { try await send([]) }
    }

    /// Ends the response, and waits until Lambda has confirmed it.
    ///
    /// Needed only to go on working after it: a response ends by itself when the handler returns. A
    /// response to which nothing was written is empty.
    ///
    /// - Throws: ``LambdaStreamError`` if the response has ended already, or was interrupted by
    ///   Lambda.
    public nonisolated(nonsending) func finish() async throws {
        try await takeTurn(toFinish: true)
        defer { passTurn() }
        try await end(nil)
    }
}

// MARK: - The end of the invocation

extension LambdaResponseStream {
    /// Ends what the handler has left open, and takes nothing more.
    ///
    /// - Parameter failure: What the handler threw, `nil` if it returned.
    /// - Returns: What the invocation has come to.
    package nonisolated(nonsending) func close(_ failure: (any Error)?) async -> InvocationOutcome {
        markClosed()
        await waitForTurn()
        defer { passTurn() }
        // A sequence that ends when its task is cancelled looks as if it had ended by itself.
        let isCancelled = failure == nil && Task.isCancelled
        if case .nothingSent = phase, let failure { return .failed(ErrorReport(failure)) }
        // As the driver does of an invocation that has simply failed.
        let report = failure.map { failure in
            let report = ErrorReport(failure)
            return deadline?.explainingIfMissed(report) ?? report
        }
        switch phase {
        case .nothingSent:
            if isCancelled { return .failed(ErrorReport(LambdaStreamError.cancelled)) }
            try? await end(nil)
        case .streaming:
            let report = report ?? (isCancelled ? ErrorReport(LambdaStreamError.cancelled) : nil)
            if let report {
                logger.log(report, "The handler failed in the middle of its response.")
            }
            try? await end(report)
        case .finished:
            if let report { logger.log(report, "The handler failed after its response.") }
        case .interrupted:
            // Why it was interrupted has been logged.
            if let error = failure as? LambdaStreamError, error.code == .interrupted { break }
            if let report {
                logger.log(report, "The handler failed after its response was interrupted.")
            }
        }
        return .settled
    }

    /// A boolean value indicating whether the head has not been sent, so that there can be another one.
    package var hasNotBegun: Bool {
        lock.lock()
        defer { lock.unlock() }
        if case .nothingSent = phase { return true }
        return false
    }

    /// How many bytes of the response are still to go in front of the body.
    private var preludeSize: Int {
        lock.lock()
        defer { lock.unlock() }
        return prelude.count
    }

    private func markClosed() {
        lock.lock()
        isClosed = true
        lock.unlock()
    }
}

// MARK: - Sending

extension LambdaResponseStream {
    /// Sends a chunk, with the head in front of the first one.
    ///
    /// Called by who has the turn.
    private nonisolated(nonsending) func send(
        _ chunk: ArraySlice<UInt8>
    ) async throws(LambdaStreamError) {
        if case .nothingSent = phase {
            buffer = slot.takeAnswerBuffer()
            let type = takeHead(&buffer)
            ChunkedBody.append(chunk, to: &buffer)
            try await perform(.begin(takeBuffer(), contentType: type))
        } else {
            buffer.removeAll(keepingCapacity: true)
            ChunkedBody.append(chunk, to: &buffer)
            try await perform(.send(takeBuffer()))
        }
        size += chunk.count
    }

    /// Sends the end.
    ///
    /// Called by who has the turn.
    private nonisolated(nonsending) func end(
        _ report: ErrorReport?
    ) async throws(LambdaStreamError) {
        if case .nothingSent = phase { try await send([]) }
        buffer.removeAll(keepingCapacity: true)
        ChunkedBody.appendEnd(report, to: &buffer)
        try await perform(.end(takeBuffer()))
        setPhase(.finished)
        buffer = []
    }

    private nonisolated(nonsending) func perform(
        _ step: consuming ResponseStep
    ) async throws(LambdaStreamError) {
        switch await slot.perform(step) {
        case .done(let memory):
            buffer = memory
        case .over(let reason):
            let error = LambdaStreamError(.interrupted, reason.message)
            setPhase(.interrupted(error))
            throw error
        }
    }

    /// Takes the head, of which the part that belongs to the body is appended to the buffer.
    ///
    /// From then on another one comes too late.
    private func takeHead(_ buffer: inout [UInt8]) -> [UInt8] {
        lock.lock()
        defer { lock.unlock() }
        phase = .streaming
        ChunkedBody.append(prelude[...], to: &buffer)
        size = prelude.count
        prelude = []
        var type: [UInt8] = []
        type.append("application/octet-stream")
        defer { contentType = nil }
        return contentType ?? type
    }

    private func takeBuffer() -> [UInt8] {
        var bytes: [UInt8] = []
        swap(&bytes, &buffer)
        return bytes
    }

    private func setPhase(_ phase: Phase) {
        lock.lock()
        self.phase = phase
        lock.unlock()
    }
}

// MARK: - Turns

extension LambdaResponseStream {
    /// Waits until no other task writes.
    ///
    /// Who has the turn passes it on with ``passTurn()``. There is none, and nothing to pass on, once
    /// the response has ended.
    private nonisolated(nonsending) func takeTurn(
        toFinish: Bool = false
    ) async throws(LambdaStreamError) {
        await waitForTurn()
        guard let error = currentRefusal(toFinish) else { return }
        passTurn()
        throw error
    }

    private func currentRefusal(_ isFinishing: Bool) -> LambdaStreamError? {
        lock.lock()
        defer { lock.unlock() }
        return refusal(isFinishing)
    }

    /// Why nothing can be written, `nil` if it can.
    ///
    /// Called under the lock.
    private func refusal(_ isFinishing: Bool = false) -> LambdaStreamError? {
        if isClosed {
            // Nobody may be there to see the error: the task has outlived the handler.
            if !hasWarned { logger.warn("\(LambdaStreamError.invocationEnded)") }
            hasWarned = true
            return .invocationEnded
        }
        switch phase {
        case .nothingSent, .streaming: return nil
        case .finished: return isFinishing ? .finishedTwice : .finished
        case .interrupted(let error): return error
        }
    }
}
