#if LOCAL_RUNNING
import LambdaEmulator

/// What a service does between an HTTP client and a function: requests become events, answers become
/// responses.
///
/// It does what API Gateway, function URLs and load balancers do, and knows no socket:
///
/// ```swift
/// switch front.accept(request, as: call) {
/// case .event(let exchange):
///     // Invoke the function with exchange.event, and then:
///     let reply = exchange.reply(to: outcome)
/// case .refused(let reply):
///     // The service answers by itself: there is no such route, or the body is too large.
/// }
/// ```
struct HTTPFront: Sendable {
    let service: HTTPService
    /// The routes of the API.
    ///
    /// Empty for one that takes every request.
    let routes: [HTTPRoute]

    init(_ service: HTTPService, routes: [HTTPRoute] = []) {
        self.service = service
        self.routes = service.hasRoutes ? routes : []
    }

    /// What becomes of a request.
    enum Acceptance: Sendable {
        /// The function is to be invoked.
        case event(HTTPExchange)
        /// The service answers by itself.
        case refused(HTTPReply)
    }

    /// What there is to say about a call beside its request.
    struct Call: Sendable {
        /// The id of the invocation.
        var requestID: String
        /// The X-Ray trace header of the invocation.
        var traceID: String
        /// When the request came in: milliseconds since 1970.
        var epochMilliseconds: Int64
        /// The port that the client connected to.
        var port: UInt16 = 9000
        /// The id that API Gateway gives the request.
        var apiRequestID = Self.makeAPIRequestID()

        init(requestID: String, traceID: String, epochMilliseconds: Int64) {
            self.requestID = requestID
            self.traceID = traceID
            self.epochMilliseconds = epochMilliseconds
        }

        /// An id as API Gateway makes them: 15 characters of Base64 and the padding.
        private static func makeAPIRequestID() -> String {
            let bytes = (0..<11).map { _ in UInt8.random(in: 0...255) }
            return Base64.encode(bytes)
        }
    }

    /// The largest event: 6 MiB.
    private static let largestEvent = 6 * 1024 * 1024
    /// The largest body that a load balancer takes for a function: 1 MB.
    private static let largestLoadBalancerBody = 1024 * 1024
}

extension HTTPFront {
    /// Makes a request an event.
    func accept(_ request: ServerRequest, as call: Call) -> Acceptance {
        guard let (path, query) = request.pathAndQuery else {
            return .refused(.badRequest(from: service))
        }
        guard let match = match(method: request.method, path: path) else {
            return .refused(
                .noRoute(from: service, method: request.method, routes: routes.map(\.key))
            )
        }
        if case .loadBalancer = service, request.body.count > Self.largestLoadBalancerBody {
            return .refused(.tooLarge(from: service))
        }
        let source = HTTPEventSource(
            service: service,
            request: request,
            path: path,
            query: query,
            match: match,
            call: call
        )
        let event = source.event.bytes
        guard event.count <= Self.largestEvent else {
            return .refused(.tooLarge(from: service))
        }
        return .event(
            HTTPExchange(
                service: service,
                event: event,
                traceID: source.traceID,
                call: call,
                notes: source.notes
            )
        )
    }

    private func match(method: String, path: String) -> HTTPRoute.Match? {
        HTTPRoute.best(
            among: routes.isEmpty ? everything : routes,
            method: method,
            path: path,
            ignoresTrailingSlash: service == .restAPI
        )
    }

    /// The routes of an API that has one function behind it: the default route of an HTTP API, a proxy
    /// resource and the root of a REST API.
    private var everything: [HTTPRoute] {
        let keys = service == .restAPI ? ["ANY /", "ANY /{proxy+}"] : ["$default"]
        return keys.compactMap { HTTPRoute($0) }
    }
}
#endif
