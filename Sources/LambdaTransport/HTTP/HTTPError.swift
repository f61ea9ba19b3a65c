/// A message that is not HTTP/1.1 as RFC 9112 and RFC 9110 have it, with the clause it breaks.
package struct HTTPError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Sendable {
        case notHTTP
        case http2
        case tls
        case unsupportedVersion
        case malformedStatusLine
        case malformedRequestLine
        case statusOutOfRange
        case upgradeNotRequested
        case tooManyInterimResponses
        case bareLineFeed
        case bareCarriageReturn
        case foldedField
        case missingColon
        case emptyFieldName
        case invalidFieldName
        case whitespaceBeforeColon
        case invalidFieldValue
        case headTooLarge
        case tooManyFields
        case contentLengthWithTransferEncoding
        case invalidContentLength
        case conflictingContentLengths
        case unsupportedTransferEncoding
        case chunkedNotFinal
        case transferEncodingInHTTP10
        case invalidChunkSize
        case chunkLineTooLong
        case invalidChunkExtension
        case missingChunkEnd
        case bodyTooLarge
        case truncatedHead
        case truncatedBody
    }

    package let reason: Reason

    init(_ reason: Reason) {
        self.reason = reason
    }

    /// A sentence that says what was found, what was expected, and where that is written.
    ///
    /// Whole sentences, numbers and all (a test compares them with ``HTTPLimits``): the compiler
    /// makes a table of them.
    package var description: String {
        switch reason {
        case .notHTTP:
            "The bytes are not an HTTP/1.1 message (RFC 9112 §2.3)."
        case .http2:
            "The peer speaks HTTP/2. Expected HTTP/1.1 (RFC 9112 §2.3)."
        case .tls:
            "The peer speaks TLS. Expected HTTP/1.1 in the clear (RFC 9112 §2.3)."
        case .unsupportedVersion:
            "The HTTP version is neither 1.1 nor 1.0 (RFC 9112 §2.3)."
        case .malformedStatusLine:
            "The status line is not \"HTTP/1.1 SP status SP reason\" (RFC 9112 §4)."
        case .malformedRequestLine:
            "The request line is not \"method SP target SP HTTP/1.1\" (RFC 9112 §3)."
        case .statusOutOfRange:
            "The status code is not between 100 and 599 (RFC 9110 §15)."
        case .upgradeNotRequested:
            "Status 101 answers a request that asked for no upgrade (RFC 9110 §7.8)."
        case .tooManyInterimResponses:
            "More than 16 interim responses (RFC 9110 §15.2)."
        case .bareLineFeed:
            "A line ends in LF. Expected CR LF (RFC 9112 §2.2)."
        case .bareCarriageReturn:
            "A line contains a CR without LF (RFC 9112 §2.2)."
        case .foldedField:
            "A header field is folded over several lines (RFC 9112 §5.2)."
        case .missingColon:
            "A header line has no colon (RFC 9112 §5)."
        case .emptyFieldName:
            "A header field has an empty name (RFC 9110 §5.1)."
        case .invalidFieldName:
            "A header name contains a character that is not allowed there (RFC 9110 §5.6.2)."
        case .whitespaceBeforeColon:
            "A header name is followed by white space (RFC 9112 §5.1)."
        case .invalidFieldValue:
            "A header value contains a control character (RFC 9110 §5.5)."
        case .headTooLarge:
            "The head is larger than 65536 bytes (RFC 9110 §5.4)."
        case .tooManyFields:
            "The head has more than 256 header fields (RFC 9110 §5.4)."
        case .contentLengthWithTransferEncoding:
            "The message has both Content-Length and Transfer-Encoding (RFC 9112 §6.1)."
        case .invalidContentLength:
            "Content-Length is not a decimal number (RFC 9110 §8.6)."
        case .conflictingContentLengths:
            "The message has two different Content-Length values (RFC 9112 §6.3)."
        case .unsupportedTransferEncoding:
            "Transfer-Encoding is something other than \"chunked\" (RFC 9112 §6.1)."
        case .chunkedNotFinal:
            "\"chunked\" is not the final transfer coding, or is applied twice (RFC 9112 §6.1)."
        case .transferEncodingInHTTP10:
            "An HTTP/1.0 message has Transfer-Encoding (RFC 9112 §6.1)."
        case .invalidChunkSize:
            "A chunk size is not a hexadecimal number (RFC 9112 §7.1)."
        case .chunkLineTooLong:
            "A chunk-size line is longer than 1024 bytes (RFC 9112 §7.1.1)."
        case .invalidChunkExtension:
            "A chunk extension contains a control character (RFC 9112 §7.1.1)."
        case .missingChunkEnd:
            "A chunk is not followed by CR LF (RFC 9112 §7.1)."
        case .bodyTooLarge:
            "The body is larger than the limit set for it (RFC 9110 §8.6)."
        case .truncatedHead:
            "The connection was closed within the head (RFC 9112 §8)."
        case .truncatedBody:
            "The connection was closed within the body (RFC 9112 §8)."
        }
    }
}

/// How much of a message the parser takes.
package enum HTTPLimits {
    /// The start line and the header fields together; trailers again have as much.
    package static let head = 64 * 1024
    package static let fields = 256
    /// A chunk-size line with its extensions.
    package static let chunkLine = 1024
    package static let interimResponses = 16
    /// What a body may have unless the owner of the connection says otherwise: ten times the
    /// largest event.
    package static let body = 64 * 1024 * 1024
}
