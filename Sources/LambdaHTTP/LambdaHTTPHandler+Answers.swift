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
                response = try await finish(respond(to: request, context: context))
            }
        } catch {
            response = await self.response(for: error, context: context, finish)
        }
        cors?.apply(to: &response, for: request)
        if response.flaw == nil { return response }
        response = response.checked(context)
        cors?.apply(to: &response, for: request)
        return response
    }

    /// Answers a request whose handling has failed.
    private func response(
        for error: any Error,
        context: LambdaContext,
        _ finish: (HTTPResponse) async throws -> HTTPResponse
    ) async -> HTTPResponse {
        do {
            return try await finish(response(for: error, context: context))
        } catch {
            // Its body was to be written in pieces, and that has failed, too.
            context.logger.log(error)
            return .internalServerError
        }
    }

    /// Makes a response of an error that was thrown before a streamed response has begun.
    package func answer(
        to request: HTTPRequest,
        for error: any Error,
        context: LambdaContext
    ) async -> HTTPResponse {
        var response = await response(for: error, context: context) {
            try await $0.collected()
        }
        cors?.apply(to: &response, for: request)
        if response.flaw == nil { return response }
        response = response.checked(context)
        cors?.apply(to: &response, for: request)
        return response
    }

    private func checkBodySize(of request: HTTPRequest) throws {
        guard let limit = maximumBodySize, request.bodySize > limit else { return }
        throw HTTPError(413, "The body is too large. Send at most \(limit) bytes.")
    }
}

extension HTTPResponse {
    /// The response, or one with status 500 if it cannot be sent.
    fileprivate func checked(_ context: LambdaContext) -> HTTPResponse {
        guard let flaw else { return self }
        context.logger.error("The response cannot be sent.", ["reason": .string(flaw)])
        return .internalServerError
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
