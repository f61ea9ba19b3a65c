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
    /// `nil` if there is none, or more than one. Browsers cannot send headers with a WebSocket, and put it into
    /// the query.
    var token: String? {
        switch self {
        case .token(let request): return request.bearerToken
        case .request(let request):
            // The query decides, and the header only where it has no token: the template names the query as
            // identity source, by which API Gateway keeps the answer. If a header could let somebody in, its
            // answer would be kept for the token in the query, and let in whoever sends that one next.
            let tokens = request.queryValues(named: "token")
            guard tokens.count <= 1 else { return nil }
            return tokens.first ?? request.header(named: "X-Token")
        }
    }

    var methodARN: APIGatewayMethodARN {
        switch self {
        case .token(let request): request.methodARN
        case .request(let request): request.methodARN
        }
    }
}
