#if LOCAL_RUNNING
// The replies that the services make themselves, to the letter as far as it is known: clients may look
// at their bodies.
extension HTTPReply {
    /// The function has failed, or its answer is no response.
    static func failed(_ service: HTTPService, notes: [String] = []) -> Self {
        var reply =
            switch service {
            case .httpAPI, .httpAPIInFormatOne: json(500, #"{"message":"Internal Server Error"}"#)
            case .restAPI:
                json(
                    502,
                    #"{"message": "Internal server error"}"#,
                    errorType: "InternalServerErrorException"
                )
            case .functionURL: json(502, "Internal Server Error")
            case .loadBalancer: page(502, "Bad Gateway")
            }
        reply.notes = notes
        return reply
    }

    /// The request target is no path.
    static func badRequest(from service: HTTPService) -> Self {
        switch service {
        case .loadBalancer: page(400, "Bad Request")
        default: json(400, #"{"message":"Bad Request"}"#)
        }
    }

    /// The body does not fit into an event.
    static func tooLarge(from service: HTTPService) -> Self {
        var reply: Self
        switch service {
        case .loadBalancer:
            reply = page(413, "Request Entity Too Large")
            reply.notes = ["The body is too large. A load balancer takes 1 MB for a function."]
        default:
            reply = json(413, #"{"message":"Request Too Long"}"#)
            reply.notes = ["The event is too large. Lambda takes 6 MB, in Base64 4.5 MB."]
        }
        return reply
    }

    /// Too many requests wait already.
    static func busy(_ service: HTTPService) -> Self {
        switch service {
        case .loadBalancer: page(503, "Service Temporarily Unavailable")
        case .httpAPI, .httpAPIInFormatOne: json(503, #"{"message":"Service Unavailable"}"#)
        case .restAPI: json(429, #"{"message":"Too Many Requests"}"#)
        case .functionURL: json(429, #"{"Reason":"ConcurrentInvocationLimitExceeded"}"#)
        }
    }

    /// None of the routes is that of the request.
    static func noRoute(from service: HTTPService, method: String, routes: [String]) -> Self {
        var reply =
            service == .restAPI
            // It answers so to whoever asks for what it does not have.
            ? json(
                403,
                #"{"message":"Missing Authentication Token"}"#,
                errorType: "MissingAuthenticationTokenException"
            )
            : json(404, #"{"message":"Not Found"}"#)
        reply.notes = [
            "No route takes this request. There are: \(routes.joined(separator: ", "))."
        ]
        return reply
    }

    private static func json(_ status: Int, _ body: String, errorType: String? = nil) -> Self {
        var reply = Self(
            status: status,
            fields: [("Content-Type", "application/json")],
            body: Array(body.utf8)
        )
        if let errorType { reply.fields.append(("x-amzn-ErrorType", errorType)) }
        return reply
    }

    /// A page as load balancers make them.
    private static func page(_ status: Int, _ reason: String) -> Self {
        let title = "\(status) \(reason)"
        let lines = [
            "<html>", "<head><title>\(title)</title></head>", "<body>",
            "<center><h1>\(title)</h1></center>", "</body>", "</html>", "",
        ]
        return Self(
            status: status,
            fields: [("Server", "awselb/2.0"), ("Content-Type", "text/html")],
            body: Array(lines.joined(separator: "\r\n").utf8)
        )
    }
}
#endif
