// How a body is taken in pieces
// -----------------------------
// Whoever takes a body as it arrives gives its room back, so that the buffer does not grow with it. All that
// lies between the head and the place where the parser goes on has been taken or was framing:
//
//     head | 5\r\nHello\r\n | 6\r\n, Wo        ->        head | (the next bytes: "rld!\r\n…")

extension HTTPParser {
    /// Forgets the bytes of the body that have arrived.
    ///
    /// The parser's limit for the body is one for each piece from now on.
    mutating func dropBody(_ buffer: inout ReceiveBuffer) {
        chunkSizes.removeAll(keepingCapacity: true)
        guard isHeadComplete else { return }
        guard phase != .trailers, phase != .complete else {
            // The trailers are known by their offsets, so nothing is moved any more.
            bodyStart = bodyEnd
            return
        }
        let gap = position - head.upperBound
        buffer.remove(head.upperBound..<position)
        position -= gap
        scanned = max(position, scanned - gap)
        sectionStart = position
        bodyStart = position
        bodyEnd = position
    }
}
