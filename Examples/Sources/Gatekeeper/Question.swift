import LambdaAuthorizerEvents

/// A question about a token, or about a whole request.
enum Question: Decodable, Sendable {
    case token(APIGatewayTokenAuthorizerRequest)
    case request(APIGatewayRequestAuthorizerRequest)

    private enum CodingKeys: CodingKey {
        case type
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(APIGatewayAuthorizerType.self, forKey: .type) {
        case .token: self = .token(try APIGatewayTokenAuthorizerRequest(from: decoder))
        default: self = .request(try APIGatewayRequestAuthorizerRequest(from: decoder))
        }
    }

    /// The token of the client.
    ///
    /// `nil` if there is none. Browsers cannot send headers with a WebSocket, and put it into the query.
    var token: String? {
        switch self {
        case .token(let request): request.bearerToken
        case .request(let request):
            request.header(named: "X-Token") ?? request.queryValues(named: "token").first
        }
    }

    var methodARN: APIGatewayMethodARN {
        switch self {
        case .token(let request): request.methodARN
        case .request(let request): request.methodARN
        }
    }
}
