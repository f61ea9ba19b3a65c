import HTTPTypes
public import Hummingbird
public import LambdaHTTP
import LoggingBridge
import NIOCore

/// A function that answers HTTP requests with a router of Hummingbird, whichever service they come
/// through.
///
/// ```swift
/// @main
/// struct Shop: HummingbirdHandler {
///     let responder: any HTTPResponder<LambdaRequestContext>
///
///     init() {
///         let router = Router(context: LambdaRequestContext.self)
///         router.get("orders/{id}") { request, context in … }
///         responder = router.buildResponder()
///     }
/// }
/// ```
///
/// No server runs: the router is called in the process of the function, with the whole request, and its
/// response is collected before it is sent.
public protocol HummingbirdHandler: LambdaHTTPHandler {
    /// What answers requests: the responder that a router builds.
    var responder: any HTTPResponder<LambdaRequestContext> { get }
}

extension HummingbirdHandler {
    /// Lets the responder answer a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - context: What Lambda knows about the invocation.
    /// - Returns: The response of the responder.
    /// - Throws: Errors of the responder that are no responses.
    public func respond(
        to request: LambdaHTTP.HTTPRequest,
        context: LambdaContext
    ) async throws -> LambdaHTTP.HTTPResponse {
        let source = LambdaRequestContext.Source(request: request, lambda: context)
        let requestContext = LambdaRequestContext(source: source)
        let converted = Request(request)
        let response: Response
        do {
            response = try await responder.respond(to: converted, context: requestContext)
        } catch let error as any Hummingbird.HTTPResponseError {
            response = try error.response(from: converted, context: requestContext)
        }
        let body = CollectedBody()
        try await response.body.write(CollectedBody.Writer(body: body))
        return LambdaHTTP.HTTPResponse(response, body: body.bytes)
    }
}

extension Request {
    fileprivate init(_ request: LambdaHTTP.HTTPRequest) {
        var fields = HTTPFields()
        for (name, value) in request.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        if !request.cookies.isEmpty {
            fields[.cookie] = request.cookies.joined(separator: "; ")
        }
        let query = request.query.description
        let head = HTTPTypes.HTTPRequest(
            // A service refuses what is no method.
            method: .init(rawValue: request.method.rawValue) ?? .get,
            scheme: "https",
            authority: request.headers["Host"],
            path: query.isEmpty ? request.path : "\(request.path)?\(query)",
            headerFields: fields
        )
        self.init(head: head, body: RequestBody(buffer: ByteBuffer(bytes: request.bodyBytes ?? [])))
    }
}

extension LambdaHTTP.HTTPResponse {
    fileprivate init(_ response: Response, body: [UInt8]) {
        self.init(statusCode: response.status.code, body: .empty)
        for field in response.headers {
            switch field.name {
            case .setCookie: cookies.append(field.value)
            // The service counts for itself.
            case .contentLength: break
            default: headers.append(field.value, to: field.name.rawName)
            }
        }
        guard !body.isEmpty else { return }
        // Text as text: most services pass it on without the detour by Base64.
        self.body = String(validating: body, as: UTF8.self).map { .text($0) } ?? .bytes(body)
    }
}
