package import LambdaRuntime

/// A function whose handler answers in pieces.
package struct StreamingFunction<Event: Decodable & Sendable>: InvocableFunction {
    private let decode: PayloadDecoding<Event>
    private let encoder: any PayloadEncoder
    package let deadlineMargin: Duration?
    package let hooks: LifecycleHooks?
    private let call: @Sendable (Event, LambdaResponseStream, LambdaContext) async throws -> Void

    package init(
        decode: PayloadDecoding<Event>,
        encoder: any PayloadEncoder,
        deadlineMargin: Duration? = nil,
        hooks: LifecycleHooks? = nil,
        call:
            @escaping @Sendable (Event, LambdaResponseStream, LambdaContext) async throws -> Void
    ) {
        self.decode = decode
        self.encoder = encoder
        self.deadlineMargin = deadlineMargin
        self.hooks = hooks
        self.call = call
    }

    package init<Handler: LambdaStreamingHandler>(handler: Handler) where Handler.Event == Event {
        self.init(
            decode: .decodable(Handler.payloadDecoder),
            encoder: Handler.payloadEncoder,
            deadlineMargin: Handler.deadlineMargin,
            hooks: Handler.lifecycle.hooks(of: handler),
            call: { try await handler.handle($0, response: $1, context: $2) }
        )
    }

    package func begin(
        _ payload: UnsafeRawBufferPointer,
        context: LambdaContext,
        on slot: any InvocationSlot
    ) -> Task<Void, Never>? {
        guard let event = decode.event(payload, on: slot) else { return nil }
        let deadline = HandlerDeadline(of: context, margin: deadlineMargin)
        return Task(executorPreference: slot.executor) { [call, encoder] in
            let response = LambdaResponseStream(
                slot: slot,
                encoder: encoder,
                logger: context.logger,
                deadline: deadline
            )
            var failure: (any Error)?
            do {
                try await call(event, response, context)
            } catch {
                failure = error
            }
            slot.complete(await response.close(failure))
        }
    }
}
