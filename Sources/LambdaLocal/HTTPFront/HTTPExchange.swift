#if LOCAL_RUNNING
import LambdaEmulator

/// A request that has become an event, for which the function owes an answer.
struct HTTPExchange: Sendable {
    let service: HTTPService
    /// The event as the function gets it.
    let event: [UInt8]
    /// The X-Ray trace header of the invocation: that of the client, if it has sent one.
    let traceID: String
    let call: HTTPFront.Call
    /// What the developer should know about the event.
    let notes: [String]
}

extension HTTPExchange {
    /// The media type of an answer that begins with the head of the response.
    static let streamedType = "application/vnd.awslambda.http-integration-response"

    /// What the client gets for what the function has posted.
    func reply(to outcome: LocalOutcome) -> HTTPReply {
        switch outcome {
        case .failure: failure
        case .response(let body, let contentType):
            finish(
                Self.isStreamed(contentType)
                    ? streamedReply(to: body) : HTTPAnswer(service: service).reply(to: body)
            )
        // Its pieces have gone elsewhere.
        case .streamed, .truncated: failure
        }
    }

    /// What becomes of a response that comes in pieces.
    enum Streaming {
        /// It begins with its head.
        case head(HTTPPrelude)
        /// It is the body of this reply.
        case body(HTTPReply)
        /// The service takes it as a whole.
        case whole
    }

    /// What the service does with a response that comes in pieces.
    ///
    /// A function URL is taken to have the invoke mode `RESPONSE_STREAM`, and a REST API the response
    /// transfer mode `STREAM`: that is what the function is written for.
    func streaming(of contentType: String) -> Streaming {
        switch (service, Self.isStreamed(contentType)) {
        case (.functionURL, true), (.restAPI, true):
            return .head(HTTPPrelude(service: service))
        case (.functionURL, false):
            let fields = [(name: "Content-Type", value: contentType)]
            return .body(finish(HTTPReply(status: 200, fields: fields)))
        case (.restAPI, false), (.httpAPI, _), (.httpAPIInFormatOne, _), (.loadBalancer, _):
            return .whole
        }
    }

    /// What the client gets for what came of the invocation.
    func reply(to result: InvokeResult) -> HTTPReply {
        guard !result.isFailure else { return failure }
        return reply(to: .response(body: result.payload, contentType: result.contentType))
    }

    /// What the client gets where the function has not answered: it has crashed, or its time was up.
    var failure: HTTPReply { finish(.failed(service)) }

    /// Whether the media type of an answer says that it begins with the head of the response.
    static func isStreamed(_ contentType: String) -> Bool {
        contentType.lowercased().prefix { $0 != ";" && $0 != " " } == streamedType
    }

    /// The reply to an answer that has arrived whole though it could have come in pieces.
    private func streamedReply(to body: [UInt8]) -> HTTPReply {
        var prelude = HTTPPrelude(service: service)
        switch prelude.append(body) {
        case .complete(var reply, let rest):
            reply.body = rest
            return reply
        case .failed(let reply): return reply
        case .needsMore: return prelude.endedEarly()
        }
    }

    /// Adds what the service adds.
    func finish(_ reply: HTTPReply) -> HTTPReply {
        var reply = reply
        switch service {
        case .httpAPI, .httpAPIInFormatOne:
            reply.fields.append(("apigw-requestid", call.apiRequestID))
        case .restAPI:
            reply.fields.append(("x-amzn-RequestId", call.requestID))
            reply.fields.append(("x-amz-apigw-id", call.apiRequestID))
        case .functionURL: reply.fields.append(("x-amzn-RequestId", call.requestID))
        case .loadBalancer: break
        }
        return reply
    }
}
#endif
