#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension HTTPParser {
    /// Parses whole lines of the head or the trailers.
    ///
    /// - Returns: 0 when the section is through, otherwise how many bytes are needed at least.
    mutating func advanceLines(_ buffer: inout ReceiveBuffer) throws(HTTPError) -> Int {
        while true {
            let bytes = buffer.bytes
            if phase == .startLine { try checkStart(bytes) }
            guard let line = try nextLine(bytes, limit: HTTPLimits.head, .headTooLarge) else {
                return 1
            }
            switch phase {
            // RFC 9112 §2.2: an empty line before a request line is ignored, one of them.
            case .startLine where role.isServer && line == 0..<0: break
            case .startLine:
                try parseStartLine(line, bytes)
                phase = .fields
            case .fields where line.isEmpty:
                try finishHead(&buffer)
                return 0
            case .fields:
                let field = try parseField(line, bytes)
                guard fields.count < HTTPLimits.fields else { throw HTTPError(.tooManyFields) }
                fields.append(field)
                try noteFraming(field, bytes)
            default:
                if line.isEmpty {
                    phase = .complete
                    return 0
                }
                let field = try parseField(line, bytes)
                guard trailers.count < HTTPLimits.fields else { throw HTTPError(.tooManyFields) }
                trailers.append(field)
            }
        }
    }

    /// Finds the next line that has arrived whole, and steps over it.
    mutating func nextLine(
        _ bytes: UnsafeRawBufferPointer,
        limit: Int,
        _ excess: HTTPError.Reason
    ) throws(HTTPError) -> Range<Int>? {
        let from = max(position, scanned)
        guard let base = bytes.baseAddress, from < bytes.count,
            let found = memchr(base + from, Int32(ASCII.lineFeed), bytes.count - from)
        else {
            scanned = bytes.count
            if bytes.count - sectionStart > limit { throw HTTPError(excess) }
            return nil
        }
        let lineFeed = UnsafeRawPointer(found) - base
        if lineFeed - sectionStart >= limit { throw HTTPError(excess) }
        let start = position
        // RFC 9112 §2.2 allows to take a bare LF as the end of a line. Runtime APIs do not send
        // it, and whoever reads lines otherwise than the sender meant reads another message.
        guard lineFeed > start, bytes[lineFeed - 1] == ASCII.carriageReturn else {
            throw HTTPError(.bareLineFeed)
        }
        position = lineFeed + 1
        scanned = position
        return start..<lineFeed - 1
    }

    /// Recognises another protocol by its first bytes, before a line end that may never come.
    private func checkStart(_ bytes: UnsafeRawBufferPointer) throws(HTTPError) {
        guard position < bytes.count else { return }
        let first = bytes[position]
        if first == 0x15 || first == 0x16 { throw HTTPError(.tls) }
        switch role.isServer {
        case true:
            let mayBeBlankLine = first == ASCII.carriageReturn && position == 0
            if !ASCII.isToken(first) && !mayBeBlankLine { throw HTTPError(.notHTTP) }
        case false:
            // An HTTP/2 server opens with a SETTINGS frame: three bytes of length, then type 4.
            if bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, bytes[3] == 4 {
                throw HTTPError(.http2)
            }
            if first == 0 && bytes.count < 4 { return }
            let expected: StaticString = "HTTP/"
            for index in 0..<min(bytes.count, expected.utf8CodeUnitCount)
            where bytes[index] != expected.utf8Start[index] {
                throw HTTPError(.notHTTP)
            }
        }
    }

    private mutating func parseStartLine(
        _ line: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) {
        switch role.isServer {
        case false: try parseStatusLine(line, bytes)
        case true: try parseRequestLine(line, bytes)
        }
    }

    /// Checks `HTTP/1.x` at an offset.
    private mutating func parseVersion(
        at offset: Int,
        _ bytes: UnsafeRawBufferPointer,
        otherwise reason: HTTPError.Reason
    ) throws(HTTPError) {
        let expected: StaticString = "HTTP/"
        for index in 0..<5 where bytes[offset + index] != expected.utf8Start[index] {
            throw HTTPError(reason)
        }
        let major = bytes[offset + 5]
        let minor = bytes[offset + 7]
        guard ASCII.isDigit(major), bytes[offset + 6] == 0x2E, ASCII.isDigit(minor) else {
            throw HTTPError(reason)
        }
        if major == 0x32 { throw HTTPError(.http2) }
        guard major == 0x31 else { throw HTTPError(.unsupportedVersion) }
        // RFC 9112 §2.3: a higher minor version is understood as the highest we know.
        minorVersion = minor == 0x30 ? 0 : 1
    }

    private mutating func parseStatusLine(
        _ line: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) {
        let start = line.lowerBound
        guard line.count >= 8 else { throw HTTPError(.malformedStatusLine) }
        try parseVersion(at: start, bytes, otherwise: .malformedStatusLine)
        guard line.count >= 12, bytes[start + 8] == ASCII.space else {
            throw HTTPError(.malformedStatusLine)
        }
        var code = 0
        for index in start + 9..<start + 12 {
            guard ASCII.isDigit(bytes[index]) else { throw HTTPError(.malformedStatusLine) }
            code = code * 10 + Int(bytes[index] &- 0x30)
        }
        // The space before an absent reason is left out by some servers. That is unambiguous.
        guard line.count == 12 || bytes[start + 12] == ASCII.space else {
            throw HTTPError(.malformedStatusLine)
        }
        for index in start + 12..<max(start + 12, line.upperBound)
        where !ASCII.isFieldValue(bytes[index]) {
            throw HTTPError(.malformedStatusLine)
        }
        guard (100...599).contains(code) else { throw HTTPError(.statusOutOfRange) }
        status = code
    }

    private mutating func parseRequestLine(
        _ line: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) {
        var index = line.lowerBound
        while index < line.upperBound, ASCII.isToken(bytes[index]) { index += 1 }
        method = line.lowerBound..<index
        guard !method.isEmpty, index < line.upperBound, bytes[index] == ASCII.space else {
            throw HTTPError(.malformedRequestLine)
        }
        let targetStart = index + 1
        index = targetStart
        while index < line.upperBound, bytes[index] > ASCII.space, bytes[index] != 0x7F {
            index += 1
        }
        target = targetStart..<index
        guard !target.isEmpty, line.upperBound - index == 9, bytes[index] == ASCII.space else {
            throw HTTPError(.malformedRequestLine)
        }
        try parseVersion(at: index + 1, bytes, otherwise: .malformedRequestLine)
    }

    private func parseField(
        _ line: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) -> HTTPField {
        let start = line.lowerBound
        if line.isEmpty || ASCII.isBlank(bytes[start]) { throw HTTPError(.foldedField) }
        let colon = ByteScan.endOfToken(from: start, to: line.upperBound, bytes)
        guard colon < line.upperBound, bytes[colon] == ASCII.colon else {
            throw HTTPError(flawOfName(line, at: colon, bytes))
        }
        guard colon > start else { throw HTTPError(.emptyFieldName) }
        var first = colon + 1
        var last = line.upperBound
        while first < last, ASCII.isBlank(bytes[first]) { first += 1 }
        while last > first, ASCII.isBlank(bytes[last - 1]) { last -= 1 }
        guard ByteScan.isFieldValue(first..<last, bytes) else {
            let hasReturn = bytes[first..<last].contains(ASCII.carriageReturn)
            throw HTTPError(hasReturn ? .bareCarriageReturn : .invalidFieldValue)
        }
        return HTTPField(name: start..<colon, value: first..<last)
    }

    private func flawOfName(
        _ line: Range<Int>,
        at end: Int,
        _ bytes: UnsafeRawBufferPointer
    ) -> HTTPError.Reason {
        guard bytes[line].contains(ASCII.colon) else { return .missingColon }
        return ASCII.isBlank(bytes[end]) ? .whitespaceBeforeColon : .invalidFieldName
    }
}
