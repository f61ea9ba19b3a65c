#if LOCAL_RUNNING
import LambdaEmulator
import LambdaJSON

/// Reads what a function answers to an HTTP event, as strictly as the service between it and the client.
struct HTTPAnswer {
    let service: HTTPService

    /// Why an answer is no response, in one line for the developer.
    struct Flaw: Error {
        let note: String

        init(_ note: String) { self.note = note }
    }

    /// The largest answer that a load balancer takes: 1 MB.
    private static let largestForLoadBalancer = 1024 * 1024

    /// The reply to an answer, or to one that is no response.
    func reply(to answer: [UInt8]) -> HTTPReply {
        do {
            return try response(answer)
        } catch {
            return .failed(service, notes: [error.note])
        }
    }

    private func response(_ answer: [UInt8]) throws(Flaw) -> HTTPReply {
        if case .loadBalancer = service, answer.count > Self.largestForLoadBalancer {
            throw Flaw(
                "The answer has \(answer.count) bytes. A load balancer takes at most 1,048,576."
            )
        }
        let value = try? LambdaJSONDecoder().decode(JSONValue.self, from: answer)
        if let members = value?.objectValue, members["statusCode"] != nil {
            return try complete(members)
        }
        guard service == .httpAPI || service == .functionURL else {
            let found =
                switch value {
                case nil: "is not JSON"
                case .object: "has no statusCode"
                case .some(let value): "is \(value.kind)"
                }
            throw Flaw(
                "The answer \(found). \(capitalizedTitle) expects an object with statusCode, "
                    + "\(usesMultiValueHeaders ? "multiValueHeaders" : "headers"), body and isBase64Encoded."
            )
        }
        return inferred(from: value, answer)
    }

    /// The response that stands for an answer which does not say that it is one: its body.
    private func inferred(from value: JSONValue?, _ answer: [UInt8]) -> HTTPReply {
        var reply = HTTPReply(
            status: 200,
            fields: [("Content-Type", "application/json")],
            body: answer
        )
        switch value {
        // By the examples of the guides an HTTP API takes the text out of the JSON, and a function URL does not.
        case .string(let text) where service == .httpAPI: reply.body = Array(text.utf8)
        case nil where answer.isEmpty: break
        case nil:
            reply.notes = [
                "The answer is not JSON. It is sent as the body of a response with status 200, of the type "
                    + "application/json."
            ]
        default: break
        }
        return reply
    }

    /// The response that an object with a status describes.
    private func complete(_ members: [String: JSONValue]) throws(Flaw) -> HTTPReply {
        var reply = try head(members)
        if service == .restAPI {
            let known = ["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"]
            if let other = members.keys.filter({ !known.contains($0) }).min() {
                throw Flaw(
                    "The answer has a member \(Self.quoted(other)). A REST API refuses members other "
                        + "than statusCode, headers, multiValueHeaders, body and isBase64Encoded."
                )
            }
        }
        reply.body = try body(members)
        let hasType = reply.fields.contains { $0.name.lowercased() == "content-type" }
        if !hasType, !reply.body.isEmpty, let type = defaultType {
            reply.fields.append(("Content-Type", type))
        }
        return reply
    }

    /// The media type of a response that does not name one.
    private var defaultType: String? {
        switch service {
        case .httpAPI, .httpAPIInFormatOne: "text/plain; charset=utf-8"
        case .restAPI, .functionURL: "application/json"
        case .loadBalancer: nil
        }
    }

    private func body(_ members: [String: JSONValue]) throws(Flaw) -> [UInt8] {
        let isBase64Encoded: Bool
        switch members["isBase64Encoded"] {
        case nil, .null: isBase64Encoded = false
        case .bool(let value): isBase64Encoded = value
        case .some(let value):
            throw Flaw("isBase64Encoded is \(value.kind). Expected a Boolean.")
        }
        switch members["body"] {
        case nil: return []
        case .null:
            // Seen in its access logs as LambdaInvalidResponse.
            guard case .loadBalancer = service else { return [] }
            throw Flaw("body is null. A load balancer expects a string, or no such member.")
        case .string(let text):
            guard isBase64Encoded else { return Array(text.utf8) }
            guard let bytes = Base64.decode(text) else {
                throw Flaw("body is not Base64, though isBase64Encoded is true.")
            }
            return bytes
        case .some(let value): throw Flaw("body is \(value.kind). Expected a string.")
        }
    }
}

extension HTTPAnswer {
    /// The head of a response that is streamed, from its JSON.
    func streamedHead(_ json: [UInt8]) throws(Flaw) -> HTTPReply {
        guard let value = try? LambdaJSONDecoder().decode(JSONValue.self, from: json),
            var members = value.objectValue
        else {
            throw Flaw("The head of the streamed answer is not a JSON object.")
        }
        if members["statusCode"] == nil { members["statusCode"] = 200 }
        return try head(members, isStreamed: true)
    }

    /// Names a member or a header, as long as it can do no harm on a terminal.
    static func quoted(_ name: String) -> String {
        isToken(name) && name.utf8.count <= 128 ? "\"\(name)\"" : "with an unusual name"
    }

    /// Whether a name can be that of a header: RFC 9110 section 5.6.2.
    static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    var usesMultiValueHeaders: Bool { service == .loadBalancer(multiValue: true) }

    private var capitalizedTitle: String {
        service.title.prefix(1).uppercased() + service.title.dropFirst()
    }
}

extension JSONValue {
    /// What the value is, for a message.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a Boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
#endif
