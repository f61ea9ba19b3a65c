#if LOCAL_RUNNING
import LambdaJSON

extension HTTPAnswer {
    /// The status and the header fields of a response.
    func head(
        _ members: [String: JSONValue],
        isStreamed: Bool = false
    ) throws(Flaw) -> HTTPReply {
        var reply = HTTPReply(status: try status(members["statusCode"]))
        let single = try headers(members["headers"])
        let multiple = try multiValueHeaders(members["multiValueHeaders"])
        let cookies = try cookies(members["cookies"])
        switch service {
        case .httpAPI, .functionURL:
            reply.fields = single
            if isStreamed {
                reply.fields += multiple
            } else if !multiple.isEmpty {
                reply.notes.append(
                    "multiValueHeaders is left out: it belongs to REST APIs and load balancers. "
                        + "Join the values with commas in headers, and set cookies through cookies."
                )
            }
            reply.fields += cookies
        case .restAPI, .httpAPIInFormatOne:
            // A pair that stands in both is sent once.
            let rest = single.filter { field in
                !multiple.contains {
                    $0.name.lowercased() == field.name.lowercased() && $0.value == field.value
                }
            }
            reply.fields = multiple + rest + (isStreamed ? cookies : [])
        case .loadBalancer(let multiValue):
            reply.fields = multiValue ? multiple : single
            let (wanted, other) =
                multiValue ? ("multiValueHeaders", "headers") : ("headers", "multiValueHeaders")
            if (multiValue ? multiple : single).isEmpty, !(multiValue ? single : multiple).isEmpty {
                throw Flaw(
                    "The answer has \(other). A load balancer whose target group has multi-value headers "
                        + "\(multiValue ? "enabled" : "disabled") expects \(wanted)."
                )
            }
            if !cookies.isEmpty {
                reply.notes.append(
                    "cookies is left out: a load balancer takes cookies as Set-Cookie in \(wanted)."
                )
            }
        }
        reply.fields = reply.fields.compactMap(passedOn)
        return reply
    }

    private func status(_ value: JSONValue?) throws(Flaw) -> Int {
        var status = value?.intValue
        // API Gateway takes the digits in a string, too: AWS's own blueprints send them so.
        if case .string(let text) = value, service.isHTTPAPI || service == .restAPI {
            status = Int(text)
        }
        guard let status else {
            throw Flaw("statusCode is \(value?.kind ?? "missing"). Expected a whole number.")
        }
        // 1xx is no final response (RFC 9110 section 15.2): the client would wait for another one.
        guard 200...599 ~= status else {
            throw Flaw("statusCode is \(status). Expected 200 to 599.")
        }
        return status
    }

    private func headers(_ value: JSONValue?) throws(Flaw) -> [HTTPReply.Field] {
        var fields: [HTTPReply.Field] = []
        for (name, value) in try members(of: value, named: "headers") {
            fields.append(try field(name, value, in: "headers"))
        }
        return fields
    }

    private func multiValueHeaders(_ value: JSONValue?) throws(Flaw) -> [HTTPReply.Field] {
        var fields: [HTTPReply.Field] = []
        for (name, values) in try members(of: value, named: "multiValueHeaders") {
            guard case .array(let values) = values else {
                throw Flaw(
                    "The header \(Self.quoted(name)) in multiValueHeaders is \(values.kind). "
                        + "Expected an array of strings."
                )
            }
            for value in values { fields.append(try field(name, value, in: "multiValueHeaders")) }
        }
        return fields
    }

    private func cookies(_ value: JSONValue?) throws(Flaw) -> [HTTPReply.Field] {
        switch value {
        case nil, .null: return []
        case .array(let cookies):
            var fields: [HTTPReply.Field] = []
            for cookie in cookies { fields.append(try field("Set-Cookie", cookie, in: "cookies")) }
            return fields
        case .some(let value):
            throw Flaw("cookies is \(value.kind). Expected an array of strings.")
        }
    }

    /// The members of an object, sorted by name: JSON gives them no order.
    private func members(
        of value: JSONValue?,
        named name: String
    ) throws(Flaw) -> [(name: String, value: JSONValue)] {
        switch value {
        case nil, .null: return []
        case .object(let members):
            return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        case .some(let value): throw Flaw("\(name) is \(value.kind). Expected an object.")
        }
    }

    /// Makes a header field of a member.
    ///
    /// A name that is no token or a value with control characters could end the field and begin another, or
    /// the body: it makes the answer no response.
    private func field(
        _ name: String,
        _ value: JSONValue,
        in member: String
    ) throws(Flaw) -> HTTPReply.Field {
        guard Self.isToken(name) else {
            throw Flaw(
                "\(member) has a name that no header can have: letters, digits and hyphens are safe."
            )
        }
        let text: String
        switch value {
        case .string(let value): text = value
        case .number(let value): text = value.description
        case .bool(let value): text = value ? "true" : "false"
        case .null, .array, .object:
            throw Flaw(
                "The header \(Self.quoted(name)) in \(member) is \(value.kind). Expected a string."
            )
        }
        // RFC 9110 section 5.5.
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
        guard isClean else {
            throw Flaw(
                "The header \(Self.quoted(name)) in \(member) has a line break or another control "
                    + "character in its value."
            )
        }
        return (name, text)
    }

    /// A field as the service passes it on.
    ///
    /// `nil` for what frames the message: that is the service's own.
    private func passedOn(_ field: HTTPReply.Field) -> HTTPReply.Field? {
        switch field.name.lowercased() {
        case "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade": nil
        // A REST API keeps these names for itself:
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
        case "authorization", "connection", "content-length", "content-md5", "date", "host",
            "max-forwards", "server", "user-agent", "www-authenticate":
            if service == .restAPI {
                ("x-amzn-Remapped-" + field.name, field.value)
            } else {
                ["connection", "content-length"].contains(field.name.lowercased()) ? nil : field
            }
        default: field
        }
    }
}
#endif
