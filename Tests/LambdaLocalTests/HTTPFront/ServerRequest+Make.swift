#if LOCAL_RUNNING
import LambdaEmulator
import LambdaJSON
import Testing

@testable import LambdaLocal

extension ServerRequest {
    static func make(
        _ method: String = "GET",
        _ target: String = "/",
        _ fields: [HTTPReply.Field] = [("Host", "127.0.0.1:9000"), ("User-Agent", "curl/8.7.1")],
        body: [UInt8] = []
    ) -> Self {
        Self(method: method, target: target, fields: fields, body: body)
    }
}

extension HTTPFront.Call {
    /// A call on 1 March 2026 at noon.
    static var make: Self {
        var call = Self(
            requestID: "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
            traceID: "Root=1-69a42c80-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=0",
            epochMilliseconds: 1_772_366_400_250
        )
        call.apiRequestID = "JKJaXmPLvHcESHA="
        return call
    }
}

extension HTTPFront {
    /// Makes a request an event.
    func exchange(_ request: ServerRequest) throws -> HTTPExchange {
        guard case .event(let exchange) = accept(request, as: .make) else {
            throw Refused()
        }
        return exchange
    }

    /// Makes a request an event and decodes that.
    func event<Event: Decodable>(
        _ request: ServerRequest,
        as type: Event.Type = Event.self
    ) throws -> Event {
        try LambdaJSONDecoder().decode(type, from: exchange(request).event)
    }

    /// The reply that the service makes by itself.
    func refusal(_ request: ServerRequest) -> HTTPReply? {
        guard case .refused(let reply) = accept(request, as: .make) else { return nil }
        return reply
    }

    /// The reply to an answer of the function.
    func reply(
        _ answer: String,
        to request: ServerRequest = .make(),
        contentType: String = "application/json"
    ) throws -> HTTPReply {
        try exchange(request).reply(
            to: .response(body: Array(answer.utf8), contentType: contentType)
        )
    }

    private struct Refused: Error {}
}

extension HTTPReply {
    var text: String { String(decoding: body, as: UTF8.self) }

    func values(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name }.map(\.value)
    }
}
#endif
