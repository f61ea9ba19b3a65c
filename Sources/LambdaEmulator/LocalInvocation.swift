#if LOCAL_RUNNING
import LambdaTransport

/// One event for the function, with what the service says about it in the headers of `/next`.
package struct LocalInvocation: Sendable {
    /// The id of the invocation, which goes into the path of the answer.
    package var requestID: String

    /// The payload as the function gets it, byte for byte.
    package var event: [UInt8]

    /// The media type of the payload.
    package var contentType = "application/json"

    /// How long the function may take, counted from the moment a poller is handed the event.
    package var timeout = Duration.seconds(3)

    package var functionARN: String

    /// The X-Ray trace header.
    ///
    /// `nil` where the caller has none.
    package var traceID: String?

    /// The JSON that a caller passed along as client context.
    package var clientContext: String?

    /// The JSON naming the Cognito identity of the caller.
    package var cognitoIdentity: String?

    /// The tenant of a function with tenant isolation.
    package var tenantID: String?

    package init(
        event: [UInt8],
        requestID: String = LocalInvocation.makeRequestID(),
        functionARN: String = LocalInvocation.functionARN(name: "function")
    ) {
        self.event = event
        self.requestID = requestID
        self.functionARN = functionARN
    }
}

extension LocalInvocation {
    /// An id as Lambda makes them: a random UUID in lower case.
    package static func makeRequestID() -> String {
        var random = SystemRandomNumberGenerator()
        // RFC 9562 section 5.4: version 4 in bits 48-51, variant 0b10 in bits 64-65.
        let high = random.next() & 0xffff_ffff_ffff_0fff | 0x4000
        let low = random.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        let digits = hexadecimal(high) + hexadecimal(low)
        var id: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if index == 8 || index == 12 || index == 16 || index == 20 {
                id.append(UInt8(ascii: "-"))
            }
            id.append(digit)
        }
        return String(decoding: id, as: UTF8.self)
    }

    /// A trace header as X-Ray makes them: the version, the time in seconds, 96 random bits.
    ///
    /// The time is the current one if none is given.
    package static func makeTraceID(epochSeconds: UInt32? = nil) -> String {
        let now = UInt32(truncatingIfNeeded: WallClock.milliseconds / 1000)
        var random = SystemRandomNumberGenerator()
        let time = hexadecimal(UInt64(epochSeconds ?? now)).suffix(8)
        let unique = (hexadecimal(random.next()) + hexadecimal(random.next())).prefix(24)
        let parent = hexadecimal(random.next())
        return "Root=1-" + String(decoding: time, as: UTF8.self)
            + "-" + String(decoding: unique, as: UTF8.self)
            + ";Parent=" + String(decoding: parent, as: UTF8.self) + ";Sampled=0"
    }

    /// The ARN of a function in the account that AWS's documentation uses.
    package static func functionARN(name: String, region: String = "us-east-1") -> String {
        "arn:aws:lambda:" + region + ":123456789012:function:" + name
    }

    private static func hexadecimal(_ value: UInt64) -> [UInt8] {
        var digits: [UInt8] = []
        for index in 1...16 {
            let digit = UInt8(truncatingIfNeeded: value >> (64 - 4 * index) & 0xf)
            digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
        return digits
    }
}

/// How an invocation ended, as far as the function said so.
package enum LocalOutcome: Sendable, Equatable {
    case response(body: [UInt8], contentType: String)
    /// A response in pieces, which have been told one by one.
    case streamed(contentType: String)
    /// An error, perhaps in the middle of a response in pieces.
    case failure(FunctionFailure)
    /// A response in pieces that broke off without a word.
    case truncated
}

/// What a function posted to one of the two error paths.
package struct FunctionFailure: Sendable, Equatable {
    /// The value of `Lambda-Runtime-Function-Error-Type`, where there was one.
    package let type: String?

    /// The error document: `errorMessage`, `errorType`, `stackTrace`, if the function kept to the rules.
    package let body: [UInt8]

    package init(type: String?, body: [UInt8]) {
        self.type = type
        self.body = body
    }
}
#endif
