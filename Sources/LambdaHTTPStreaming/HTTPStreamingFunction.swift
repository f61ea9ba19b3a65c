import LambdaHTTP
import LambdaHTTPShared
package import LambdaRuntime
import LambdaStreaming

/// A function whose handler answers in pieces where the source of the request takes them.
package struct HTTPStreamingFunction<Handler: LambdaHTTPStreamingHandler>: InvocableFunction {
    private let handler: Handler
    private let decode: PayloadDecoding<HTTPRequest>
    private let encode: PayloadEncoding<EncodedHTTPResponse>
    package let deadlineMargin: Duration?
    package let hooks: LifecycleHooks?

    /// Creates the function.
    package init(handler: Handler) {
        self.handler = handler
        decode = .decodable(Handler.payloadDecoder)
        encode = .encodable(Handler.payloadEncoder)
        deadlineMargin = Handler.deadlineMargin
        hooks = Handler.lifecycle.hooks(of: handler)
    }

    package func begin(
        _ payload: UnsafeRawBufferPointer,
        context: LambdaContext,
        on slot: any InvocationSlot
    ) -> Task<Void, Never>? {
        guard let request = decode.event(payload, on: slot) else { return nil }
        return Task(executorPreference: slot.executor) {
            if handler.streamsResponse(to: request) {
                await stream(request, context, slot)
            } else {
                await answer(request, context, slot)
            }
        }
    }

    private func answer(
        _ request: HTTPRequest,
        _ context: LambdaContext,
        _ slot: any InvocationSlot
    ) async {
        do {
            let output = try await handler.handle(request, context: context)
            var bytes = slot.takeAnswerBuffer()
            do {
                try encode.run(output, &bytes)
                slot.complete(answering: bytes, encode.contentType)
            } catch {
                slot.complete(.failed(.unencodable(EncodedHTTPResponse.self, error)))
            }
        } catch {
            slot.complete(.failed(ErrorReport(error)))
        }
    }

    private func stream(
        _ request: HTTPRequest,
        _ context: LambdaContext,
        _ slot: any InvocationSlot
    ) async {
        let stream = LambdaResponseStream(
            slot: slot,
            encoder: Handler.payloadEncoder,
            logger: context.logger,
            deadline: HandlerDeadline(of: context, margin: deadlineMargin)
        )
        var failure: (any Error)?
        do {
            let response = await handler.answer(to: request, context: context) { $0 }
            do {
                try await response.send(to: stream, for: request)
            } catch  where stream.hasNotBegun {
                let response = await handler.answer(to: request, for: error, context: context)
                try await response.send(to: stream, for: request)
            }
        } catch {
            failure = error
        }
        slot.complete(await stream.close(failure))
    }
}

extension HTTPResponse {
    /// Sends the response, of which the head goes out with the first piece of the body.
    fileprivate func send(
        to stream: LambdaResponseStream,
        for request: HTTPRequest
    ) async throws {
        try stream.setHead(withCookiesApart.head(for: request))
        guard case .stream(let body) = body else {
            try await stream.write(bodyBytes ?? [])
            return
        }
        try await body.write(
            to: HTTPBodyWriter { piece in
                if piece.isEmpty {
                    try await stream.flush()
                } else {
                    try await stream.write(piece)
                }
            }
        )
    }

    private func head(for request: HTTPRequest) -> LambdaHTTPResponseHead {
        let fields = Dictionary(headers.map { ($0.name, $0.value) }) { $0 + ", " + $1 }
        // A REST API has cookies among its headers, a function URL on their own.
        guard case .apiGateway = request.event, !cookies.isEmpty else {
            return LambdaHTTPResponseHead(
                statusCode: statusCode,
                headers: fields,
                cookies: cookies
            )
        }
        return LambdaHTTPResponseHead(
            statusCode: statusCode,
            headers: fields,
            multiValueHeaders: ["Set-Cookie": cookies]
        )
    }
}
