#if LOCAL_RUNNING
import LambdaEmulator

// What a message looks like
// -------------------------
// Big-endian numbers; the first checksum is of what is in front of it, the second one of all but itself:
//
//     4 bytes   length of the whole message
//     4 bytes   length of the headers
//     4 bytes   CRC-32 of these eight bytes
//     headers   each: length of the name (1), name, type of the value (1; 7 for a string), length (2), value
//     payload
//     4 bytes   CRC-32 of all of that

/// The messages of `application/vnd.amazon.eventstream`, as the service answers with a response in pieces.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html>
enum EventStream {
    static let contentType = "application/vnd.amazon.eventstream"

    /// A piece of the response.
    static func payloadChunk(_ piece: [UInt8]) -> [UInt8] {
        message("PayloadChunk", contentType: "application/octet-stream", piece)
    }

    /// The end of the response.
    ///
    /// - Parameters:
    ///   - error: What it broke off with, `nil` for one that is whole.
    ///   - log: The end of the log, `nil` for a caller who has not asked for it.
    /// - Returns: The message.
    static func invokeComplete(error: Failure?, log: [UInt8]?) -> [UInt8] {
        var members: [OrderedJSON.Member] = []
        if let error {
            members.append(("ErrorCode", .string(error.code)))
            if let details = error.details { members.append(("ErrorDetails", .string(details))) }
        }
        if let log { members.append(("LogResult", .string(Base64.encode(log)))) }
        return message(
            "InvokeComplete",
            contentType: "application/json",
            OrderedJSON.object(members).bytes
        )
    }

    /// Why a response is not whole.
    struct Failure: Equatable {
        /// The type of the error, as Lambda knows it.
        let code: String
        /// The error document.
        ///
        /// `nil` where there is none.
        let details: String?
    }

    private static func message(
        _ event: String,
        contentType: String,
        _ payload: [UInt8]
    ) -> [UInt8] {
        var headers: [UInt8] = []
        append(header: ":event-type", event, to: &headers)
        append(header: ":content-type", contentType, to: &headers)
        append(header: ":message-type", "event", to: &headers)
        var message: [UInt8] = []
        message.reserveCapacity(headers.count + payload.count + 16)
        append(UInt32(truncatingIfNeeded: headers.count + payload.count + 16), to: &message)
        append(UInt32(truncatingIfNeeded: headers.count), to: &message)
        append(CRC32.checksum(message), to: &message)
        message += headers
        message += payload
        append(CRC32.checksum(message), to: &message)
        return message
    }

    private static func append(header name: String, _ value: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: name.utf8.count))
        bytes += name.utf8
        bytes.append(7)
        let length = value.utf8.count
        bytes += [UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
        bytes += value.utf8
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        for shift in [24, 16, 8, 0] as [UInt32] {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
#endif
