import LambdaEventsCoding

// API Gateway always sends a context and an identity, but none of their members is in every event:
// people who type events by hand leave out what they do not need. Where the whole object is missing,
// or null, it is the one without members, which spares handlers two unwrappings.
extension KeyedDecodingContainer {
    func decode(
        _ type: APIGatewayRequest.Context.Type,
        forKey key: Key
    ) throws -> APIGatewayRequest.Context {
        _ = try decodeIfPresent(LoadBalancerRefusal.self, forKey: key)
        return try decodeIfPresent(type, forKey: key) ?? APIGatewayRequest.Context()
    }

    func decode(
        _ type: APIGatewayRequest.Identity.Type,
        forKey key: Key
    ) throws -> APIGatewayRequest.Identity {
        try decodeIfPresent(type, forKey: key) ?? APIGatewayRequest.Identity()
    }
}

/// A request of a load balancer has a method and a path like one of API Gateway, and differs in its
/// context.
private struct LoadBalancerRefusal: Decodable {
    init(from decoder: any Decoder) throws {
        try decoder.refuse(having: "elb")
    }
}
