extension HTTPParser {
    /// Takes note of the three fields that say where the message ends.
    mutating func noteFraming(
        _ field: HTTPField,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) {
        let name = UnsafeRawBufferPointer(rebasing: bytes[field.name])
        switch name.count {
        case 10 where HTTPFieldName.connection.matches(name):
            noteConnection(field.value, bytes)
        case 14 where HTTPFieldName.contentLength.matches(name):
            try noteContentLength(field.value, bytes)
        case 17 where HTTPFieldName.transferEncoding.matches(name):
            try noteTransferEncoding(field.value, bytes)
        default: break
        }
    }

    private mutating func noteConnection(_ value: Range<Int>, _ bytes: UnsafeRawBufferPointer) {
        var rest = value
        while let option = Self.nextElement(&rest, bytes) {
            let token = UnsafeRawBufferPointer(rebasing: bytes[option])
            if HTTPFieldName("close").matches(token) { framing.close = true }
            if HTTPFieldName("keep-alive").matches(token) { framing.keepAlive = true }
        }
    }

    private mutating func noteContentLength(
        _ value: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) {
        // RFC 9110 §8.6: a list of equal values counts as that value once. It is what becomes of
        // repeated fields, and has no empty elements.
        guard !value.isEmpty, bytes[value.upperBound - 1] != 0x2C else {
            throw HTTPError(.invalidContentLength)
        }
        var rest = value
        while let element = Self.nextElement(&rest, bytes) {
            var length = 0
            guard !element.isEmpty else { throw HTTPError(.invalidContentLength) }
            for index in element {
                guard ASCII.isDigit(bytes[index]) else { throw HTTPError(.invalidContentLength) }
                let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
                let (sum, carry) = tens.addingReportingOverflow(Int(bytes[index] &- 0x30))
                // A number that does not fit is a number all the same, only larger than any limit.
                length = overflow || carry ? Int.max : sum
            }
            if let known = framing.contentLength, known != length {
                throw HTTPError(.conflictingContentLengths)
            }
            framing.contentLength = length
        }
    }

    private mutating func noteTransferEncoding(
        _ value: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) throws(HTTPError) {
        framing.hasTransferEncoding = true
        var rest = value
        while let coding = Self.nextElement(&rest, bytes) {
            // RFC 9110 §5.6.1.2: a recipient ignores empty elements.
            if coding.isEmpty { continue }
            // RFC 9112 §6.1: nothing may come after chunked, not even chunked.
            if framing.isChunked { throw HTTPError(.chunkedNotFinal) }
            let token = UnsafeRawBufferPointer(rebasing: bytes[coding])
            guard HTTPFieldName("chunked").matches(token) else {
                throw HTTPError(.unsupportedTransferEncoding)
            }
            framing.isChunked = true
        }
        if !framing.isChunked { throw HTTPError(.unsupportedTransferEncoding) }
    }

    /// Takes the next element off a comma-separated list, without the blanks around it.
    private static func nextElement(
        _ rest: inout Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) -> Range<Int>? {
        guard !rest.isEmpty else { return nil }
        var end = rest.lowerBound
        while end < rest.upperBound, bytes[end] != 0x2C { end += 1 }
        var first = rest.lowerBound
        var last = end
        while first < last, ASCII.isBlank(bytes[first]) { first += 1 }
        while last > first, ASCII.isBlank(bytes[last - 1]) { last -= 1 }
        rest = min(end + 1, rest.upperBound)..<rest.upperBound
        return first..<last
    }

    /// Decides where the message ends: the steps of RFC 9112 §6.3 in their order.
    mutating func finishHead(_ buffer: inout ReceiveBuffer) throws(HTTPError) {
        head = 0..<position
        bodyStart = position
        bodyEnd = position
        if !role.isServer, status < 200 {
            try skipInterimResponse(&buffer)
            return
        }
        if framing.hasTransferEncoding {
            if framing.contentLength != nil {
                throw HTTPError(.contentLengthWithTransferEncoding)
            }
            if minorVersion == 0 { throw HTTPError(.transferEncodingInHTTP10) }
        }
        if !role.isServer, status == 204 || status == 304 {
            phase = .complete
        } else if framing.isChunked {
            phase = .chunkSize
            sectionStart = position
        } else if let length = framing.contentLength {
            remaining = length
            phase = .fixedBody
            // Thrown with the head complete: it may name an invocation that waits for an answer.
            if length > bodyLimit { throw HTTPError(.bodyTooLarge) }
        } else if role.isServer {
            phase = .complete
        } else {
            framing.endsWithConnection = true
            phase = .untilClose
        }
    }

    /// RFC 9110 §15.2: any number of interim responses may come before the final one.
    private mutating func skipInterimResponse(_ buffer: inout ReceiveBuffer) throws(HTTPError) {
        if status == 101 { throw HTTPError(.upgradeNotRequested) }
        let count = interimResponses + 1
        if count > HTTPLimits.interimResponses { throw HTTPError(.tooManyInterimResponses) }
        buffer.consume(position)
        reset()
        interimResponses = count
    }
}
