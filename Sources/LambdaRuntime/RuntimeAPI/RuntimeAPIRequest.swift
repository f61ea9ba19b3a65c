package import LambdaTransport

/// Writes requests to the Runtime API as bytes.
///
/// It has no I/O.
///
/// An answer is encoded behind a stretch that is left free for the head. The head, which has to
/// name the length of the body, is written last, up against the body:
///
/// ```
/// | unused | POST …/response HTTP/1.1 … \r\n\r\n | {"message":"Hello"} |
/// 0        start                                 headroom
/// ```
///
/// So both leave in one `send`, and the body is never moved.
package struct RuntimeAPIRequest: Sendable {
    /// The room for a head: the fixed words, an endpoint, two identifiers of at most
    /// ``RequestID/limit`` bytes, and a content type of at most ``contentTypeLimit``.
    package static let headroom = 1024
    /// What a content type may have that the handler chooses.
    package static let contentTypeLimit = 128
    /// Up to this size the memory of an answer is kept for the next one.
    static let restingCapacity = 64 * 1024

    /// What stands between the target and the next header of every request.
    private let hostLine: [UInt8]

    package init(endpoint: Endpoint) {
        var line: [UInt8] = []
        line.append(" HTTP/1.1\r\nHost: ")
        line.append(contentsOf: endpoint.description.utf8)
        hostLine = line
    }

    /// Makes a buffer ready for a body to be appended.
    package static func prepare(_ buffer: inout [UInt8]) {
        if buffer.count >= headroom {
            buffer.removeSubrange(headroom...)
        } else {
            buffer.reserveCapacity(headroom + 1024)
            while buffer.count < headroom { buffer.append(0) }
        }
    }

    /// `GET /runtime/invocation/next`.
    package func next() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("GET ")
        bytes.append(RuntimeAPI.version)
        bytes.append("invocation/next")
        bytes += hostLine
        bytes.append("\r\n\r\n")
        return bytes
    }

    /// `POST /runtime/invocation/{id}/response`.
    ///
    /// The buffer has the body behind ``headroom`` bytes. Returns where the request begins in it; it
    /// ends where the buffer does.
    func response(
        to storage: ContextStorage,
        contentType: StaticString,
        in buffer: inout [UInt8]
    ) -> Int {
        write(into: &buffer) { head in
            head.prepend(contentType)
            head.prepend(RuntimeAPI.contentTypeLine)
            target("/response", of: storage, &head)
        }
    }

    /// `POST /runtime/invocation/{id}/response`, with a body in chunks and trailers.
    ///
    /// The buffer has the first chunks behind ``headroom`` bytes. Returns where the request begins.
    func stream(
        to storage: ContextStorage,
        contentType: [UInt8],
        in buffer: inout [UInt8]
    ) -> Int {
        write(into: &buffer, framing: RuntimeAPI.streamingLines) { head in
            contentType.withUnsafeBytes { head.prepend($0) }
            head.prepend(RuntimeAPI.contentTypeLine)
            target("/response", of: storage, &head)
        }
    }

    /// `POST /runtime/invocation/{id}/error`.
    func error(
        _ report: ErrorReport,
        to storage: ContextStorage
    ) -> (bytes: [UInt8], start: Int) {
        var buffer = body(of: report)
        let start = write(into: &buffer) { head in
            errorFields(report, &head)
            target("/error", of: storage, &head)
        }
        // The cause can be longer than the room for a head, and errors are worth a copy.
        var request = Array(buffer[start..<Self.headroom - 4])
        request.append(RuntimeAPI.errorCauseLine)
        request += XRayErrorCause.bytes(of: report)
        request += buffer[(Self.headroom - 4)...]
        return (request, 0)
    }

    /// `POST /runtime/init/error`.
    func initializationError(_ report: ErrorReport) -> (bytes: [UInt8], start: Int) {
        var buffer = body(of: report)
        let start = write(into: &buffer) { head in
            errorFields(report, &head)
            host(&head)
            head.prepend("init/error")
        }
        return (buffer, start)
    }

    /// `GET /runtime/restore/next`.
    func restoration() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("GET ")
        bytes.append(RuntimeAPI.version)
        bytes.append("restore/next")
        bytes += hostLine
        bytes.append("\r\n\r\n")
        return bytes
    }

    /// `POST /runtime/restore/error`.
    func restorationError(_ report: ErrorReport) -> [UInt8] {
        var buffer = body(of: report)
        let start = write(into: &buffer) { head in
            errorFields(report, &head)
            host(&head)
            head.prepend("restore/error")
        }
        return Array(buffer[start...])
    }

    private func body(of report: ErrorReport) -> [UInt8] {
        var buffer: [UInt8] = []
        Self.prepare(&buffer)
        report.write(into: &buffer)
        return buffer
    }

    private func errorFields(_ report: ErrorReport, _ head: inout HeadWriter) {
        head.prepend("application/json")
        head.prepend(RuntimeAPI.contentTypeLine)
        head.prepend(report.category)
        head.prepend(RuntimeAPI.errorTypeLine)
    }

    /// The path of an invocation, and what its answers repeat of its head.
    private func target(
        _ path: StaticString,
        of storage: ContextStorage,
        _ head: inout HeadWriter
    ) {
        storage.withBytes(.invocationID) { id in
            if id.isEmpty { return }
            head.prepend(id)
            head.prepend(RuntimeAPI.invocationIDLine)
        }
        host(&head)
        head.prepend(path)
        storage.withBytes(.requestID) { head.prepend($0) }
        head.prepend("invocation/")
    }

    private func host(_ head: inout HeadWriter) {
        hostLine.withUnsafeBytes { head.prepend($0) }
    }

    /// Writes a head in front of the body, from its end to its start.
    ///
    /// Without other framing, it names the length of the body.
    private func write(
        into buffer: inout [UInt8],
        framing: StaticString? = nil,
        _ fields: (inout HeadWriter) -> Void
    ) -> Int {
        // Whoever filled the buffer may have left no room.
        if buffer.count < Self.headroom { Self.prepare(&buffer) }
        let length = buffer.count - Self.headroom
        return buffer.withUnsafeMutableBytes { bytes in
            var head = HeadWriter(UnsafeMutableRawBufferPointer(rebasing: bytes[..<Self.headroom]))
            head.prepend("\r\n\r\n")
            if let framing {
                head.prepend(framing)
            } else {
                head.prepend(decimal: length)
                head.prepend("\r\nContent-Length: ")
            }
            fields(&head)
            head.prepend(RuntimeAPI.version)
            head.prepend("POST ")
            return head.start
        }
    }
}

/// Writes bytes backwards, up against what is there already.
private struct HeadWriter {
    private let bytes: UnsafeMutableRawBufferPointer
    private(set) var start: Int

    init(_ bytes: UnsafeMutableRawBufferPointer) {
        self.bytes = bytes
        start = bytes.count
    }

    mutating func prepend(_ source: UnsafeRawBufferPointer) {
        // The parts are limited so that a head always fits; see `headroom`.
        let count = min(source.count, start)
        start -= count
        let target = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + count])
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<count]))
    }

    mutating func prepend(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        prepend(UnsafeRawBufferPointer(start: text.utf8Start, count: count))
    }

    mutating func prepend(_ text: String) {
        var text = text
        text.withUTF8 { prepend(UnsafeRawBufferPointer($0)) }
    }

    mutating func prepend(decimal value: Int) {
        var rest = value
        repeat {
            var digit = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            withUnsafeBytes(of: &digit) { prepend($0) }
            rest /= 10
        } while rest > 0
    }
}
