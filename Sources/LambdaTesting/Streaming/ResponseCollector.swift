public import LambdaJSON
public import LambdaRuntime
public import LambdaStreaming
import LambdaTransport

/// A stream that collects what is written to it, for tests of a handler's method.
///
/// ```swift
/// let collector = ResponseCollector()
/// await #expect(throws: OutOfPaper.self) {
///     try await Storyteller().handle(request, response: collector.stream, context: .test())
/// }
/// #expect(collector.response.text == "Once upon a")
/// ```
///
/// Where the handler is to succeed, `response(to:context:)` of the handler says it in one line.
public final class ResponseCollector: Sendable {
    private let slot: CollectingSlot

    /// What to hand to the handler.
    public let stream: LambdaResponseStream

    /// Creates a collector.
    ///
    /// - Parameters:
    ///   - encoder: What encodes the values that are written. The default is a `LambdaJSONEncoder`.
    ///   - logger: Takes the lines about a stream that is used wrongly.
    ///   - onPiece: Called with each piece when it is written.
    public init(
        encoder: any PayloadEncoder = LambdaJSONEncoder(),
        logger: LambdaLogger = .standard,
        onPiece: @escaping @Sendable ([UInt8]) -> Void = { _ in }
    ) {
        slot = CollectingSlot(onPiece)
        stream = LambdaResponseStream(slot: slot, encoder: encoder, logger: logger)
    }

    /// Creates a collector of another size than Lambda's.
    package init(limit: Int) {
        slot = CollectingSlot { _ in }
        stream = LambdaResponseStream(
            slot: slot,
            encoder: LambdaJSONEncoder(),
            logger: .standard,
            limit: limit
        )
    }

    /// What has been written so far.
    ///
    /// It is complete once the stream has been ended with `finish()`.
    public var response: StreamedResponse { slot.response }
}

extension LambdaStreamingHandler {
    /// Handles an event, and collects the response.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - context: The context. The default is that of a test.
    ///   - isolation: Where the handler is called from: where the caller is.
    /// - Returns: The response, which returning has ended.
    /// - Throws: What the handler throws.
    public func response(
        to event: Event,
        context: LambdaContext = .test(),
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> StreamedResponse {
        let collector = ResponseCollector(encoder: Self.payloadEncoder, logger: context.logger)
        try await handle(event, response: collector.stream, context: context)
        _ = await collector.stream.close(nil)
        return collector.response
    }
}

/// A slot without a connection.
private final class CollectingSlot: InvocationSlot {
    private struct State {
        var contentType: String?
        var chunks: [[UInt8]] = []
        var hasEnded = false
    }

    private let state = Monitor(State())
    private let onPiece: @Sendable ([UInt8]) -> Void

    init(_ onPiece: @escaping @Sendable ([UInt8]) -> Void) {
        self.onPiece = onPiece
    }

    var response: StreamedResponse {
        state.withLock {
            StreamedResponse(
                contentType: $0.contentType,
                chunks: $0.chunks,
                error: nil,
                isComplete: $0.hasEnded
            )
        }
    }

    var executor: (any TaskExecutor)? { nil }

    func takeAnswerBuffer() -> [UInt8] {
        var buffer: [UInt8] = []
        RuntimeAPIRequest.prepare(&buffer)
        return buffer
    }

    // The stream is not part of an invocation.
    func complete(_ outcome: InvocationOutcome) {}
    func complete(answering bytes: consuming [UInt8], _ contentType: StaticString) {}

    nonisolated(nonsending) func perform(_ step: consuming ResponseStep) async -> StepResult {
        switch step {
        case .begin(let bytes, let contentType):
            state.withLock { $0.contentType = String(decoding: contentType, as: UTF8.self) }
            add(bytes.dropFirst(RuntimeAPIRequest.headroom))
            return .done(bytes)
        case .send(let bytes):
            add(bytes[...])
            return .done(bytes)
        case .end(let bytes):
            state.withLock { $0.hasEnded = true }
            return .done(bytes)
        case .answer, .fail, .abandon:
            return .done([])
        }
    }

    /// Takes the chunks, which the stream itself has framed.
    private func add(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0D),
            let size = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16)
        {
            let piece = Array(rest[(end + 2)...].prefix(size))
            rest = rest[(end + 2)...].dropFirst(size + 2)
            state.withLock { $0.chunks.append(piece) }
            onPiece(piece)
        }
    }
}
