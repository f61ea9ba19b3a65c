#if LOCAL_RUNNING
import LambdaEmulator

/// A request on its way to becoming an event.
struct HTTPEventSource {
    let service: HTTPService
    let request: ServerRequest
    /// The path as it was sent.
    let path: String
    /// The query as it was sent, without its question mark.
    let query: String
    let match: HTTPRoute.Match
    let call: HTTPFront.Call

    /// The account that AWS's documentation uses.
    static let account = "123456789012"
    /// The id of the API or of the URL, which is not on AWS.
    static let apiID = "local"

    var event: OrderedJSON {
        switch service {
        case .httpAPI, .functionURL: formatTwo
        case .restAPI, .httpAPIInFormatOne: formatOne
        case .loadBalancer(let multiValue): loadBalancer(multiValue: multiValue)
        }
    }

    /// The X-Ray trace header: that of the client, if it has sent one.
    var traceID: String {
        request.values("x-amzn-trace-id").first { $0.hasPrefix("Root=") } ?? call.traceID
    }

    /// What the developer should know about the event.
    var notes: [String] {
        guard service == .restAPI, isBase64Encoded else { return [] }
        return [
            "The body is not UTF-8, so the event has it in Base64. A REST API does that only if its binary "
                + "media types contain the content type of the request, and damages the body otherwise."
        ]
    }
}

// MARK: - Headers

extension HTTPEventSource {
    /// The header fields as the service hands them on, in their order.
    var fields: [HTTPReply.Field] {
        var fields = request.fields.filter { !isHeldBack($0.name.lowercased()) }
        if request.values("host").isEmpty { add("Host", request.host, to: &fields) }
        if hasContentLength { add("Content-Length", String(request.body.count), to: &fields) }
        // Every service appends the address that it sees to those that it is told.
        let addresses = request.values("x-forwarded-for") + [request.sourceIP]
        add("X-Forwarded-For", addresses.joined(separator: ", "), to: &fields)
        // What the client says stays: there can be another proxy in front, with TLS. AWS's services have
        // the last word here.
        if request.values("x-forwarded-port").isEmpty {
            add("X-Forwarded-Port", String(call.port), to: &fields)
        }
        if request.values("x-forwarded-proto").isEmpty {
            add("X-Forwarded-Proto", "http", to: &fields)
        }
        if request.values("x-amzn-trace-id").isEmpty {
            add("X-Amzn-Trace-Id", String(traceID.prefix { $0 != ";" }), to: &fields)
        }
        // Format 1.0 leaves the case of names.
        guard service != .restAPI, service != .httpAPIInFormatOne else { return fields }
        return fields.map { ($0.name.lowercased(), $0.value) }
    }

    private func add(_ name: String, _ value: String, to fields: inout [HTTPReply.Field]) {
        fields.append((name, value))
    }

    /// Whether a field of the request is left out, or written anew.
    private func isHeldBack(_ name: String) -> Bool {
        switch name {
        // Between two neighbours (RFC 9110 section 7.6.1); a load balancer shows the one that it reads most.
        case "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
            "expect":
            true
        case "connection":
            if case .loadBalancer = service { false } else { true }
        case "content-length", "x-forwarded-for": true
        // Format 2.0 of an HTTP API moves them to `cookies`; a function URL has them in both places.
        case "cookie": service == .httpAPI
        default: false
        }
    }

    /// An HTTP API always writes the length, a REST API never does, and the others if there is a body.
    private var hasContentLength: Bool {
        switch service {
        case .httpAPI, .httpAPIInFormatOne: true
        case .restAPI: false
        case .functionURL, .loadBalancer:
            !request.body.isEmpty || !request.values("content-length").isEmpty
        }
    }

    /// The fields with all the values of each, under the first spelling of its name.
    var groupedFields: [(name: String, values: [String])] {
        var groups: [(name: String, values: [String])] = []
        var places: [String: Int] = [:]
        for field in fields {
            if let index = places[field.name.lowercased()] {
                groups[index].values.append(field.value)
            } else {
                places[field.name.lowercased()] = groups.count
                groups.append((field.name, [field.value]))
            }
        }
        return groups
    }

    /// The fields with the last of the values of each.
    var lastFields: [(name: String, value: String)] {
        groupedFields.map { ($0.name, $0.values.last ?? "") }
    }

    var userAgent: String? { request.values("user-agent").last }

    /// The cookies of all `Cookie` fields, each as `name=value`.
    var cookies: [String] {
        request.values("cookie").flatMap { $0.split(separator: ";") }.compactMap { cookie in
            let cookie = cookie.drop { $0 == " " }
            return cookie.isEmpty ? nil : String(cookie)
        }
    }
}

// MARK: - Body

extension HTTPEventSource {
    /// The body as the event has it.
    ///
    /// `nil` if the request has none.
    var body: String? {
        guard !request.body.isEmpty else { return nil }
        guard !isBase64Encoded else { return Base64.encode(request.body) }
        return String(decoding: request.body, as: UTF8.self)
    }

    /// A boolean value indicating whether the body goes into the event in Base64.
    ///
    /// Load balancers are documented to send as text what is `text/*`, JSON, JavaScript or XML and not
    /// compressed; HTTP APIs and function URLs do the same, and HTML forms are therefore not text.
    /// A REST API goes by its list of binary media types, which is unknown here.
    var isBase64Encoded: Bool {
        guard !request.body.isEmpty else { return false }
        let isUTF8 = String(validating: request.body, as: UTF8.self) != nil
        guard service != .restAPI else { return !isUTF8 }
        return !isUTF8 || !hasTextType || !request.values("content-encoding").isEmpty
    }

    private var hasTextType: Bool {
        let type = (request.values("content-type").last ?? "").lowercased()
            .prefix { $0 != ";" && $0 != " " && $0 != "\t" }
        let texts = ["application/json", "application/javascript", "application/xml"]
        return type.hasPrefix("text/") || texts.contains(String(type))
    }
}
#endif
