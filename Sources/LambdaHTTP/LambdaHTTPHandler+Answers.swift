package import LambdaRuntime

extension LambdaHTTPHandler {
    /// Answers a request in all that is the same for every source.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - context: What Lambda knows about the invocation.
    ///   - finish: What is done with the response of the handler. What it throws is treated like an error of
    ///     the handler.
    /// - Returns: A response that can be sent.
    package func answer(
        to request: HTTPRequest,
        context: LambdaContext,
        _ finish: (HTTPResponse) async throws -> HTTPResponse
    ) async -> HTTPResponse {
        var response: HTTPResponse
        let cors = cors
        do {
            if let cors, cors.isPreflight(request) {
                response = try await cors.preflight(request) {
                    try await respond(to: request, context: context)
                }
            } else {
                try checkBodySize(of: request)
                let answer = try await respond(to: request, context: context)
                // Before it is put together: a body that is not sent need not be written.
                response = try await finish(answer.withoutBodyForHEAD(request))
            }
        } catch {
            response = await self.response(for: error, to: request, context: context, finish)
        }
        return sendable(response, to: request, context)
    }

    /// A response as it can be sent, with what pages of other origins want to see.
    private func sendable(
        _ response: HTTPResponse,
        to request: HTTPRequest,
        _ context: LambdaContext
    ) -> HTTPResponse {
        let cors = cors
        var response = response
        cors?.apply(to: &response, for: request)
        guard let flaw = response.flaw(for: request) else { return response }
        context.logger.error("The response cannot be sent.", ["reason": .string(flaw)])
        response = HTTPResponse.internalServerError.withoutBodyForHEAD(request)
        cors?.apply(to: &response, for: request)
        return response
    }

    /// Answers a request whose handling has failed.
    private func response(
        for error: any Error,
        to request: HTTPRequest,
        context: LambdaContext,
        _ finish: (HTTPResponse) async throws -> HTTPResponse
    ) async -> HTTPResponse {
        do {
            let answer = response(for: error, context: context)
            return try await finish(answer.withoutBodyForHEAD(request))
        } catch {
            // Its body was to be written in pieces, and that has failed, too.
            context.logger.log(error)
            return HTTPResponse.internalServerError.withoutBodyForHEAD(request)
        }
    }

    /// Makes a response of an error that was thrown before a streamed response has begun.
    package func answer(
        to request: HTTPRequest,
        for error: any Error,
        context: LambdaContext
    ) async -> HTTPResponse {
        let response = await response(for: error, to: request, context: context) {
            try await $0.collected()
        }
        return sendable(response, to: request, context)
    }

    private func checkBodySize(of request: HTTPRequest) throws {
        guard let limit = maximumBodySize, request.bodySize > limit else { return }
        throw HTTPError(413, "The body is too large. Send at most \(limit) bytes.")
    }
}

extension HTTPResponse {
    /// The response, without its body if the request is for none, whoever has made it.
    fileprivate func withoutBodyForHEAD(_ request: HTTPRequest) -> Self {
        // One that has none already says what its length would have been.
        guard request.method == .head, body != .empty else { return self }
        return withoutBody(for: request)
    }
}

extension LambdaLogger {
    /// Logs an error of which the client learns nothing.
    func log(_ failure: any Error) {
        let report = ErrorReport(failure)
        error(
            "The request failed.",
            ["errorType": .string(report.type), "errorMessage": .string(report.message)]
        )
    }
}
