extension HTTPParser {
    /// Takes what there is of a body of known length.
    mutating func advanceFixedBody(_ buffer: borrowing ReceiveBuffer) -> Int {
        let taken = min(remaining, buffer.count - position)
        position += taken
        remaining -= taken
        bodyEnd = position
        if remaining == 0 { phase = .complete }
        return remaining
    }

    /// Takes everything: only the end of the connection ends the body.
    mutating func advanceUntilClose(_ buffer: borrowing ReceiveBuffer) throws(HTTPError) -> Int {
        position = buffer.count
        bodyEnd = position
        if bodyEnd - bodyStart > bodyLimit { throw HTTPError(.bodyTooLarge) }
        return 1
    }

    /// Takes chunks and makes the body contiguous.
    mutating func advanceChunks(_ buffer: inout ReceiveBuffer) throws(HTTPError) -> Int {
        while true {
            let needed: Int
            switch phase {
            case .chunkSize: needed = try advanceChunkSize(buffer)
            case .chunkData: needed = advanceChunkData(&buffer)
            case .chunkEnd: needed = try advanceChunkEnd(buffer)
            default: return 0
            }
            if needed > 0 {
                closeGap(&buffer)
                return needed
            }
        }
    }

    private mutating func advanceChunkSize(
        _ buffer: borrowing ReceiveBuffer
    ) throws(HTTPError) -> Int {
        let bytes = buffer.bytes
        sectionStart = position
        let limit = HTTPLimits.chunkLine
        guard let line = try nextLine(bytes, limit: limit, .chunkLineTooLong) else { return 1 }
        let size = try chunkSize(line, bytes)
        guard size <= bodyLimit - (bodyEnd - bodyStart) else { throw HTTPError(.bodyTooLarge) }
        if size == 0 {
            phase = .trailers
            sectionStart = position
        } else {
            // The first chunk stays where it is; see the top of HTTPParser.swift.
            if bodyEnd == bodyStart {
                bodyStart = position
                bodyEnd = position
            }
            if role.isServer { chunkSizes.append(size) }
            remaining = size
            phase = .chunkData
        }
        return 0
    }

    /// RFC 9112 §7.1: `chunk-size [ chunk-ext ]`, where extensions are ignored.
    private func chunkSize(
        _ line: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) -> Int {
        var size = 0
        var index = line.lowerBound
        while index < line.upperBound, let digit = ASCII.hexadecimal(bytes[index]) {
            guard size <= Int.max >> 4 else { throw HTTPError(.bodyTooLarge) }
            size = size << 4 | digit
            index += 1
        }
        guard index > line.lowerBound else { throw HTTPError(.invalidChunkSize) }
        while index < line.upperBound, ASCII.isBlank(bytes[index]) { index += 1 }
        guard index == line.upperBound || bytes[index] == 0x3B else {
            throw HTTPError(.invalidChunkSize)
        }
        for position in index..<line.upperBound where !ASCII.isFieldValue(bytes[position]) {
            throw HTTPError(.invalidChunkExtension)
        }
        return size
    }

    private mutating func advanceChunkData(_ buffer: inout ReceiveBuffer) -> Int {
        let taken = min(remaining, buffer.count - position)
        buffer.move(from: position, count: taken, to: bodyEnd)
        bodyEnd += taken
        position += taken
        remaining -= taken
        // The CR LF behind the chunk, and the shortest size line, will be needed as well.
        if remaining > 0 { return remaining + 2 }
        phase = .chunkEnd
        return 0
    }

    private mutating func advanceChunkEnd(
        _ buffer: borrowing ReceiveBuffer
    ) throws(HTTPError) -> Int {
        let bytes = buffer.bytes
        let available = bytes.count - position
        if available > 0, bytes[position] != ASCII.carriageReturn {
            throw HTTPError(.missingChunkEnd)
        }
        if available > 1, bytes[position + 1] != ASCII.lineFeed {
            throw HTTPError(.missingChunkEnd)
        }
        guard available >= 2 else { return 2 - available }
        position += 2
        scanned = position
        phase = .chunkSize
        return 0
    }

    /// Gives the room of the size lines back to the buffer.
    ///
    /// What lies behind the gap is at most the beginning of a line, so nothing large is moved.
    private mutating func closeGap(_ buffer: inout ReceiveBuffer) {
        guard position > bodyEnd, bodyEnd > bodyStart else { return }
        let gap = position - bodyEnd
        buffer.remove(bodyEnd..<position)
        position -= gap
        scanned = max(position, scanned - gap)
        sectionStart = position
    }
}
