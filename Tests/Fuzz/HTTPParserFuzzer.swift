@testable import LambdaTransport

// Feeds what libFuzzer makes up to the HTTP parser, once in one piece and twice cut up, the second time with its
// body taken as it comes. Beyond not to crash, and not to read a byte that is not there, it must come to the same
// message each time.

func require(_ condition: Bool, _ promise: String) {
    if !condition { fatalError(promise) }
}

/// What parsing came to: the parts of the message, or the reason for which it was refused.
private enum Result: Equatable {
    case message([[UInt8]])
    case incomplete
    case refused
}

private func parse(
    _ input: UnsafeRawBufferPointer,
    _ role: HTTPParser.Role,
    closes: Bool,
    piece: Int,
    takesBody: Bool = false
) -> Result {
    var buffer = ReceiveBuffer()
    var parser = HTTPParser(role: role, bodyLimit: 100_000)
    var start = 0
    var taken: [UInt8] = []
    do throws(HTTPError) {
        while start < input.count {
            let end = min(input.count, start + piece)
            require(buffer.reserve(end - start), "There is no memory")
            buffer.free.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[start..<end]))
            buffer.append(count: end - start)
            start = end
            let progress = try parser.advance(&buffer)
            if case .needs(let count) = progress { require(count > 0, "Nothing is needed") }
            if takesBody {
                taken += buffer.bytes[parser.body]
                parser.dropBody(&buffer)
                require(taken.count <= 100_000, "A body is larger than its message")
            }
        }
        if closes { try parser.endOfStream() }
    } catch {
        require(error.description.hasSuffix(")."), "A reason has no clause")
        return .refused
    }
    guard parser.isComplete else { return .incomplete }
    let bytes = buffer.bytes
    func part(_ range: Range<Int>) -> [UInt8] {
        require(range.upperBound <= parser.messageLength, "A part is beyond the message")
        return Array(bytes[range])
    }
    var parts = [part(parser.method), part(parser.target), taken + part(parser.body)]
    for field in parser.fields + parser.trailers { parts += [part(field.name), part(field.value)] }
    parts.append([parser.keepsAlive ? 1 : 0, UInt8(truncatingIfNeeded: parser.status)])
    return .message(parts)
}

/// The function that libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeRawBufferPointer(start: start, count: count)
    // The last byte says how to go about it, so that messages can be told apart by their start.
    guard let way = input.last else { return 0 }
    let message = UnsafeRawBufferPointer(rebasing: input.dropLast())
    let role: HTTPParser.Role = way & 1 == 0 ? .response : .request
    let closes = way & 2 != 0
    let whole = parse(message, role, closes: closes, piece: max(1, message.count))
    let cut = parse(message, role, closes: closes, piece: Int(way >> 2) % 17 + 1)
    require(whole == cut, "The message depends on how it was cut")
    let pieces = parse(
        message,
        role,
        closes: closes,
        piece: Int(way >> 2) % 17 + 1,
        takesBody: true
    )
    // A body that is too large is refused by whoever takes it.
    if whole != .refused || pieces == .refused {
        require(whole == pieces, "The message depends on whether its body was taken")
    }
    return 0
}
