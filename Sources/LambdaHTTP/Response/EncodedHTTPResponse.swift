import LambdaALBEvents
import LambdaAPIGatewayEvents
import LambdaAPIGatewayV2Events
import LambdaEventsShared
import LambdaFunctionURLEvents
import LambdaHTTPShared
import LambdaJSON

/// A response in the form that the source of its request expects.
///
/// Handlers have nothing to do with it: a ``LambdaHTTPHandler`` makes it of what they return.
public struct EncodedHTTPResponse: Encodable, Sendable {
    /// The response, with a `Set-Cookie` among its headers moved to its cookies.
    public let response: HTTPResponse

    private let form: HTTPRequest.Form

    /// Puts a response into the form for a request.
    ///
    /// - Parameters:
    ///   - response: The response.
    ///   - request: The request. One that was made for a test is taken for that of an HTTP API.
    public init(_ response: HTTPResponse, for request: HTTPRequest) {
        self.response = response.withCookiesApart
        form = request.form
    }

    /// Writes the response.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value, if the body is yet to be written, which
    ///   ``HTTPResponse/collected()`` does, or if there are more than 512 cookies for a load balancer without
    ///   multi-value headers.
    public func encode(to encoder: any Encoder) throws {
        let (body, isBase64Encoded) = try wireBody(encoder.codingPath)
        switch form {
        case .two:
            try APIGatewayV2Response(
                statusCode: response.statusCode,
                headers: response.headers,
                cookies: response.cookies,
                body: body,
                isBase64Encoded: isBase64Encoded
            ).encode(to: encoder)
        case .one:
            try APIGatewayResponse(
                statusCode: response.statusCode,
                headers: response.headers,
                multiValueHeaders: response.cookies.isEmpty
                    ? [:] : ["Set-Cookie": response.cookies],
                body: body,
                isBase64Encoded: isBase64Encoded
            ).encode(to: encoder)
        case .loadBalancer(let multiValue):
            try ALBResponse(
                statusCode: response.statusCode,
                statusDescription: ALBResponse.statusDescription(of: response.statusCode),
                headers: multiValue ? nil : singleHeaders(encoder.codingPath),
                multiValueHeaders: multiValue ? multipleHeaders : nil,
                body: body,
                isBase64Encoded: isBase64Encoded
            ).encode(to: encoder)
        }
    }

    private func wireBody(
        _ path: [any CodingKey]
    ) throws -> (text: String?, isBase64Encoded: Bool) {
        switch response.body {
        case .empty: return (nil, false)
        case .text(let text): return (text, false)
        case .bytes(let bytes): return (Base64.encode(bytes), true)
        case .stream:
            throw EncodingError.unencodable(HTTPResponse.self, .bodyInPieces, at: path)
        }
    }

    private var multipleHeaders: MultiValueHeaders {
        var headers = MultiValueHeaders(response.headers.map { ($0.name, [$0.value]) })
        if !response.cookies.isEmpty { headers["Set-Cookie"] += response.cookies }
        return headers
    }

    /// The headers, with a `Set-Cookie` for each cookie.
    private func singleHeaders(_ path: [any CodingKey]) throws -> HTTPHeaders {
        if let flaw = response.flawOfCookies(in: form) {
            throw EncodingError.unencodable(HTTPResponse.self, LambdaJSONError(flaw), at: path)
        }
        guard !response.cookies.isEmpty else { return response.headers }
        var headers = response.headers
        headers.setCookies(response.cookies)
        return headers
    }
}
