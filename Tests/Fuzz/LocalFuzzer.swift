import LambdaEmulator
import LambdaJSON

@testable import LambdaLocal

// Feeds what libFuzzer makes up to what local running reads: HTTP requests that become events, answers and heads
// that become responses, calls of the Invoke API, Base64. Nothing may crash, whatever becomes an event is JSON, and
// nothing that a function says can end a header and begin another.

func require(_ condition: Bool, _ promise: String) {
    if !condition { fatalError(promise) }
}

private let services: [HTTPService] = [
    .httpAPI, .restAPI, .functionURL, .loadBalancer(multiValue: false),
    .loadBalancer(multiValue: true),
]

private func call() -> HTTPFront.Call {
    HTTPFront.Call(requestID: "id", traceID: "Root=1-0-0", epochMilliseconds: 1_700_000_000_000)
}

/// A request as the first line, the fields and the body of a text are.
private func request(_ bytes: [UInt8]) -> ServerRequest {
    let lines = bytes.split(separator: 0x0A, maxSplits: 24, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    let words = (lines.first ?? "").split(separator: " ", maxSplits: 1)
    var request = ServerRequest(
        method: words.first.map { String($0) } ?? "GET",
        target: words.count > 1 ? String(words[1]) : "/"
    )
    for (index, line) in lines.enumerated().dropFirst() {
        guard let colon = line.firstIndex(of: ":") else {
            request.body = lines[index...].flatMap { Array($0.utf8) }
            break
        }
        request.fields.append((String(line[..<colon]), String(line[line.index(after: colon)...])))
    }
    return request
}

private func check(_ reply: HTTPReply) {
    require(200...599 ~= reply.status, "A status is no final one")
    for field in reply.fields {
        require(HTTPAnswer.isToken(field.name), "A name is no token")
        let isClean = field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
        require(isClean, "A value ends its field")
    }
    for note in reply.notes { require(!note.utf8.contains(0x0A), "A note has two lines") }
}

private func checkFront(_ request: ServerRequest) {
    for service in services {
        var fronts = [HTTPFront(service)]
        if let route = HTTPRoute("\(request.method) \(request.target)") {
            fronts.append(HTTPFront(service, routes: [route]))
        }
        for front in fronts {
            switch front.accept(request, as: call()) {
            case .refused(let reply): check(reply)
            case .event(let exchange):
                let event = try? LambdaJSONDecoder().decode(JSONValue.self, from: exchange.event)
                guard case .object = event else { fatalError("An event is no object") }
            }
        }
    }
}

private func checkPrelude(_ bytes: [UInt8], _ piece: Int) {
    /// What reading it in pieces comes to: the status and the rest.
    func read(_ size: Int) -> (status: Int, rest: [UInt8])? {
        var prelude = HTTPPrelude(service: .functionURL)
        var rest: [UInt8] = []
        var status: Int?
        var at = 0
        while at < bytes.count {
            let part = Array(bytes[at..<min(at + size, bytes.count)])
            at += part.count
            guard status == nil else {
                rest += part
                continue
            }
            switch prelude.append(part) {
            case .needsMore: break
            case .complete(let reply, let beginning):
                check(reply)
                (status, rest) = (reply.status, beginning)
            case .failed(let reply):
                check(reply)
                return (reply.status, [])
            }
        }
        return status.map { ($0, rest) }
    }
    let (whole, cut) = (read(max(1, bytes.count)), read(piece))
    require(whole?.status == cut?.status, "A head depends on how it was cut")
    require(whole?.rest == cut?.rest, "A body depends on how its head was cut")
}

private func checkInvokeCall(_ request: ServerRequest, streams: Bool) {
    do throws(InvokeFault) {
        let call = try InvokeCall(
            request,
            streams: streams,
            function: request.target,
            served: ServedFunction(name: "f")
        )
        require(call.kind != .event || !streams, "An event is streamed")
    } catch {
        let answer = try? LambdaJSONDecoder().decode(JSONValue.self, from: error.answer.body)
        guard case .object = answer else { fatalError("A refusal is no object") }
    }
    _ = InvokeRoute(path: request.path)
}

private func checkBase64(_ bytes: [UInt8]) {
    require(Base64.decode(Base64.encode(bytes)) == bytes, "Base64 does not come back")
    if let decoded = Base64.decode(String(decoding: bytes, as: UTF8.self)) {
        require(Base64.decode(Base64.encode(decoded)) == decoded, "Base64 has two readings")
    }
    let message = EventStream.payloadChunk(bytes)
    require(message.count > bytes.count + 16, "A message is too short")
    let sum = message.suffix(4).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    require(CRC32.checksum(message.dropLast(4).map { $0 }) == sum, "A checksum is wrong")
}

/// The function that libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    // The last byte says what it is to be.
    guard let way = input.last else { return 0 }
    let bytes = Array(input.dropLast())
    switch way % 5 {
    case 0: checkFront(request(bytes))
    case 1: checkPrelude(bytes, Int(way / 5) % 17 + 1)
    case 2: for service in services { check(HTTPAnswer(service: service).reply(to: bytes)) }
    case 3: checkInvokeCall(request(bytes), streams: way & 16 != 0)
    default: checkBase64(bytes)
    }
    return 0
}
