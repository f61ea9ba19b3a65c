public import LambdaEvents

extension APIGatewayWebSocketRequest {
    /// Makes an event of a WebSocket API: a client connects, sends a message, or goes away.
    ///
    /// ```swift
    /// let joined = try APIGatewayWebSocketRequest.sample(.connect, query: ["room": "blue"])
    /// let said = try APIGatewayWebSocketRequest.sample(.message, body: Say("Hello"), routeKey: "say")
    /// let left = try APIGatewayWebSocketRequest.sample(.disconnect)
    /// ```
    ///
    /// - Parameters:
    ///   - eventType: What happened. The event has the members that belong to it.
    ///   - query: The parameters of the query with which the client connects, not encoded. Left out
    ///     of other events.
    ///   - headers: Headers with which the client connects, in place of the default ones of the same
    ///     name. Left out of other events.
    ///   - cookies: Cookies with which the client connects, by name. Left out of other events.
    ///   - body: The message: a `String` as it is, a `[UInt8]` in Base64, any other `Encodable` as
    ///     JSON. Left out of other events.
    ///   - routeKey: The key of the route that matches. The default is `$connect`, `$default` or
    ///     `$disconnect`.
    ///   - authorizer: What the authorizer found out when the client connected. The default is that
    ///     there is none.
    ///   - connectionID: The ID of the connection.
    ///   - disconnectStatusCode: The status with which the connection was closed. Left out of other
    ///     events.
    ///   - disconnectReason: Why the connection was closed. Left out of other events.
    ///   - stage: The stage.
    ///   - stageVariables: The variables of the stage.
    ///   - sourceIP: The address of the client.
    ///   - apiID: The ID of the API. The host follows from it.
    ///   - time: When the event came in. The client connected a second before.
    ///   - region: The region of the API.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the body does not encode.
    public static func sample(
        _ eventType: EventType = .message,
        query: KeyValuePairs<String, String> = [:],
        headers: KeyValuePairs<String, String> = [:],
        cookies: KeyValuePairs<String, String> = [:],
        body: any Encodable = "Hello",
        routeKey: String? = nil,
        authorizer: APIGatewayRequest.Authorizer? = nil,
        connectionID: String = "WuVvNcsQIAMCJPQ=",
        disconnectStatusCode: Int = 1005,
        disconnectReason: String = "Client-side close frame status not set",
        stage: String = "prod",
        stageVariables: [String: String] = [:],
        sourceIP: String = "203.0.113.10",
        apiID: String = "a1b2c3d4e5",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1
    ) throws -> APIGatewayWebSocketRequest {
        let domain = "\(apiID).execute-api.\(region.domain)"
        let isMessage = eventType == .message
        let request = try SampleHTTPRequest(
            "/",
            query,
            headers,
            cookies,
            isMessage ? body : nil,
            host: domain,
            sourceIP: sourceIP,
            time: time
        )
        let isConnect = eventType == .connect
        let isDisconnect = eventType == .disconnect
        let closing: KeyValuePairs = [
            "Host": domain, "x-api-key": "", "X-Forwarded-For": "", "x-restapi": "",
        ]
        let key = isConnect ? "$connect" : isDisconnect ? "$disconnect" : "$default"
        return APIGatewayWebSocketRequest(
            headers: isConnect
                ? request.lastHeaders()
                : isDisconnect ? HTTPHeaders(closing.map { ($0, $1) }) : [:],
            multiValueHeaders: isConnect
                ? request.multiValueHeaders()
                : isDisconnect ? MultiValueHeaders(closing.map { ($0, [$1]) }) : [:],
            queryStringParameters: isConnect ? request.lastQuery : [:],
            multiValueQueryStringParameters: isConnect ? request.multiValueQuery : [:],
            stageVariables: stageVariables,
            requestContext: Context(
                apiID: apiID,
                authorizer: authorizer,
                connectedAt: (time - .seconds(1)).asMilliseconds,
                connectionID: connectionID,
                disconnectReason: isDisconnect ? disconnectReason : nil,
                disconnectStatusCode: isDisconnect ? disconnectStatusCode : nil,
                domainName: domain,
                eventType: eventType,
                extendedRequestID: "WuVvOHHOIAMEb3A=",
                identity: APIGatewayRequest.Identity(
                    sourceIP: sourceIP,
                    userAgent: request.userAgent
                ),
                messageID: isMessage ? "WuVvOcBnoAMCJPQ=" : nil,
                requestID: "WuVvOHHOIAMEb3A=",
                requestTime: time.inAccessLog,
                requestTimeEpoch: time.asMilliseconds,
                routeKey: routeKey ?? key,
                stage: stage
            ),
            body: request.body,
            isBase64Encoded: request.isBase64Encoded
        )
    }
}
